"""Several processes on one store: one of simultaneous accepts wins, and what is due is done once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any

import pytest

from emulator.tests.caller import Caller
from house.postgresql import Postgresql
from taskrouter_emulator.pytest_plugin import RunningEmulator, start_emulator

PROCESSES = 4
RIVALS = 8
ROUNDS = 10

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningEmulator]:
    """An emulator of four processes."""
    store = f"sqlite:///{tmp_path_factory.mktemp('store')}/store.db"
    if request.param == "postgresql":
        server: Postgresql = request.getfixturevalue("postgresql")
        store = server.database()
    emulator = start_emulator("--workers", str(PROCESSES), store=store)
    yield emulator
    emulator.stop()


def _at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """What comes of doing all of it at the same moment."""
    barrier = Barrier(len(acts))

    def act(index: int) -> Any:
        barrier.wait(timeout=60)
        return acts[index]()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(act, range(len(acts))))


def _accept(url: str, workspace: str, offer: dict[str, Any], *, by_worker: bool) -> Callable[[], Any]:
    parent = f"Workers/{offer['worker_sid']}" if by_worker else f"Tasks/{offer['task_sid']}"
    caller = Caller(url)
    path = f"{workspace}/{parent}/Reservations/{offer['sid']}"
    return lambda: caller.call("POST", path, data={"ReservationStatus": "accepted"})


def test_of_simultaneous_accepts_exactly_one_wins(running: RunningEmulator) -> None:
    caller = Caller(running.url)
    workspace = caller.fresh_workspace()
    offers = caller.offers(workspace, workers=RIVALS, tasks=ROUNDS)
    assert len(offers) == RIVALS * ROUNDS
    for round_ in range(ROUNDS):
        rivals = offers[round_ * RIVALS : (round_ + 1) * RIVALS]
        acts = [
            _accept(running.url, workspace, offer, by_worker=number % 2 == 0) for number, offer in enumerate(rivals)
        ]
        answers = _at_once(acts)
        assert sorted(answer.status_code for answer in answers) == [200] + [400] * (RIVALS - 1)
        for offer, answer in zip(rivals, answers, strict=True):
            if answer.status_code == 400:
                expected = (
                    f"Reservation {offer['sid']} is already in state [rescinded] and cannot be updated to [accepted]"
                )
                assert (answer.json()["code"], answer.json()["message"]) == (20001, expected)
        path = f"{workspace}/Tasks/{rivals[0]['task_sid']}"
        states = [each["reservation_status"] for each in caller.get(f"{path}/Reservations")["reservations"]]
        assert sorted(states) == ["accepted"] + ["rescinded"] * (RIVALS - 1)
        assert caller.get(path)["assignment_status"] == "assigned"


def test_the_same_accept_sent_twice_at_once_wins_once(running: RunningEmulator) -> None:
    caller = Caller(running.url)
    workspace = caller.fresh_workspace()
    for offer in caller.offers(workspace, workers=1, tasks=3):
        acts = [_accept(running.url, workspace, offer, by_worker=number % 2 == 0) for number in range(RIVALS)]
        answers = _at_once(acts)
        assert sorted(answer.status_code for answer in answers) == [200] + [400] * (RIVALS - 1)
        assert {answer.json()["message"].partition(" is ")[2] for answer in answers if answer.status_code == 400} == {
            "already in state [accepted] and cannot be updated to [accepted]"
        }


def test_no_worker_is_given_more_than_fits(running: RunningEmulator) -> None:
    caller = Caller(running.url)
    workspace = caller.fresh_workspace()
    available = caller.get(f"{workspace}/Activities", Available="true")["activities"][0]["sid"]
    for number in range(3):
        caller.post(f"{workspace}/Workers", FriendlyName=f"Worker {number}", ActivitySid=available)
    queue = caller.post(f"{workspace}/TaskQueues", FriendlyName="Queue")["sid"]
    callers = [Caller(running.url) for _ in range(12)]
    made = _at_once([partial(each.post, f"{workspace}/Tasks", TaskQueueSid=queue) for each in callers])
    statuses = [caller.get(f"{workspace}/Tasks/{task['sid']}")["assignment_status"] for task in made]
    assert sorted(statuses) == ["pending"] * 9 + ["reserved"] * 3


def test_what_is_due_is_done_once_by_whoever_comes_first(running: RunningEmulator) -> None:
    caller = Caller(running.url)
    workspace = caller.fresh_workspace()
    offers = caller.offers(workspace, workers=1, tasks=20)
    running.advance(121)
    callers = [Caller(running.url) for _ in range(12)]
    _at_once([partial(each.get, f"{workspace}/Tasks") for each in callers])
    found = caller.get(f"{workspace}/Events", EventType="reservation.timeout", PageSize=1000)["events"]
    assert sorted(event["resource_sid"] for event in found) == sorted(offer["sid"] for offer in offers)


def test_what_is_set_counts_in_every_process(running: RunningEmulator) -> None:
    count = 40
    running.provoke(429, count=count, operation="ListWorkspace")

    def knock(each: Caller) -> int:
        return sum(each.call("GET", "/Workspaces").status_code == 429 for _ in range(10))

    assert sum(_at_once([partial(knock, Caller(running.url)) for _ in range(10)])) == count
