"""Offers to several workers, and what becomes of those that are not accepted."""

from __future__ import annotations

import pytest

from emulator.tests.office import Office, Wall
from taskrouter_emulator.arguments import Arguments
from taskrouter_emulator.domain import workspaces
from taskrouter_emulator.emulator import Emulator
from taskrouter_emulator.refusals import ApiError
from taskrouter_emulator.settings import Options
from taskrouter_emulator.store import open_store
from taskrouter_emulator.store.rows import Worker


def test_the_first_to_accept_wins_and_the_others_are_rescinded(office: Office) -> None:
    queue = office.queue("Queue", max_reserved_workers=3)
    for name in ("Ann", "Ben", "Cid", "Dan"):
        office.advance(1)
        office.worker(name)
    task = office.task(task_queue_sid=queue)
    assert office.statuses(task) == {"Ann": ["pending"], "Ben": ["pending"], "Cid": ["pending"]}
    ann, ben, _ = office.reservations(task)
    office.set(ben, "accepted", Worker)
    assert office.statuses(task) == {"Ann": ["rescinded"], "Ben": ["accepted"], "Cid": ["rescinded"]}
    with pytest.raises(ApiError, match=r"already in state \[rescinded\] and cannot be updated to \[accepted\]"):
        office.set(ann, "accepted", Worker)
    # Whoever was let go is free for the next task at once.
    assert office.offer(office.task(task_queue_sid=queue))["worker_name"] in {"Ann", "Cid", "Dan"}


def test_a_task_stays_reserved_until_its_last_offer_ends(office: Office) -> None:
    queue = office.queue("Queue", max_reserved_workers=2)
    for name in ("Ann", "Ben"):
        office.worker(name)
    task = office.task(task_queue_sid=queue)
    offline = {"worker_activity_sid": office.activities["Offline"]}
    first, second = office.reservations(task)
    office.set(first, "rejected", **offline)
    assert office.status_of(task) == "reserved"
    office.set(second, "rejected", **offline)
    assert office.status_of(task) == "pending"


def test_a_worker_who_comes_later_fills_the_free_offer(office: Office) -> None:
    queue = office.queue("Queue", max_reserved_workers=2)
    office.worker("Ann")
    task = office.task(task_queue_sid=queue)
    office.set(office.offer(task), "rejected")
    # Nobody else fits: it is offered to her again; and to Ben, who comes now.
    assert office.statuses(task) == {"Ann": ["rejected", "pending"]}
    office.worker("Ben")
    assert office.statuses(task) == {"Ann": ["rejected", "pending"], "Ben": ["pending"]}


def test_too_many_rejections_cancel_the_task(office: Office) -> None:
    office.worker("Ann")
    task = office.task(task_queue_sid=office.queue("Queue"))
    for _ in range(9):
        office.set(office.offer(task), "rejected")
    assert office.status_of(task) == "reserved"
    office.set(office.offer(task), "rejected")
    shown = office.shown_task(task)
    assert (shown["assignment_status"], shown["reason"]) == ("canceled", "Max assignment count exceeded")
    assert office.statuses(task) == {"Ann": ["rejected"] * 10}
    assert [event["event_type"] for event in office.events()][-1] == "task.canceled"


@pytest.mark.slow
def test_a_thousand_rejections_are_the_usual_limit() -> None:
    wall = Wall()
    office = Office(Emulator(open_store("memory"), Options(), wall), wall)
    office.worker("Ann")
    task = office.task(task_queue_sid=office.queue("Queue"))
    offers = 0
    while office.status_of(task) != "canceled":
        offer = office.reservations(task, reservation_status="pending")[0]
        office.set(offer, "rejected")
        offers += 1
    assert offers == 1000


def test_nobody_answers_in_time(office: Office) -> None:
    queue = office.queue("Queue")
    office.workflow(default=queue, timeout=30)
    ann = office.worker("Ann")
    task = office.task()
    office.advance(29)
    assert office.offer(task)["reservation_status"] == "pending"
    office.advance(1)
    offer = office.offer(task)
    assert (offer["reservation_status"], offer["date_updated"]) == ("timeout", "2026-03-02T09:00:30Z")
    assert office.activity_of(ann) == "Offline"
    assert office.status_of(task) == "pending"


def test_time_that_was_jumped_over_counts_as_if_it_was_waited_for(office: Office) -> None:
    office.do(workspaces.update, Arguments({"timeout_activity_sid": office.activities["Available"]}))
    office.workflow(default=office.queue("Queue"), timeout=600)
    office.worker("Ann")
    task = office.task(timeout=3600)
    office.advance(86_400)
    with pytest.raises(ApiError, match="was not found"):
        office.shown_task(task)
    seen = office.events(task_sid=task, minutes=2000)
    ends = [event["event_date"] for event in seen if event["event_type"] == "reservation.timeout"]
    assert ends == [
        f"2026-03-02T{hour:02}:{minute:02}:00Z" for hour, minute in ((9, 10), (9, 20), (9, 30), (9, 40), (9, 50))
    ]
    canceled = next(event for event in seen if event["event_type"] == "task.canceled")
    assert canceled["event_date"] == "2026-03-02T10:00:00Z"


@pytest.mark.slow
def test_a_long_sleep_is_caught_up_with_in_bounded_work() -> None:
    wall = Wall()
    office = Office(Emulator(open_store("memory"), Options(), wall), wall)
    office.do(workspaces.update, Arguments({"timeout_activity_sid": office.activities["Available"]}))
    office.workflow(default=office.queue("Queue"), timeout=1)
    office.worker("Ann")
    task = office.task(timeout=1_209_600)
    office.advance(10 * 86_400)
    assert office.status_of(task) == "reserved"
    offers = office.events(event_type="reservation.created", minutes=10**6)
    assert 900 <= len(offers) <= 1000
    office.advance(1)
    pending = office.reservations(task, reservation_status="pending")
    assert [offer["date_created"] for offer in pending] == ["2026-03-12T09:00:01Z"]


def test_going_away_with_offers_pending(office: Office) -> None:
    ann = office.worker("Ann")
    task = office.task(task_queue_sid=office.queue("Queue"))
    away = {"activity_sid": office.activities["Offline"]}
    break_ = office.activity("Other work", available=True)
    with pytest.raises(ApiError, match="pending reservations"):
        office.update_worker(ann, **away)
    with pytest.raises(ApiError, match="Unable to reject pending reservations when updating to an Available activity"):
        office.update_worker(ann, activity_sid=break_, reject_pending_reservations=True)
    office.update_worker(ann, activity_sid=break_)
    assert office.statuses(task) == {"Ann": ["pending"]}
    office.update_worker(ann, **away, reject_pending_reservations=True)
    assert office.statuses(task) == {"Ann": ["rejected"]}
    assert (office.activity_of(ann), office.status_of(task)) == ("Offline", "pending")
