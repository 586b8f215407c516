"""Every legal and every illegal change of a reservation's status, on both views."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from emulator.tests.office import Office, Shown
from taskrouter_emulator.refusals import ApiError
from taskrouter_emulator.store.rows import Task, Worker

STATUSES = ("pending", "accepted", "rejected", "timeout", "canceled", "rescinded", "wrapping", "completed")
LEGAL = {
    ("pending", "accepted"): "assigned",
    ("pending", "rejected"): "pending",
    ("accepted", "wrapping"): "wrapping",
    ("accepted", "completed"): "completed",
    ("wrapping", "completed"): "completed",
}
"""What a client may do, and what the task is then."""


def _reach(office: Office, status: str) -> Shown:
    """A reservation in the status, the only live one of its task."""
    queue = office.queue(f"Queue {status}", max_reserved_workers=2 if status == "rescinded" else 1)
    office.worker(f"Worker {status}")
    if status == "rescinded":
        office.worker("Rival")
    task = office.task(task_queue_sid=queue)
    reservation = office.reservations(task)[0]
    _STEPS[status](office, reservation)
    return next(found for found in office.reservations(task) if found["sid"] == reservation["sid"])


def _rescind(office: Office, reservation: Shown) -> None:
    rival = office.reservations(reservation["task_sid"])[1]
    office.set(rival, "accepted")


def _set(*statuses: str) -> Callable[[Office, Shown], None]:
    def step(office: Office, reservation: Shown) -> None:
        for status in statuses:
            office.set(reservation, status)

    return step


_STEPS: dict[str, Callable[[Office, Shown], object]] = {
    "pending": _set(),
    "accepted": _set("accepted"),
    "rejected": lambda office, offer: (
        office.set(offer, "rejected", worker_activity_sid=office.activities["Offline"]) and None
    ),
    "timeout": lambda office, offer: office.advance(121),
    "canceled": lambda office, offer: office.update_task(offer["task_sid"], assignment_status="canceled"),
    "rescinded": _rescind,
    "wrapping": _set("accepted", "wrapping"),
    "completed": _set("accepted", "completed"),
}


@pytest.mark.parametrize("view", [Task, Worker])
@pytest.mark.parametrize("current", STATUSES)
def test_each_status_allows_exactly_its_successors(office: Office, current: str, view: type[Task | Worker]) -> None:
    reservation = _reach(office, current)
    assert reservation["reservation_status"] == current
    for wanted in STATUSES:
        if (current, wanted) in LEGAL:
            continue
        with pytest.raises(ApiError) as caught:
            office.set(reservation, wanted, view)
        assert (caught.value.status, caught.value.code) == (400, 20001)
        assert caught.value.message == (
            f"Reservation {reservation['sid']} is already in state [{current}] and cannot be updated to [{wanted}]"
        )
    unchanged = next(
        found for found in office.reservations(reservation["task_sid"]) if found["sid"] == reservation["sid"]
    )
    assert unchanged == reservation


@pytest.mark.parametrize("view", [Task, Worker])
@pytest.mark.parametrize(("current", "wanted"), LEGAL)
def test_a_legal_change_moves_the_task_too(
    office: Office, current: str, wanted: str, view: type[Task | Worker]
) -> None:
    reservation = _reach(office, current)
    kept_out = {"worker_activity_sid": office.activities["Offline"]} if wanted == "rejected" else {}
    updated = office.set(reservation, wanted, view, **kept_out)
    assert updated["reservation_status"] == wanted
    assert office.status_of(reservation["task_sid"]) == LEGAL[current, wanted]
    parent = "Tasks" if view is Task else "Workers"
    assert f"/{parent}/" in updated["url"]


def test_both_views_show_one_reservation(office: Office) -> None:
    office.queue("Queue")
    worker = office.worker("Alice")
    task = office.task(task_queue_sid=office.queue("Other"))
    by_task, by_worker = office.reservations(task)[0], office.reservations(worker=worker)[0]
    assert {**by_task, "url": None} == {**by_worker, "url": None}
    assert by_task["url"].endswith(f"/Tasks/{task}/Reservations/{by_task['sid']}")
    assert by_worker["url"].endswith(f"/Workers/{worker}/Reservations/{by_task['sid']}")
    assert set(by_task["links"]) == {"task", "worker", "workspace"}


def test_neither_or_both_of_status_and_instruction_are_refused(office: Office) -> None:
    reservation = _reach(office, "pending")
    attempts: tuple[dict[str, Any], ...] = ({}, {"reservation_status": "accepted", "instruction": "dequeue"})
    for params in attempts:
        with pytest.raises(ApiError, match="either ReservationStatus or Instruction"):
            office.update(reservation, **params)


def test_a_reservation_is_found_below_its_own_parents_only(office: Office) -> None:
    reservation = _reach(office, "pending")
    stranger = office.worker("Stranger", activity="Offline")
    other = office.task(task_queue_sid=office.queue("Empty", "1==2"))
    for wrong in ({**reservation, "task_sid": other}, {**reservation, "worker_sid": stranger}):
        view = Task if wrong["task_sid"] == other else Worker
        with pytest.raises(ApiError) as caught:
            office.set(wrong, "accepted", view)
        assert caught.value.status == 404
        assert "was not found" in caught.value.message
