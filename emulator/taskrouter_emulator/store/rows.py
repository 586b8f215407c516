"""The tables, one class each, as the routing and the API need them.

Names of columns are the API's where the API shows them. `name_key` is a digest of a name folded to one case: it
makes names unique without regard to case, whatever their length. `version` is what the ETag shows.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from .columns import Numbered, Resource, Row, WorkspaceResource

__all__ = [
    "Activity",
    "Event",
    "Fault",
    "Reservation",
    "Setting",
    "Task",
    "TaskChannel",
    "TaskQueue",
    "Timer",
    "Worker",
    "WorkerChannel",
    "Workflow",
    "Workspace",
]


class Setting(Row):
    """What the control interface set, and the version of the schema: one value a name."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Fault(Numbered):
    """An error that was asked for: the next `remaining` requests (of `operation`, or any) are answered with it."""

    __tablename__ = "faults"

    status: Mapped[int]
    remaining: Mapped[int]
    retry_after: Mapped[int | None]
    operation: Mapped[str | None]


class Timer(Numbered):
    """Something to do in a workspace at a time: a reservation's timeout, a task's end, a purge."""

    __tablename__ = "timers"
    __table_args__ = (Index("timers_by_workspace", "workspace_sid", "due"), Index("timers_by_due", "due"))

    workspace_sid: Mapped[str]
    due: Mapped[datetime]
    kind: Mapped[str]
    subject_sid: Mapped[str]


class Workspace(Resource):
    """A workspace; its row is what writers in it lock. `max_rejections` None: as the emulator was started."""

    __tablename__ = "workspaces"
    __table_args__ = (Index("workspaces_by_account", "account_sid"),)

    friendly_name: Mapped[str]
    default_activity_sid: Mapped[str]
    timeout_activity_sid: Mapped[str]
    event_callback_url: Mapped[str | None]
    events_filter: Mapped[str | None]
    multi_task_enabled: Mapped[bool]
    prioritize_queue_order: Mapped[str]
    max_rejections: Mapped[int | None]


class Activity(WorkspaceResource):
    """What a worker may be doing, and whether it can be offered tasks meanwhile."""

    __tablename__ = "activities"
    __table_args__ = (UniqueConstraint("workspace_sid", "name_key", name="activity_names"),)

    friendly_name: Mapped[str]
    name_key: Mapped[str]
    available: Mapped[bool]


class Worker(WorkspaceResource):
    """A worker; `idle_since` is when it was last given a reservation, or had one end."""

    __tablename__ = "workers"
    __table_args__ = (UniqueConstraint("workspace_sid", "name_key", name="worker_names"),)

    friendly_name: Mapped[str]
    name_key: Mapped[str]
    activity_sid: Mapped[str]
    attributes: Mapped[str]
    date_status_changed: Mapped[datetime]
    idle_since: Mapped[datetime]
    version: Mapped[int]


class TaskChannel(WorkspaceResource):
    """A kind of task: voice, chat and so on."""

    __tablename__ = "task_channels"
    __table_args__ = (UniqueConstraint("workspace_sid", "name_key", name="task_channel_names"),)

    friendly_name: Mapped[str]
    unique_name: Mapped[str]
    name_key: Mapped[str]
    channel_optimized_routing: Mapped[bool]


class WorkerChannel(WorkspaceResource):
    """How many tasks of a channel a worker takes at a time."""

    __tablename__ = "worker_channels"
    __table_args__ = (
        UniqueConstraint("worker_sid", "task_channel_sid", name="channels_of_worker"),
        Index("worker_channels_by_workspace", "workspace_sid"),
    )

    worker_sid: Mapped[str]
    task_channel_sid: Mapped[str]
    available: Mapped[bool]
    configured_capacity: Mapped[int]


class TaskQueue(WorkspaceResource):
    """Where tasks wait for the workers that its expression selects."""

    __tablename__ = "task_queues"
    __table_args__ = (UniqueConstraint("workspace_sid", "name_key", name="task_queue_names"),)

    friendly_name: Mapped[str]
    name_key: Mapped[str]
    target_workers: Mapped[str]
    max_reserved_workers: Mapped[int]
    task_order: Mapped[str]
    reservation_activity_sid: Mapped[str | None]
    assignment_activity_sid: Mapped[str | None]


class Workflow(WorkspaceResource):
    """The rules by which tasks find their queue."""

    __tablename__ = "workflows"
    __table_args__ = (UniqueConstraint("workspace_sid", "name_key", name="workflow_names"),)

    friendly_name: Mapped[str]
    name_key: Mapped[str]
    configuration: Mapped[str]
    assignment_callback_url: Mapped[str | None]
    fallback_assignment_callback_url: Mapped[str | None]
    task_reservation_timeout: Mapped[int]


class Task(WorkspaceResource):
    """Work for somebody.

    `position` (JSON) is where it stands in its workflow, `own_priority` the one it was given by a client;
    `is_deleted` hides a deleted task until it is purged with its reservations.
    """

    __tablename__ = "tasks"
    __table_args__ = (Index("tasks_by_status", "workspace_sid", "assignment_status"),)

    assignment_status: Mapped[str]
    attributes: Mapped[str]
    priority: Mapped[int]
    own_priority: Mapped[int | None]
    reason: Mapped[str | None]
    timeout: Mapped[int]
    task_channel_sid: Mapped[str]
    task_channel_unique_name: Mapped[str]
    workflow_sid: Mapped[str | None]
    task_queue_sid: Mapped[str | None]
    task_queue_entered_date: Mapped[datetime | None]
    virtual_start_time: Mapped[datetime | None]
    routing_target: Mapped[str | None]
    ignore_capacity: Mapped[bool | None]
    position: Mapped[str | None]
    rejections: Mapped[int]
    is_deleted: Mapped[bool]
    version: Mapped[int]


class Reservation(WorkspaceResource):
    """One offer of a task to a worker; `held_until` is the time until which a call to the worker is being set up."""

    __tablename__ = "reservations"
    __table_args__ = (
        Index("reservations_by_status", "workspace_sid", "reservation_status"),
        Index("reservations_by_task", "task_sid"),
        Index("reservations_by_worker", "worker_sid"),
    )

    reservation_status: Mapped[str]
    task_sid: Mapped[str]
    worker_sid: Mapped[str]
    worker_name: Mapped[str]
    task_channel_sid: Mapped[str]
    task_queue_sid: Mapped[str | None]
    workflow_sid: Mapped[str | None]
    worker_previous_activity_sid: Mapped[str]
    post_work_activity_sid: Mapped[str | None]
    reservation_timeout: Mapped[int]
    held_until: Mapped[datetime | None]
    canceled_reason_code: Mapped[int | None]
    version: Mapped[int]


class Event(Numbered):
    """What happened, kept for 30 days; the SIDs and the channel are what the list of events can be filtered by."""

    __tablename__ = "events"
    __table_args__ = (Index("events_by_date", "workspace_sid", "event_date"),)

    sid: Mapped[str] = mapped_column(unique=True)
    account_sid: Mapped[str]
    workspace_sid: Mapped[str]
    event_type: Mapped[str]
    event_date: Mapped[datetime]
    description: Mapped[str]
    event_data: Mapped[str]
    actor_type: Mapped[str | None]
    actor_sid: Mapped[str | None]
    resource_type: Mapped[str]
    resource_sid: Mapped[str]
    source: Mapped[str | None]
    source_ip_address: Mapped[str | None]
    task_sid: Mapped[str | None]
    worker_sid: Mapped[str | None]
    reservation_sid: Mapped[str | None]
    task_queue_sid: Mapped[str | None]
    workflow_sid: Mapped[str | None]
    task_channel_sid: Mapped[str | None]
    task_channel_name: Mapped[str | None]
