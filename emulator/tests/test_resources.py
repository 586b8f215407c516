"""What protects resources from each other, and changes from being lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from emulator.tests.office import Office, Wall, rules
from taskrouter_emulator.arguments import Arguments
from taskrouter_emulator.domain import (
    activities,
    events,
    reservations,
    task_channels,
    task_queues,
    tasks,
    worker_channels,
    workers,
    workflows,
    workspaces,
)
from taskrouter_emulator.emulator import Emulator
from taskrouter_emulator.refusals import ApiError
from taskrouter_emulator.store.columns import Row
from taskrouter_emulator.store.rows import Task

OTHER_ACCOUNT = "AC" + "1" * 32


def _refused(act: Callable[..., object], *arguments: object) -> ApiError:
    with pytest.raises(ApiError) as caught:
        act(*arguments)
    return caught.value


def test_accounts_never_see_each_other(emulator: Emulator, wall: Wall) -> None:
    office, stranger = Office(emulator, wall), Office(emulator, wall, OTHER_ACCOUNT)
    listed = emulator.read_account(stranger.client, lambda tx: workspaces.list_(tx, Arguments())).body
    assert [workspace["sid"] for workspace in dict(listed or {})["workspaces"]] == [stranger.sid]  # type: ignore[attr-defined]
    stranger.sid = office.sid
    for operation, arguments in (
        (workspaces.fetch, ()),
        (tasks.list_, (Arguments(),)),
        (workers.list_, (Arguments(),)),
        (events.list_, (Arguments(),)),
    ):
        assert _refused(stranger.see, operation, *arguments).status == 404
    assert _refused(stranger.do, workspaces.delete).status == 404


def test_resources_of_another_workspace_are_not_found(emulator: Emulator, wall: Wall) -> None:
    office, other = Office(emulator, wall), Office(emulator, wall)
    queue, worker = office.queue("Queue", "1==2"), office.worker("Alice")
    task = office.task(task_queue_sid=queue)
    for operation, sid in ((tasks.fetch, task), (workers.fetch, worker), (task_queues.fetch, queue)):
        assert _refused(other.see, operation, sid).status == 404
    assert "no task queue" in _refused(lambda: other.task(task_queue_sid=queue)).message


def test_digits_of_a_sid_may_be_upper_case(office: Office) -> None:
    worker = office.worker("Alice")
    shouted = worker[:2] + worker[2:].upper()
    assert office.shown_worker(shouted)["sid"] == worker
    office.sid = office.sid[:2] + office.sid[2:].upper()
    assert office.shown_worker(worker)["workspace_sid"] == office.workspace["sid"]


def test_names_are_taken_whatever_their_case(office: Office) -> None:
    queue = office.queue("Straße")
    office.workflow(default=queue, name="Flow")
    office.worker("Ann")
    makers: dict[str, Callable[[], object]] = {
        "an activity": lambda: office.activity("OFFLINE"),
        "a task queue": lambda: office.queue("STRASSE"),
        "a workflow": lambda: office.workflow(default=queue, name="fLOW"),
        "a worker": lambda: office.worker("ANN"),
        "a task channel": lambda: office.channel("VOICE"),
    }
    for noun, make in makers.items():
        error = _refused(make)
        assert (error.status, error.code) == (400, 20001)
        assert f"already {noun}" in error.message
    ann = office.update_worker(office.worker("Ben"), friendly_name="Bea")
    assert office.update_worker(ann["sid"], friendly_name="BEA")["friendly_name"] == "BEA"
    assert len(office.see(task_queues.fetch, office.queue("x" * 100_000))["friendly_name"]) == 100_000


def test_nothing_in_use_is_deleted(office: Office) -> None:
    doing = office.activity("On a call")
    queue = office.queue("Queue", reservation_activity_sid=doing)
    workflow = office.workflow(default=queue)
    alice = office.worker("Alice")
    busy = office.task(task_channel="voice")
    attempts: dict[str, Callable[[], object]] = {
        "default or timeout": lambda: office.do(activities.delete, office.activities["Offline"]),
        "activity of worker": lambda: office.do(activities.delete, office.activities["Available"]),
        "activity of task queue": lambda: office.do(activities.delete, doing),
        "holds task": lambda: office.do(task_queues.delete, queue),
        "is open": lambda: office.do(workflows.delete, workflow),
        "available activity": lambda: office.do(workers.delete, alice, Arguments()),
        "without a channel": lambda: office.do(task_channels.delete, "default"),
        "uses it": lambda: office.do(task_channels.delete, "voice"),
    }
    for reason, attempt in attempts.items():
        error = _refused(attempt)
        assert (error.status, error.code) == (400, 20001)
        assert reason in error.message
    office.set(office.offer(busy), "accepted")
    office.update_worker(alice, activity_sid=office.activities["Offline"])
    assert "open reservations" in _refused(office.do, workers.delete, alice, Arguments()).message
    office.set(office.offer(busy), "completed")
    assert "names it" in _refused(attempts["holds task"]).message
    for operation, sid in ((workflows.delete, workflow), (task_queues.delete, queue), (activities.delete, doing)):
        office.do(operation, sid)
        assert _refused(office.do, operation, sid).status == 404
    office.do(workers.delete, alice, Arguments())
    assert office.offer(busy)["worker_name"] == "Alice"
    assert "uses it" in _refused(attempts["uses it"]).message
    office.advance(300)
    office.do(task_channels.delete, "voice")


def test_a_workspace_takes_everything_with_it(emulator: Emulator, wall: Wall) -> None:
    kept = Office(emulator, wall)
    office = Office(emulator, wall)
    office.worker("Alice")
    office.task(task_queue_sid=office.queue("Queue"))
    office.do(workspaces.delete)
    assert _refused(office.see, workspaces.fetch).status == 404
    with emulator.store.read() as session:
        for mapper in Row.registry.mappers:
            if (column := mapper.columns.get("workspace_sid")) is not None:
                left = session.scalar(select(func.count()).select_from(mapper.class_).where(column == office.sid))
                assert left == 0, mapper.class_
    assert kept.see(workspaces.fetch)["sid"] == kept.sid


def _versioned(office: Office) -> dict[str, tuple[Callable[[str | None], Any], Callable[[], str | None]]]:
    """For each resource with a version: a change under `If-Match`, and its present ETag."""
    worker = office.worker("Alice")
    task = office.task(task_queue_sid=office.queue("Queue"))
    offer = office.offer(task)
    counter = iter(range(100))
    statuses = iter(["accepted", "wrapping", "completed"])
    return {
        "worker": (
            lambda tag: office.do(workers.update, worker, Arguments({"friendly_name": f"A{next(counter)}"}, tag)),
            lambda: office.seen(workers.fetch, worker).etag,
        ),
        "task": (
            lambda tag: office.do(tasks.update, task, Arguments({"priority": next(counter) + 1}, tag)),
            lambda: office.seen(tasks.fetch, task).etag,
        ),
        "reservation": (
            lambda tag: office.do(
                reservations.update, Task, task, offer["sid"], Arguments({"reservation_status": next(statuses)}, tag)
            ),
            lambda: office.seen(reservations.fetch, Task, task, offer["sid"]).etag,
        ),
    }


@pytest.mark.parametrize("kind", ["worker", "task", "reservation"])
def test_a_lost_update_is_refused(office: Office, kind: str) -> None:
    change, tag = _versioned(office)[kind]
    current = tag() or ""
    assert tag() == current
    number = int(json.loads(current))
    for stale in (str(number + 1), f'"{number + 1}"', f'W/"{number - 1}"', '"x", "y"', ""):
        error = _refused(change, stale) if kind != "reservation" else _refused(_stale_accept, office, stale)
        assert (error.status, error.code) == (412, 20412)
    assert tag() == current
    change(f'"{number}"')
    changed = tag() or ""
    assert int(json.loads(changed)) == number + 1
    change(str(number + 1))
    change(f'"zzz", W/"{number + 2}"')


def _stale_accept(office: Office, tag: str) -> object:
    offer = next(iter(office.reservations(office.see(tasks.list_, Arguments())["tasks"][0]["sid"])))
    arguments = Arguments({"reservation_status": "accepted"}, tag)
    return office.do(reservations.update, Task, offer["task_sid"], offer["sid"], arguments)


def test_deleting_asks_for_the_version_too(office: Office) -> None:
    task, worker = office.task(task_queue_sid=office.queue("Queue")), office.worker("Al", activity="Offline")
    for operation, sid in ((tasks.delete, task), (workers.delete, worker)):
        assert _refused(office.do, operation, sid, Arguments({}, '"99"')).status == 412
        office.do(operation, sid, Arguments({}, "*"))


def test_reading_changes_nothing(office: Office) -> None:
    worker = office.worker("Alice")
    office.workflow(default=office.queue("Queue"))
    task = office.task()
    looks: tuple[tuple[Any, ...], ...] = (
        (tasks.fetch, task),
        (workers.fetch, worker),
        (tasks.list_, Arguments()),
        (workers.list_, Arguments()),
        (reservations.list_, Task, task, Arguments()),
        (worker_channels.list_, worker, Arguments()),
        (events.list_, Arguments()),
        (workspaces.fetch,),
    )
    assert [office.seen(*look) for look in looks] == [office.seen(*look) for look in looks]


def test_a_template_makes_a_queue_and_a_workflow(emulator: Emulator, wall: Wall) -> None:
    office = Office(emulator, wall, template="FIFO")
    queue = office.see(task_queues.list_, Arguments())["task_queues"][0]
    workflow = office.see(workflows.list_, Arguments())["workflows"][0]
    assert json.loads(workflow["configuration"]) == json.loads(rules(default=queue["sid"]))
    assert sorted(office.activities) == ["Available", "Offline", "Unavailable"]
    channels = office.see(task_channels.list_, Arguments())["channels"]
    assert [channel["unique_name"] for channel in channels] == ["default", "voice", "sms", "chat", "video"]
    assert office.workspace["default_activity_name"] == "Offline"


def test_lists_are_filtered(office: Office) -> None:
    sales = office.queue("Sales", "skill == 'sales'")
    alice = office.worker("Alice", {"skill": "sales"})
    office.worker("Bob", activity="Offline")
    office.workflow(default=sales, name="Flow")
    task = office.task({"kind": "order"}, priority=3)

    def found(operation: Callable[..., Any], key: str, **params: object) -> list[str]:
        return [item.get("friendly_name", item["sid"]) for item in office.see(operation, Arguments(params))[key]]

    assert found(workers.list_, "workers", available="1") == ["Alice"]
    assert found(workers.list_, "workers", available="no") == ["Bob"]
    assert found(workers.list_, "workers", activity_name="Offline") == ["Bob"]
    assert found(workers.list_, "workers", task_queue_name="Sales") == ["Alice"]
    assert found(workers.list_, "workers", task_queue_sid=sales) == ["Alice"]
    assert found(workers.list_, "workers", target_workers_expression="friendly_name == 'Bob'") == ["Bob"]
    assert found(workers.list_, "workers", ordering="FriendlyName:desc") == ["Bob", "Alice"]
    assert found(task_queues.list_, "task_queues", worker_sid=alice) == ["Sales"]
    assert found(task_queues.list_, "task_queues", evaluate_worker_attributes='{"skill": "none"}') == []
    assert found(activities.list_, "activities", available="yes") == ["Available"]
    for params in (
        {"priority": 3},
        {"assignment_status": ["reserved", "assigned"]},
        {"workflow_name": "Flow"},
        {"task_queue_name": "Sales"},
        {"evaluate_task_attributes": "kind == 'order'"},
        {"has_addons": False},
    ):
        assert found(tasks.list_, "tasks", **params) == [task], params
    for params in (
        {"priority": 4},
        {"workflow_name": "flow"},
        {"has_addons": True},
        {"assignment_status": ["pending"]},
    ):
        assert found(tasks.list_, "tasks", **params) == [], params
    for operation, params in (
        (workers.list_, {"target_workers_expression": "a b"}),
        (tasks.list_, {"ordering": "x:asc"}),
    ):
        assert _refused(lambda o=operation, p=params: office.see(o, Arguments(p))).code == 20001
