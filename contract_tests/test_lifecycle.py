"""Every step of the life cycles, legal or not, on both views; versions; and who wins where several want the same."""

from __future__ import annotations

import contextlib
import itertools
import json
import re
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from dovetail.contract import Exchange, RequestRecord, ResponseRecord
from taskrouter import Client, errors

from . import scenes
from .conftest import Target
from .control import Control
from .lifecycles import Lifecycle, lifecycle
from .raw import FORM, RawClient
from .recording import Recorder
from .scenes import VIEWS, Centre, Offer, View

RESERVATION_STATES = ("pending", "accepted", "rejected", "timeout", "canceled", "rescinded", "wrapping", "completed")
TASK_STATES = ("pending", "reserved", "assigned", "wrapping", "completed", "canceled")
INSTRUCTIONS: dict[str, tuple[int, dict[str, object]]] = {
    "call": (40114, {"call_from": "+15550100003", "call_url": "https://example.com/twiml"}),
    "redirect": (40123, {"redirect_call_sid": "CA" + "2" * 32, "redirect_url": "https://example.com/twiml"}),
    "dequeue": (40135, {}),
    "conference": (40136, {}),
}
"""What each needs, and the code with which it is refused where the reservation is not pending."""


@pytest.fixture(scope="module")
def reservation_cycle(description: Any) -> Lifecycle:
    return lifecycle(description, "Reservation")


@pytest.fixture(scope="module")
def task_cycle(description: Any) -> Lifecycle:
    return lifecycle(description, "Task")


def refused(attempt: Callable[[], object], code: int = 20001) -> str:
    """Attempt what must be refused with 400 and this code; what the refusal says."""
    with pytest.raises(errors.BadRequest) as caught:
        attempt()
    assert caught.value.code == code, caught.value
    assert caught.value.more_info == f"https://www.twilio.com/docs/errors/{code}"
    return str(caught.value.message)


def test_the_tables_are_those_of_the_description(reservation_cycle: Lifecycle, task_cycle: Lifecycle) -> None:
    assert set(RESERVATION_STATES) == set(reservation_cycle.states)
    assert set(TASK_STATES) == set(task_cycle.states)
    assert reservation_cycle.request == "ReservationStatus"
    assert task_cycle.request == "AssignmentStatus"


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("before", RESERVATION_STATES)
def test_reservation_refuses_every_illegal_status_and_stays_as_it_is(
    before: str, view: View, centre: Centre, control: Control, raw: RawClient, reservation_cycle: Lifecycle
) -> None:
    offer = scenes.reservation_in(before, centre, control)
    for after in RESERVATION_STATES:
        if reservation_cycle.is_open_to_clients(before, after):
            continue
        answer = raw.send("POST", offer.path(view), {"ReservationStatus": after})
        told = answer.body.decode()
        assert answer.status == 400, f"{before} → {after}: {answer.status} {told}"
        expected = f"Reservation {offer.sid} is already in state [{before}] and cannot be updated to [{after}]"
        assert f'"{expected}"' in told, told
        assert '"code":20001' in told.replace(" ", ""), told
    assert offer.status == before


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("before", RESERVATION_STATES)
def test_reservation_takes_every_legal_status(
    before: str, view: View, centre: Centre, control: Control, reservation_cycle: Lifecycle
) -> None:
    legal = [after for after in RESERVATION_STATES if reservation_cycle.is_open_to_clients(before, after)]
    for after in legal:
        offer = scenes.reservation_in(before, centre, control)
        assert offer.status == before
        answer = offer.reservations(view).update(offer.sid, reservation_status=after)
        assert answer.reservation_status == after
        other: View = "worker" if view == "task" else "task"
        assert offer.reservations(other).fetch(offer.sid).reservation_status == after
    if not legal:
        assert scenes.reservation_in(before, centre, control).status == before


@pytest.mark.parametrize("before", TASK_STATES)
def test_task_refuses_every_illegal_status_in_the_words_of_the_api(
    before: str, centre: Centre, control: Control, raw: RawClient, target: Target, task_cycle: Lifecycle
) -> None:
    task = scenes.task_in(before, centre, control)
    place = f"task {task} in workspace {centre.sid} for account {target.account.username}"
    words = {
        "canceled": f"Cannot cancel {place} because it is not pending or reserved.",
        "completed": f"Cannot complete {place} because it is not currently assigned.",
        "wrapping": f"Cannot wrap up a {place} because it's not currently assigned.",
    }
    for after in TASK_STATES:
        if task_cycle.is_open_to_clients(before, after):
            continue
        answer = raw.send("POST", f"/v1/Workspaces/{centre.sid}/Tasks/{task}", {"AssignmentStatus": after})
        told = answer.body.decode()
        assert answer.status == 400, f"{before} → {after}: {answer.status} {told}"
        assert '"code":20001' in told.replace(" ", ""), told
        if after in task_cycle.settable:
            assert f'"{words[after]}"' in told, told
    assert centre.here.tasks.fetch(task).assignment_status == before


@pytest.mark.parametrize("before", TASK_STATES)
def test_task_takes_every_legal_status_and_its_reservation_follows(
    before: str, centre: Centre, control: Control, task_cycle: Lifecycle
) -> None:
    legal = [after for after in TASK_STATES if task_cycle.is_open_to_clients(before, after)]
    for after in legal:
        task = scenes.task_in(before, centre, control)
        assert centre.here.tasks.update(task, assignment_status=after, reason="so it is").assignment_status == after
        for reservation in centre.here.tasks(task).reservations.list():
            assert reservation.reservation_status == after
    if not legal:
        assert centre.here.tasks.fetch(scenes.task_in(before, centre, control)).assignment_status == before


def test_task_follows_its_reservation(centre: Centre, control: Control) -> None:
    """What the overlay leaves to the server: the task goes where its reservations go."""
    offer = centre.offer()
    steps = [("accepted", "assigned"), ("wrapping", "wrapping"), ("completed", "completed")]
    assert centre.here.tasks.fetch(offer.task).assignment_status == "reserved"
    for status, expected in steps:
        offer.reservations("worker").update(offer.sid, reservation_status=status)
        assert centre.here.tasks.fetch(offer.task).assignment_status == expected
    assert centre.here.tasks.fetch(offer.task).reason == "All reservations were completed"


def test_task_waits_again_when_its_last_offer_ends_unaccepted(centre: Centre, control: Control) -> None:
    for status in ("rejected", "timeout"):
        (offer,) = scenes.rival_offers(centre, 1, task_reservation_timeout=5)
        assert centre.here.tasks.fetch(offer.task).assignment_status == "reserved"
        if status == "rejected":
            offer.reservations("worker").reject(offer.sid, worker_activity_sid=centre.unavailable)
        else:
            control.advance(6)
        assert offer.status == status
        assert centre.here.workers.fetch(offer.worker).available is False
        assert centre.here.tasks.fetch(offer.task).assignment_status == "pending", status


def test_call_that_fails_cancels_the_reservation_and_frees_the_task(centre: Centre, control: Control) -> None:
    with control.telephony("fail", code=13223, delay=2):
        offer = centre.offer()
        assert offer.reservations("task").conference(offer.sid).reservation_status == "pending"
        told = refused(lambda: offer.reservations("worker").accept(offer.sid))
        assert told == f"Reservation {offer.sid} not in expected state [pending] and cannot be updated to [onHold]"
        control.advance(3)
        assert offer.status == "canceled"


def test_call_that_is_answered_later_accepts_the_reservation_later(centre: Centre, control: Control) -> None:
    with control.telephony("answer_async", delay=2):
        offer = centre.offer()
        assert offer.reservations("task").dequeue(offer.sid).reservation_status == "pending"
        control.advance(3)
        assert offer.status == "accepted"


def test_too_many_rejections_cancel_the_task(centre: Centre, control: Control) -> None:
    control.limit_rejections(centre.sid, 3)
    offer = centre.offer()
    for count in range(1, 4):
        pending = list(offer.reservations("task").list(reservation_status="pending"))
        assert len(pending) == 1, f"after {count - 1} rejections"
        offer.reservations("task").reject(pending[0].sid)
    task = centre.here.tasks.fetch(offer.task)
    assert task.assignment_status == "canceled"
    assert len(list(offer.reservations("task").list(reservation_status="rejected"))) == 3


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("status", [state for state in RESERVATION_STATES if state != "pending"])
def test_instruction_is_refused_unless_pending(status: str, view: View, centre: Centre, control: Control) -> None:
    offer = scenes.reservation_in(status, centre, control)
    for name, (code, needs) in INSTRUCTIONS.items():
        told = refused(lambda: offer.reservations(view).update(offer.sid, instruction=name, **needs), code)  # noqa: B023
        assert told == (
            f"Unable to execute {name.capitalize()} instruction. "
            f"Reservation {offer.sid} is not currently in a Pending state."
        )
    assert offer.status == status


@pytest.mark.parametrize("status", [state for state in RESERVATION_STATES if state != "accepted"])
def test_only_an_accepted_reservation_is_supervised(status: str, centre: Centre, control: Control) -> None:
    offer = scenes.reservation_in(status, centre, control)
    refused(lambda: offer.reservations("task").supervise(offer.sid, "client:boss", "monitor"), 40146)


@pytest.mark.parametrize("view", VIEWS)
def test_instruction_accepts_where_it_says_so(view: View, centre: Centre) -> None:
    ends: dict[str, tuple[dict[str, object], str]] = {
        "call": ({}, "pending"),
        "redirect": ({}, "pending"),
        "dequeue": ({}, "accepted"),
        "conference": ({}, "accepted"),
    }
    for name, (extra, status) in ends.items():
        offer = centre.offer()
        answer = offer.reservations(view).update(offer.sid, instruction=name, **INSTRUCTIONS[name][1], **extra)
        assert answer.reservation_status == status, name
    for name in ("call", "redirect"):
        offer = centre.offer()
        needs = {**INSTRUCTIONS[name][1], f"{name}_accept": True}
        assert offer.reservations(view).update(offer.sid, instruction=name, **needs).reservation_status == "accepted"


def test_deleted_task_takes_its_reservations_along(centre: Centre, raw: RawClient) -> None:
    offer = centre.offer()
    centre.here.tasks.delete(offer.task)
    with pytest.raises(errors.NotFound):
        centre.here.tasks.fetch(offer.task)
    assert offer.reservations("worker").fetch(offer.sid).reservation_status == "canceled"


# ---- Versions -------------------------------------------------------------------------------------------------------


def _etag(client: Client, recorder: Recorder, read: Callable[[], object]) -> str:
    read()
    value = recorder.last.response.header("etag")
    assert value is not None
    assert re.fullmatch(r'"\d+"', value), value
    return value


@pytest.mark.parametrize("view", VIEWS)
def test_reservation_is_guarded_by_its_etag(
    view: View, centre: Centre, client: Client, recorder: Recorder, raw: RawClient
) -> None:
    offer = centre.offer()
    there = offer.reservations(view)
    first = _etag(client, recorder, lambda: there.fetch(offer.sid))
    assert first == _etag(client, recorder, lambda: there.fetch(offer.sid))
    there.accept(offer.sid, if_match=first)
    second = _etag(client, recorder, lambda: there.fetch(offer.sid))
    assert int(second.strip('"')) == int(first.strip('"')) + 1
    with pytest.raises(errors.PreconditionFailed) as caught:
        there.wrap(offer.sid, if_match=first)
    assert caught.value.code == 20412
    assert offer.status == "accepted"
    there.wrap(offer.sid, if_match="*")
    third = _etag(client, recorder, lambda: there.fetch(offer.sid))
    there.complete(offer.sid, if_match=f"W/{third}")
    assert offer.status == "completed"


@pytest.mark.parametrize("form", ["{}", '"{}"', 'W/"{}"'])
def test_every_form_of_a_version_is_understood(form: str, centre: Centre, client: Client, recorder: Recorder) -> None:
    worker = centre.worker().sid
    task = scenes.task_in("pending", centre, Control(None))
    places: list[tuple[Any, str, dict[str, object]]] = [
        (centre.here.workers, worker, {"attributes": {"form": form}}),
        (centre.here.tasks, task, {"priority": 7}),
    ]
    for there, sid, change in places:
        version = _etag(client, recorder, lambda: there.fetch(sid)).strip('"')  # noqa: B023
        there.update(sid, if_match=form.format(version), **change)
        newer = _etag(client, recorder, lambda: there.fetch(sid)).strip('"')  # noqa: B023
        assert int(newer) > int(version)
        with pytest.raises(errors.PreconditionFailed):
            there.update(sid, if_match=form.format(version), **change)
        with pytest.raises(errors.PreconditionFailed):
            there.delete(sid, if_match=form.format(version))
    centre.here.workers.update(worker, activity_sid=centre.offline)
    centre.here.workers.delete(worker, if_match="*")
    version = _etag(client, recorder, lambda: centre.here.tasks.fetch(task)).strip('"')
    centre.here.tasks.delete(task, if_match=form.format(version))


def test_refused_change_changes_nothing(centre: Centre, client: Client, recorder: Recorder) -> None:
    offer = centre.offer()
    there = offer.reservations("task")
    before = there.fetch(offer.sid)
    tag = recorder.last.response.header("etag")
    refused(lambda: there.wrap(offer.sid))
    with pytest.raises(errors.PreconditionFailed):
        there.accept(offer.sid, if_match='"999"')
    assert there.fetch(offer.sid) == before
    assert recorder.last.response.header("etag") == tag


# ---- Several at once ------------------------------------------------------------------------------------------------


def _settle(results: list[Exchange], recorder: Recorder, offers: list[Offer]) -> None:
    """Exactly one has won; each loser was told the state in which it found its reservation."""
    for exchange in results:
        recorder.add(exchange)
    assert Counter(exchange.response.status for exchange in results) == {200: 1, 400: len(results) - 1}, results
    for exchange in results:
        if exchange.response.status == 400:
            told = exchange.response.body.decode()
            assert re.search(
                r"is already in state \[(accepted|rescinded)\] and cannot be updated to \[accepted\]", told
            )
            assert '"code":20001' in told.replace(" ", "")
    statuses = Counter(offer.status for offer in offers)
    assert statuses == Counter(["accepted"] + ["rescinded"] * (len(offers) - 1))


def _said(target: Target, path: str, answer: ResponseRecord) -> Exchange:
    headers = (("Content-Type", FORM), ("Authorization", target.account.authorization))
    return Exchange(RequestRecord("POST", target.url + path, headers, b"ReservationStatus=accepted"), answer)


def _paths(offers: list[Offer]) -> list[str]:
    """Eight places to accept at, on both views of every offer."""
    places = itertools.cycle([offer.path(view) for offer in offers for view in VIEWS])
    return list(itertools.islice(places, 8))


@pytest.mark.parametrize("count", [1, 4], ids=["one reservation", "rivals"])
def test_of_simultaneous_accepts_from_threads_one_wins(
    count: int, centre: Centre, target: Target, recorder: Recorder
) -> None:
    offers = scenes.rival_offers(centre, count)
    unrecorded = RawClient(target.url, target.account)
    barrier = threading.Barrier(8)

    def attempt(path: str) -> Exchange:
        barrier.wait()
        return _said(target, path, unrecorded.send("POST", path, {"ReservationStatus": "accepted"}))

    with ThreadPoolExecutor(8) as pool:
        _settle(list(pool.map(attempt, _paths(offers))), recorder, offers)


def test_of_simultaneous_accepts_from_processes_one_wins(centre: Centre, target: Target, recorder: Recorder) -> None:
    with contextlib.ExitStack() as stack:
        rivals = [stack.enter_context(_rival(target)) for _ in range(8)]
        for rival in rivals:
            assert rival.stdout is not None
            assert rival.stdout.readline() == "ready\n"
        for count in (1, 4, 1, 4):
            offers = scenes.rival_offers(centre, count)
            for rival, path in zip(rivals, _paths(offers), strict=True):
                assert rival.stdin is not None
                rival.stdin.write(f"{path}\n")
                rival.stdin.flush()
            answers = [json.loads(rival.stdout.readline()) for rival in rivals if rival.stdout]
            results = [
                _said(
                    target,
                    said["path"],
                    ResponseRecord(said["status"], tuple(map(tuple, said["headers"])), said["body"].encode()),
                )
                for said in answers
            ]
            _settle(results, recorder, offers)


@contextlib.contextmanager
def _rival(target: Target) -> Iterator[subprocess.Popen[str]]:
    """A process that accepts when it is told to."""
    place = urlsplit(target.url)
    script = Path(__file__).with_name("rival.py")
    command: list[str | Path] = [
        sys.executable,
        "-I",
        script,
        str(place.hostname),
        str(place.port),
        target.account.authorization,
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()
