"""What clients may make of a task, and what becomes of its reservations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from emulator.tests.office import Office
from taskrouter_emulator.arguments import Arguments
from taskrouter_emulator.domain import tasks
from taskrouter_emulator.refusals import ApiError

TEXTS = {
    "canceled": "Cannot cancel task {sid} in workspace {workspace} for account {account} "
    "because it is not pending or reserved.",
    "completed": "Cannot complete task {sid} in workspace {workspace} for account {account} "
    "because it is not currently assigned.",
    "wrapping": "Cannot wrap up a task {sid} in workspace {workspace} for account {account} "
    "because it's not currently assigned.",
}
LEGAL = {
    "pending": {"canceled"},
    "reserved": {"canceled"},
    "assigned": {"wrapping", "completed"},
    "wrapping": {"completed"},
    "canceled": set(),
    "completed": set(),
}


def _task(office: Office, status: str) -> str:
    task = office.task(task_queue_sid=office.queue(f"Queue {status} {len(office.events())}"))
    if status != "pending":
        office.worker(f"Worker {len(office.events())}")
    _STEPS[status](office, task)
    assert office.status_of(task) == status
    return task


def _accept(office: Office, task: str) -> None:
    office.set(office.offer(task), "accepted")


def _then(status: str) -> Callable[[Office, str], None]:
    def step(office: Office, task: str) -> None:
        _accept(office, task)
        office.update_task(task, assignment_status=status)

    return step


_STEPS: dict[str, Callable[[Office, str], object]] = {
    "pending": lambda office, task: None,
    "reserved": lambda office, task: None,
    "assigned": _accept,
    "wrapping": _then("wrapping"),
    "completed": _then("completed"),
    "canceled": lambda office, task: office.update_task(task, assignment_status="canceled"),
}


@pytest.mark.parametrize("current", LEGAL)
def test_each_status_allows_exactly_its_successors(office: Office, current: str) -> None:
    for wanted, text in TEXTS.items():
        task = _task(office, current)
        if wanted in LEGAL[current]:
            assert office.update_task(task, assignment_status=wanted)["assignment_status"] == wanted
            continue
        before = office.shown_task(task)
        with pytest.raises(ApiError) as caught:
            office.update_task(task, assignment_status=wanted)
        assert (caught.value.status, caught.value.code) == (400, 20001)
        names = {"sid": task, "workspace": office.sid, "account": office.client.account_sid}
        assert caught.value.message == text.format(**names)
        assert office.shown_task(task) == before


@pytest.mark.parametrize("status", ["pending", "reserved", "assigned"])
def test_a_client_sets_no_status_of_the_router(office: Office, status: str) -> None:
    with pytest.raises(ApiError, match="canceled, wrapping or completed"):
        office.update_task(_task(office, "assigned"), assignment_status=status)


def test_the_end_of_a_task_ends_its_reservations(office: Office) -> None:
    canceled, wrapped, completed = _task(office, "reserved"), _task(office, "assigned"), _task(office, "assigned")
    office.update_task(canceled, assignment_status="canceled", reason="gone")
    office.update_task(wrapped, assignment_status="wrapping")
    office.update_task(completed, assignment_status="completed", reason="done")
    assert [office.offer(task)["reservation_status"] for task in (canceled, wrapped, completed)] == [
        "canceled",
        "wrapping",
        "completed",
    ]
    assert [office.shown_task(task)["reason"] for task in (canceled, completed)] == ["gone", "done"]


def test_the_last_reservation_completes_the_task(office: Office) -> None:
    task = _task(office, "assigned")
    office.set(office.offer(task), "completed")
    assert office.shown_task(task)["reason"] == "All reservations were completed"


def test_a_deleted_task_is_gone_and_its_reservation_ends(office: Office) -> None:
    reserved, assigned = _task(office, "reserved"), _task(office, "assigned")
    offers = [office.offer(task) for task in (reserved, assigned)]
    for task in (reserved, assigned):
        office.do(tasks.delete, task, Arguments())
        for act in (lambda sid=task: office.shown_task(sid), lambda sid=task: office.reservations(sid)):
            with pytest.raises(ApiError) as caught:
                act()
            assert caught.value.status == 404
    seen = [office.reservations(worker=offer["worker_sid"])[0]["reservation_status"] for offer in offers]
    assert seen == ["canceled", "completed"]
    office.advance(300)
    assert [office.reservations(worker=offer["worker_sid"]) for offer in offers] == [[], []]


def test_a_finished_task_is_forgotten_after_five_minutes(office: Office) -> None:
    task = _task(office, "completed")
    worker = office.offer(task)["worker_sid"]
    office.advance(299)
    assert office.status_of(task) == "completed"
    office.advance(1)
    with pytest.raises(ApiError, match="was not found"):
        office.shown_task(task)
    assert office.reservations(worker=worker) == []
    assert any(event["event_type"] == "task.system-deleted" for event in office.events())


def test_a_task_lives_only_so_long_unassigned(office: Office) -> None:
    queue = office.queue("Queue", "name == 'nobody'")
    waiting, assigned = office.task(task_queue_sid=queue, timeout=60), _task(office, "assigned")
    office.advance(59)
    assert office.status_of(waiting) == "pending"
    office.advance(1)
    assert office.status_of(waiting) == "canceled"
    assert office.shown_task(waiting)["reason"] == "Task TTL Exceeded"
    office.advance(86_400)
    assert office.status_of(assigned) == "assigned"


def test_attributes_and_an_end_need_two_requests(office: Office) -> None:
    task = _task(office, "assigned")
    with pytest.raises(ApiError, match="two requests"):
        office.update_task(task, assignment_status="completed", attributes="{}")
    office.update_task(task, attributes='{"survey": 5}')
    office.update_task(task, assignment_status="completed")
    assert office.shown_task(task)["attributes"] == '{"survey": 5}'


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{", "must be an object"),
        ("[]", "it is an array"),
        ("7", "it is a number"),
        ('{"a": NaN}', "NaN is no JSON value"),
        ('{"a": ' + "[" * 100_000, "nested too deeply"),
        ('{"a": ' + "9" * 5000 + "}", "5000 digits"),
    ],
)
def test_attributes_must_be_an_object(office: Office, text: str, fault: str) -> None:
    office.workflow(default=office.queue("Queue"))
    with pytest.raises(ApiError, match=fault):
        office.do(tasks.create, Arguments({"attributes": text}))


def test_a_virtual_start_is_in_the_past_but_not_too_far(office: Office) -> None:
    queue = office.queue("Queue")
    for moment, fault in (("2026-03-02T09:00:01Z", "future"), ("1899-12-31T23:59:59Z", "1900"), ("soon", "date")):
        with pytest.raises(ApiError, match=fault):
            office.task(task_queue_sid=queue, virtual_start_time=moment)
    task = office.task(task_queue_sid=queue, virtual_start_time="2026-03-02T10:30:00+02:00")
    assert office.shown_task(task)["virtual_start_time"] == "2026-03-02T08:30:00Z"
