"""What can be done with everything around a reservation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from ..places import Place
from ..scenes import unique
from .row import Row, given

ATTRIBUTES = {"languages": ["en", "ü & =", "日本"], "level": 5, "nested": {"is": None, "x": 1.5}}
CALLBACK = "https://example.com/callback?a=1&b=%20#part"
MOMENT = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)


def workspaces() -> Iterator[Row]:
    here = "workspaces"
    about = {"event_callback_url": CALLBACK, "events_filter": "task.created,reservation.accepted"}
    yield Row(
        here,
        "create",
        "centre",
        given(
            friendly_name="ünï & =%+", **about, multi_task_enabled=False, template="FIFO", prioritize_queue_order="LIFO"
        ),
    )
    yield Row(
        here,
        "create",
        "centre",
        given(friendly_name="plain", multi_task_enabled=True, template="NONE", prioritize_queue_order="FIFO"),
    )
    yield Row(here, "fetch", "centre")
    yield Row(
        here,
        "update",
        "workspace",
        lambda at: {
            **about,
            "friendly_name": unique("renamed"),
            "default_activity_sid": at.activity,
            "timeout_activity_sid": at.offline,
            "multi_task_enabled": True,
            "prioritize_queue_order": "FIFO",
        },
    )
    yield Row(here, "update", "workspace", given(prioritize_queue_order="LIFO"))
    yield Row(here, "list", "centre", given(friendly_name="plain", page_size=3), finds=False)
    yield Row(here, "delete", "workspace")


def activities() -> Iterator[Row]:
    """Activities."""
    here = "workspaces.activities"
    yield Row(here, "create", "centre", lambda _: {"friendly_name": unique("on ☎"), "available": True})
    yield Row(here, "fetch", "activity", says={"available": False})
    yield Row(here, "update", "activity", lambda _: {"friendly_name": unique("break")})
    yield Row(
        here,
        "list",
        "activity",
        given(friendly_name="Available", available="true", page_size=1),
        {"available": True},
    )
    yield Row(here, "delete", "activity")


def workers() -> Iterator[Row]:
    """Workers."""
    here = "workspaces.workers"
    yield Row(
        here,
        "create",
        "centre",
        lambda at: {"friendly_name": unique("Zoë"), "activity_sid": at.offline, "attributes": ATTRIBUTES},
    )
    yield Row(here, "fetch", "idle worker", says={"available": False})
    yield Row(
        here,
        "update",
        "idle worker",
        lambda at: {
            "friendly_name": unique("renamed"),
            "activity_sid": at.offline,
            "attributes": ATTRIBUTES,
            "reject_pending_reservations": True,
            "if_match": "0",
        },
    )
    yield Row(
        here,
        "list",
        "idle worker",
        lambda at: {
            "activity_name": "Offline",
            "activity_sid": at.offline,
            "available": "false",
            "task_queue_sid": at.queue,
            "task_queue_name": "Sample Queue",
            "target_workers_expression": "contact_uri == 'client:agent'",
            "ordering": "DateStatusChanged:desc",
            "page_size": 1000,
        },
        {"available": False},
    )
    yield Row(here, "list", "centre", given(friendly_name="nobody of this name"), finds=False)
    yield Row(here, "delete", "idle worker", given(if_match="*"))


def worker_channels() -> Iterator[Row]:
    """The channels of a worker."""
    here = "workspaces.workers.channels"
    yield Row(here, "fetch", "worker channel", says={"task_channel_unique_name": "voice"})
    yield Row(here, "update", "worker channel", given(capacity=50, available=False), {"configured_capacity": 50})
    yield Row(here, "list", "worker channel", given(page_size=2))


def tasks_made() -> Iterator[Row]:
    """Tasks from their creation to their end."""
    here = "workspaces.tasks"
    yield Row(
        here,
        "create",
        "idle worker",
        lambda at: {
            "attributes": ATTRIBUTES,
            "workflow_sid": at.workflow,
            "task_channel": "voice",
            "priority": 2147483647,
            "timeout": 1209600,
            "virtual_start_time": MOMENT,
            "routing_target": at.worker,
            "ignore_capacity": "true",
        },
        {"task_channel_unique_name": "voice", "ignore_capacity": True},
    )
    yield Row(here, "create", "queue", lambda at: {"task_queue_sid": at.queue})
    yield Row(here, "fetch", "waiting task", says={"assignment_status": "pending"})
    yield Row(
        here,
        "update",
        "waiting task",
        lambda at: {
            "attributes": ATTRIBUTES,
            "priority": 7,
            "task_channel": at.channel,
            "virtual_start_time": MOMENT,
            "if_match": "*",
        },
        {"task_channel_unique_name": "voice"},
    )
    yield Row(here, "update", "waiting task", given(assignment_status="canceled", reason="kein Bedarf — ok?"))
    yield Row(here, "update", "accepted task", given(assignment_status="wrapping"))
    yield Row(here, "update", "accepted task", given(assignment_status="completed", reason="done"))


def tasks_found() -> Iterator[Row]:
    """Lists of tasks, and their deletion."""
    here = "workspaces.tasks"
    yield Row(
        here,
        "list",
        "waiting task",
        lambda at: {
            "priority": 3,
            "assignment_status": ["pending", "reserved"],
            "task_queue_sid": at.queue,
            "evaluate_task_attributes": "from == '+15550100001'",
            "has_addons": False,
            "ordering": "Priority:desc,DateCreated:asc",
            "page_size": 1,
        },
        {"priority": 3},
    )
    yield Row(
        here,
        "list",
        "routed task",
        lambda at: {
            "workflow_sid": at.workflow,
            "workflow_name": "Default FIFO Workflow",
            "routing_target": at.worker,
            "assignment_status": ["pending", "reserved", "assigned", "canceled", "completed", "wrapping"],
        },
    )
    yield Row(here, "list", "routed task", given(task_queue_name="no queue of this name"), finds=False)
    yield Row(here, "delete", "waiting task", given(if_match="*"))


def task_queues() -> Iterator[Row]:
    """Queues."""
    here = "workspaces.task_queues"
    yield Row(
        here,
        "create",
        "centre",
        lambda at: {
            "friendly_name": unique("queue"),
            "target_workers": 'level >= 3 AND languages HAS "en"',
            "max_reserved_workers": 50,
            "task_order": "LIFO",
            "reservation_activity_sid": at.offline,
            "assignment_activity_sid": at.activity,
        },
    )
    yield Row(here, "create", "centre", lambda _: {"friendly_name": unique("queue"), "task_order": "FIFO"})
    yield Row(here, "fetch", "queue")
    yield Row(
        here,
        "update",
        "queue",
        lambda at: {
            "friendly_name": unique("renamed"),
            "target_workers": "1==1",
            "max_reserved_workers": 1,
            "task_order": "LIFO",
            "reservation_activity_sid": at.offline,
            "assignment_activity_sid": at.activity,
        },
    )
    yield Row(here, "update", "queue", given(task_order="FIFO"))
    yield Row(
        here,
        "list",
        "queue",
        lambda at: {"worker_sid": at.worker, "ordering": "FriendlyName:desc", "page_size": 5},
    )
    yield Row(here, "list", "queue", given(evaluate_worker_attributes='{"level": 1}'))
    yield Row(here, "list", "queue", given(friendly_name="Sample Queue"))
    yield Row(here, "delete", "queue")


def _configuration(at: Place) -> Mapping[str, object]:
    target = {"queue": at.queue, "priority": "2", "timeout": 30, "expression": "worker.level > task.level"}
    only = {"filter_friendly_name": "é & ü", "expression": "level >= 1", "targets": [target]}
    return {"task_routing": {"filters": [only], "default_filter": {"queue": at.queue}}}


def workflows() -> Iterator[Row]:
    """Workflows."""
    here = "workspaces.workflows"
    about = {"assignment_callback_url": CALLBACK, "fallback_assignment_callback_url": CALLBACK}
    yield Row(
        here,
        "create",
        "centre",
        lambda at: {
            **about,
            "friendly_name": unique("flow"),
            "configuration": _configuration(at),
            "task_reservation_timeout": 86400,
        },
    )
    yield Row(here, "fetch", "workflow")
    yield Row(
        here,
        "update",
        "workflow",
        lambda at: {
            **about,
            "friendly_name": unique("renamed"),
            "configuration": _configuration(at),
            "task_reservation_timeout": 1,
            "re_evaluate_tasks": "true",
        },
    )
    yield Row(here, "list", "workflow", given(friendly_name="Default FIFO Workflow", page_size=2))
    yield Row(here, "delete", "workflow")


def task_channels() -> Iterator[Row]:
    """Kinds of task."""
    here = "workspaces.task_channels"
    yield Row(
        here,
        "create",
        "centre",
        lambda _: {"friendly_name": unique("fax"), "unique_name": unique("fax/ü"), "channel_optimized_routing": True},
    )
    yield Row(here, "fetch", "channel")
    yield Row(
        here,
        "update",
        "channel",
        lambda _: {"friendly_name": unique("renamed"), "channel_optimized_routing": True},
    )
    yield Row(here, "list", "channel", given(page_size=50))
    yield Row(here, "delete", "channel")


def events() -> Iterator[Row]:
    """What happened."""
    here = "workspaces.events"
    yield Row(here, "fetch", "event")
    yield Row(
        here,
        "list",
        "event",
        lambda at: {
            "minutes": 15,
            "event_type": "reservation.created",
            "task_sid": at.task,
            "reservation_sid": at.reservation,
            "worker_sid": at.worker,
            "workflow_sid": at.workflow,
            "page_size": 10,
        },
    )
    yield Row(here, "list", "event", given(start_date=MOMENT, end_date=datetime(2090, 1, 1, tzinfo=UTC)))
    yield Row(here, "list", "event", lambda at: {"sid": at.event})
    yield Row(here, "list", "event", lambda at: {"task_queue_sid": at.queue, "task_channel": "default"})


def resources() -> Iterator[Row]:
    """Everything around a reservation."""
    yield from workspaces()
    yield from activities()
    yield from workers()
    yield from worker_channels()
    yield from tasks_made()
    yield from tasks_found()
    yield from task_queues()
    yield from workflows()
    yield from task_channels()
    yield from events()
