"""The record of what happened, and its filters."""

from __future__ import annotations

import json

import pytest

from emulator.tests.office import Office, rules
from taskrouter_emulator.arguments import Arguments
from taskrouter_emulator.domain import events, task_queues, tasks, worker_channels, workers, workflows, workspaces
from taskrouter_emulator.refusals import ApiError


def test_everything_that_happens_is_recorded(office: Office) -> None:
    queue = office.queue("Queue")
    workflow = office.workflow(default=queue)
    alice = office.worker("Alice", {"contact_uri": "client:alice"})
    office.do(worker_channels.update, alice, "default", Arguments({"capacity": 2, "available": False}))
    office.do(worker_channels.update, alice, "default", Arguments({"available": True}))
    task = office.task({"call": 1})
    office.update_task(task, priority=4)
    for status in ("accepted", "wrapping", "completed"):
        office.set(office.offer(task), status)
    office.update_worker(alice, attributes='{"level": 2}')
    office.update_worker(alice, activity_sid=office.activities["Offline"])
    office.do(task_queues.update, queue, Arguments({"max_reserved_workers": 2}))
    office.do(workflows.update, workflow, Arguments({"configuration": rules(default=queue)}))
    office.do(workspaces.update, Arguments({"friendly_name": "New"}))
    office.do(tasks.delete, task, Arguments())
    office.do(workers.delete, alice, Arguments())
    seen = [event["event_type"] for event in office.events()]
    assert seen[0] == "workspace.created"
    assert {
        "activity.created",
        "task-queue.created",
        "task-queue.updated",
        "task-queue.entered",
        "workflow.created",
        "workflow.updated",
        "workflow.entered",
        "workflow.target-matched",
        "worker.created",
        "worker.capacity.update",
        "worker.channel.availability.update",
        "worker.attributes.update",
        "worker.activity.update",
        "worker.deleted",
        "task.created",
        "task.updated",
        "task.wrapup",
        "task.completed",
        "task.deleted",
        "reservation.created",
        "reservation.accepted",
        "reservation.wrapup",
        "reservation.completed",
        "workspace.updated",
    } <= set(seen)
    assert seen.index("reservation.completed") < seen.index("task.completed") < seen.index("task.deleted")


def test_an_event_tells_who_and_what(office: Office) -> None:
    queue = office.queue("Queue")
    office.workflow(default=queue, name="Flow")
    alice = office.worker("Alice", {"level": 1})
    task = office.task({"call": 1})
    offer = office.offer(task)
    office.set(offer, "accepted")
    event = office.events(event_type="reservation.accepted")[0]
    assert office.see(events.fetch, event["sid"]) == event
    shown = {name: event[name] for name in ("resource_type", "resource_sid", "actor_type", "actor_sid", "source")}
    assert shown == {
        "resource_type": "reservation",
        "resource_sid": offer["sid"],
        "actor_type": "account",
        "actor_sid": office.client.account_sid,
        "source": "api",
    }
    assert event["resource_url"] == offer["url"]
    data = event["event_data"]
    assert json.loads(data["task_attributes"]) == {"call": 1}
    expected = {
        "worker_sid": alice,
        "worker_name": "Alice",
        "worker_activity_name": "Available",
        "task_sid": task,
        "task_queue_name": "Queue",
        "workflow_name": "Flow",
        "task_channel_unique_name": "default",
        "reservation_sid": offer["sid"],
        "reservation_status": "accepted",
        "workspace_name": "Office",
        "event_type": "reservation.accepted",
    }
    assert {name: data[name] for name in expected} == expected


def test_a_timer_is_nobodys_doing(office: Office) -> None:
    office.worker("Alice")
    task = office.task(task_queue_sid=office.queue("Queue"))
    office.advance(120)
    office.shown_task(task)
    event = office.events(event_type="reservation.timeout")[0]
    assert (event["actor_type"], event["actor_sid"], event["source"]) == (None, None, None)
    assert event["event_date_ms"] == 1772442120000


def test_filters(office: Office) -> None:
    queue = office.queue("Queue")
    workflow = office.workflow(default=queue)
    alice = office.worker("Alice")
    office.advance(1)
    office.worker("Bob")
    office.advance(1)
    task, other = office.task(task_channel="voice"), office.task(task_channel="chat")
    offer = office.reservations(task)[0]
    for params, count in (
        ({"reservation_sid": offer["sid"]}, 1),
        ({"task_sid": task, "event_type": "task.created"}, 1),
        ({"worker_sid": alice}, 2),
        ({"task_channel": "chat", "event_type": "reservation.created"}, 1),
        ({"workflow_sid": workflow, "event_type": "reservation.created"}, 2),
        ({"task_queue_sid": queue, "task_sid": other, "event_type": "task-queue.entered"}, 1),
        ({"event_type": "task"}, 0),
    ):
        assert len(office.events(**params)) == count, params


def test_windows_of_time(office: Office) -> None:
    office.advance(3600)
    office.queue("Queue")
    names = [event["event_type"] for event in office.events()]
    assert names == ["task-queue.created"]
    assert len(office.events(minutes=61)) > 1
    assert len(office.events(start_date="2026-03-02T09:00:00Z", end_date="2026-03-02T09:00:00Z")) == 4
    assert len(office.events(end_date="2026-03-02T09:59:59Z")) == 4
    assert len(office.events(minutes=10**18)) == 5
    with pytest.raises(ApiError, match="StartDate must be"):
        office.events(start_date="yesterday")


def test_events_are_kept_for_30_days(office: Office) -> None:
    office.advance(29 * 86_400)
    assert len(office.events(minutes=10**6)) == 4
    created = office.events(minutes=10**6)[0]
    office.advance(86_401)
    assert office.events(minutes=10**6) == []
    with pytest.raises(ApiError, match="was not found"):
        office.see(events.fetch, created["sid"])
    office.queue("Still working")
    assert len(office.events()) == 1
