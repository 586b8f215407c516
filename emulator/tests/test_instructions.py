"""The instructions: what each needs, what it does, and what comes of a call."""

from __future__ import annotations

from typing import Any

import pytest

from emulator.tests.office import Office, Shown, Wall
from taskrouter_emulator.emulator import Emulator
from taskrouter_emulator.refusals import ApiError
from taskrouter_emulator.settings import Options, Telephony, save_telephony
from taskrouter_emulator.store import open_store
from taskrouter_emulator.store.rows import Task, Worker

DIALLED = {"from": "+15550100009", "to": "+15550100000", "call_sid": "CA" + "0" * 32}
URL: dict[str, Any] = {"call_from": "+15550100000", "call_url": "https://example.com/answer"}
DEQUEUE = {"instruction": "dequeue", "dequeue_to": "client:x", "dequeue_from": "+15550100000"}
REDIRECT: dict[str, Any] = {"redirect_call_sid": "CA" + "1" * 32, "redirect_url": "https://example.com/next"}


def _offer(office: Office, *, worker: dict[str, object] | None = None, task: dict[str, object] | None = None) -> Shown:
    office.worker("Alice", {"contact_uri": "client:alice"} if worker is None else worker)
    queue = office.queue("Queue")
    return office.offer(office.task(DIALLED if task is None else task, task_queue_sid=queue))


def _set_telephony(office: Office, telephony: Telephony) -> None:
    with office.emulator.store.write() as session:
        save_telephony(session, telephony)


@pytest.mark.parametrize("view", [Task, Worker])
@pytest.mark.parametrize(
    ("params", "status"),
    [
        ({"instruction": "dequeue"}, "accepted"),
        ({"instruction": "conference"}, "accepted"),
        ({"instruction": "call", **URL}, "pending"),
        ({"instruction": "call", **URL, "call_accept": True}, "accepted"),
        ({"instruction": "redirect", **REDIRECT}, "pending"),
        ({"instruction": "redirect", **REDIRECT, "redirect_accept": True}, "accepted"),
    ],
)
def test_what_an_instruction_makes_of_an_offer(
    office: Office, view: type[Task | Worker], params: dict[str, Any], status: str
) -> None:
    offer = _offer(office)
    assert office.update(offer, view, **params)["reservation_status"] == status
    assert office.status_of(offer["task_sid"]) == ("assigned" if status == "accepted" else "reserved")


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"instruction": "dequeue"}, 40131),
        ({"instruction": "dequeue", "dequeue_to": "client:x"}, 40132),
        (
            {"instruction": "dequeue", "dequeue_to": "x", "dequeue_from": "y", "dequeue_post_work_activity_sid": "WA"},
            40130,
        ),
        ({"instruction": "call"}, 40110),
        ({"instruction": "call", "call_to": "client:x"}, 40111),
        ({"instruction": "call", "call_to": "client:x", "call_from": "+1"}, 40112),
        ({"instruction": "redirect"}, 40121),
        ({"instruction": "redirect", "redirect_call_sid": "CA" + "1" * 32}, 40120),
        ({"instruction": "conference"}, 40137),
        ({"instruction": "conference", "to": "client:x"}, 40138),
        ({"instruction": "conference", "to": "x", "from_": "y", "post_work_activity_sid": "WA"}, 40143),
        ({"instruction": "supervise"}, 40146),
        ({"instruction": "dance"}, 55555),
    ],
)
def test_what_an_instruction_needs(office: Office, params: dict[str, Any], code: int) -> None:
    offer = _offer(office, worker={}, task={})
    with pytest.raises(ApiError) as caught:
        office.update(offer, **params)
    assert (caught.value.status, caught.value.code) == (400, code)
    assert office.offer(offer["task_sid"]) == offer


@pytest.mark.parametrize(
    ("instruction", "code"), [("call", 40114), ("redirect", 40123), ("dequeue", 40135), ("conference", 40136)]
)
def test_only_a_pending_reservation_is_instructed(office: Office, instruction: str, code: int) -> None:
    offer = office.set(_offer(office), "accepted")
    with pytest.raises(ApiError) as caught:
        office.update(offer, instruction=instruction, **URL, **REDIRECT)
    assert caught.value.code == code
    assert caught.value.message == (
        f"Unable to execute {instruction.capitalize()} instruction. "
        f"Reservation {offer['sid']} is not currently in a Pending state."
    )


def test_supervision_is_of_an_accepted_reservation_by_its_task(office: Office) -> None:
    boss = office.worker("Boss", {"contact_uri": "client:boss"}, activity="Offline")
    mute = office.worker("Mute", activity="Offline")
    offer = office.set(_offer(office), "accepted")
    watched = office.update(offer, instruction="supervise", supervisor=boss, supervisor_mode="monitor")
    assert watched == offer
    for supervisor, view, code in ((mute, Task, 40147), ("WK" + "0" * 32, Task, 40147), (boss, Worker, 55555)):
        with pytest.raises(ApiError) as caught:
            office.update(offer, view, instruction="supervise", supervisor=supervisor, supervisor_mode="barge")
        assert caught.value.code == code


def test_a_call_that_is_answered_later(office: Office) -> None:
    _set_telephony(office, Telephony("answer_async", delay=200))
    offer = _offer(office)
    assert office.update(offer, instruction="conference")["reservation_status"] == "pending"
    attempts: tuple[dict[str, Any], ...] = ({"instruction": "dequeue"}, {"reservation_status": "accepted"})
    for params in attempts:
        with pytest.raises(ApiError) as caught:
            office.update(offer, **params)
        assert caught.value.message == (
            f"Reservation {offer['sid']} not in expected state [pending] and cannot be updated to [onHold]"
        )
    office.advance(199)  # longer than the reservation's own timeout, which waits for the call
    assert office.offer(offer["task_sid"])["reservation_status"] == "pending"
    office.advance(1)
    assert office.offer(offer["task_sid"])["reservation_status"] == "accepted"


def test_a_call_that_fails_cancels_the_offer_and_not_the_task(office: Office) -> None:
    _set_telephony(office, Telephony("fail", 21215, delay=2))
    offer = _offer(office)
    assert office.update(offer, instruction="dequeue")["reservation_status"] == "pending"
    office.advance(2)
    assert office.statuses(offer["task_sid"]) == {"Alice": ["canceled", "pending"]}
    event = next(event for event in office.events() if event["event_type"] == "reservation.canceled")
    assert event["event_data"]["canceled_reason_code"] == 21215
    assert event["actor_type"] is None


def test_a_rejection_while_the_phone_rings_ends_the_call(office: Office) -> None:
    _set_telephony(office, Telephony("fail", delay=5))
    offer = _offer(office)
    office.update(offer, instruction="conference")
    office.set(offer, "rejected", worker_activity_sid=office.activities["Offline"])
    office.advance(10)
    assert office.statuses(offer["task_sid"]) == {"Alice": ["rejected"]}


def test_the_activity_after_the_call(single: Office) -> None:
    notes = single.activity("Writing notes")
    offer = _offer(single)
    single.update(offer, instruction="conference", post_work_activity_sid=notes)
    single.set(offer, "completed")
    assert single.activity_of(offer["worker_sid"]) == "Writing notes"


def test_a_call_in_the_task_can_be_required() -> None:
    wall = Wall()
    office = Office(Emulator(open_store("memory"), Options(is_call_sid_required=True), wall), wall)
    offer = _offer(office, task={"to": "+15550100000"})
    for instruction, code in (("dequeue", 40140), ("conference", 40142)):
        with pytest.raises(ApiError) as caught:
            office.update(offer, instruction=instruction)
        assert caught.value.code == code
