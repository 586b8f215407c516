"""How many reservations a second the emulator lets be accepted, on each store, over HTTP, one workspace."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.measure import table
from house import postgresql
from taskrouter import Client

ACCOUNT, TOKEN = "AC" + "0" * 32, "emulator"
WORKERS, CAPACITY = 8, 20
RESERVATIONS = WORKERS * CAPACITY
CLIENTS = (1, 8)


@contextlib.contextmanager
def emulator(store: str) -> Iterator[str]:
    """The base URL of an emulator on that store, as long as the block lasts."""
    command: list[str | Path] = [Path(sys.executable).parent / "taskrouter-emulator", "--port", "0", "--store", store]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        assert process.stdout
        try:
            ready = next((found for line in process.stdout if (found := re.search(r"listening on (\S+)", line))), None)
            if ready is None:
                raise RuntimeError(f"the emulator on {store} did not start")
            yield ready[1]
        finally:
            process.terminate()
            process.wait(30)


def pending(client: Client, name: str) -> tuple[str, list[tuple[str, str]]]:
    """A new workspace with as many pending reservations as its workers can hold: its SID, and (task, reservation)s.

    Raises:
        RuntimeError: if the router reserved fewer.
    """
    sid = client.workspaces.create(name, template="FIFO").sid
    workspace = client.workspaces(sid)
    available = next(activity for activity in workspace.activities.list() if activity.available)
    for number in range(WORKERS):
        worker = workspace.workers.create(f"worker {number}", activity_sid=available.sid)
        workspace.workers(worker.sid).channels.update("default", capacity=CAPACITY)
    workflow = next(iter(workspace.workflows.list()))
    for _ in range(RESERVATIONS):
        workspace.tasks.create(workflow_sid=workflow.sid)
    found = [
        (reservation.task_sid, reservation.sid)
        for worker in workspace.workers.list()
        for reservation in workspace.workers(worker.sid).reservations.list(reservation_status="pending")
    ]
    if len(found) != RESERVATIONS:
        raise RuntimeError(f"{RESERVATIONS} tasks for workers with room for all led to {len(found)} reservations")
    return sid, found


def accept_all(client: Client, workspace: str, reservations: Sequence[tuple[str, str]], clients: int) -> float:
    """Accept every reservation over that many connections; how many were accepted a second.

    Raises:
        taskrouter.errors.ApiError: if one is refused.
    """
    tasks = client.workspaces(workspace).tasks

    def accept(place: tuple[str, str]) -> None:
        task, reservation = place
        assert tasks(task).reservations.accept(reservation).reservation_status == "accepted"

    started = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        list(pool.map(accept, reservations))
    return len(reservations) / (time.perf_counter() - started)


def rates(store: str, runs: int) -> dict[int, float]:
    """Accepts a second by the number of connections, the median of some runs, each on a workspace of its own."""
    with emulator(store) as url, Client(ACCOUNT, TOKEN, base_url=url) as client:
        measured = {}
        for clients in CLIENTS:
            seen = []
            for run in range(runs):
                workspace, reservations = pending(client, f"bench {clients} {run}")
                seen.append(accept_all(client, workspace, reservations, clients))
            measured[clients] = median(seen)
        return measured


def report(runs: int) -> str:
    """Accepts a second on SQLite and, where its programs are installed, on PostgreSQL."""
    with TemporaryDirectory(prefix="bench-") as folder, contextlib.ExitStack() as stack:
        stores = {"SQLite file": f"sqlite:///{folder}/emulator.sqlite", "memory": "memory"}
        if postgresql.programs():
            stores["PostgreSQL"] = stack.enter_context(postgresql.server())
        rows = [(name, *(f"{rate:.0f}" for rate in rates(store, runs).values())) for name, store in stores.items()]
    missing = "" if len(rows) > 2 else "  PostgreSQL: its programs are not installed, not measured\n"
    title = f"Accepts a second of the emulator, {RESERVATIONS} reservations of one workspace, median of {runs} runs"
    return table(title, ("store", *(f"{clients} at once" for clients in CLIENTS)), rows) + missing
