"""What was acknowledged survives the sudden death of the process, in every round."""

from __future__ import annotations

import signal
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Any

import pytest
import requests

from emulator.tests.caller import Caller
from house.postgresql import Postgresql
from taskrouter_emulator.pytest_plugin import RunningEmulator, start_emulator

ROUNDS = 20
ACKNOWLEDGED = 50
THREADS = 3
NEXT = {"pending": "accepted", "accepted": "wrapping", "wrapping": "completed"}
AFTER = {"pending": {"accepted"}, "accepted": {"wrapping"}, "wrapping": {"completed"}, "completed": set[str]()}

pytestmark = pytest.mark.slow


class Journal:
    """What a client knows: the last acknowledged status of each reservation, and whether another was asked for."""

    def __init__(self) -> None:
        self.status: dict[str, str] = {}
        self.paths: dict[str, str] = {}
        self.asked: set[str] = set()
        self.acknowledged = 0
        self._lock = Lock()

    def note(self, sid: str, path: str, status: str) -> None:
        """A change was acknowledged."""
        with self._lock:
            self.paths[sid], self.status[sid] = path, status
            self.asked.discard(sid)
            self.acknowledged += 1


def _work(url: str, workspace: str, queue: str, journal: Journal, enough: Event) -> None:
    """Make tasks and carry their reservations through, noting what is acknowledged, until the server is gone."""
    caller = Caller(url)
    try:
        while True:
            task = caller.post(f"{workspace}/Tasks", TaskQueueSid=queue)["sid"]
            reservations = f"{workspace}/Tasks/{task}/Reservations"
            for offer in caller.get(reservations)["reservations"]:
                path, status = f"{reservations}/{offer['sid']}", "pending"
                journal.note(offer["sid"], path, status)
                while status in NEXT:
                    journal.asked.add(offer["sid"])
                    status = caller.post(path, ReservationStatus=NEXT[status])["reservation_status"]
                    journal.note(offer["sid"], path, status)
                    if journal.acknowledged >= ACKNOWLEDGED:
                        enough.set()
    except requests.RequestException:
        return


def _load_and_kill(emulator: RunningEmulator, workspace: str, queue: str) -> Journal:
    journal, enough = Journal(), Event()
    threads = [
        Thread(target=_work, args=(emulator.url, workspace, queue, journal, enough), daemon=True)
        for _ in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    assert enough.wait(timeout=120)
    emulator.process.send_signal(signal.SIGKILL)
    emulator.process.wait()
    for thread in threads:
        thread.join(timeout=60)
    emulator.stop()
    return journal


def _compare(caller: Caller, journal: Journal) -> None:
    """The journal is what REST tells; a change that was asked for and not acknowledged may have happened or not."""
    for sid, path in journal.paths.items():
        seen: dict[str, Any] = caller.get(path)
        known = journal.status[sid]
        allowed = {known} | (AFTER[known] if sid in journal.asked else set())
        assert seen["reservation_status"] in allowed, (sid, seen, known)
        by_worker = caller.get(path.partition("/Tasks/")[0] + f"/Workers/{seen['worker_sid']}/Reservations/{sid}")
        assert by_worker["reservation_status"] == seen["reservation_status"]


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def test_what_was_acknowledged_survives(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    store = f"sqlite:///{tmp_path}/store.db"
    if kind == "postgresql":
        server: Postgresql = request.getfixturevalue("postgresql")
        store = server.database()
    emulator = start_emulator(store=store)
    caller = Caller(emulator.url)
    workspace = caller.fresh_workspace()
    available = caller.get(f"{workspace}/Activities", Available="true")["activities"][0]["sid"]
    for number in range(THREADS):
        worker = caller.post(f"{workspace}/Workers", FriendlyName=f"Worker {number}", ActivitySid=available)["sid"]
        caller.post(f"{workspace}/Workers/{worker}/Channels/default", Capacity=50)
    queue = caller.post(f"{workspace}/TaskQueues", FriendlyName="Queue", MaxReservedWorkers=1)["sid"]
    for _ in range(ROUNDS):
        journal = _load_and_kill(emulator, workspace, queue)
        assert journal.acknowledged >= ACKNOWLEDGED
        emulator = start_emulator(store=store)
        caller = Caller(emulator.url)
        _compare(caller, journal)
        _finish(caller, workspace)
    emulator.stop()


def _finish(caller: Caller, workspace: str) -> None:
    """Room for the next round: whatever is open ends."""
    while True:
        tasks = caller.get(f"{workspace}/Tasks", AssignmentStatus=["pending", "reserved", "assigned", "wrapping"])[
            "tasks"
        ]
        if not tasks:
            return
        for task in tasks:
            caller.call("DELETE", f"{workspace}/Tasks/{task['sid']}")
