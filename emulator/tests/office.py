"""A workspace to test in: short words for what the tests do all the time, without HTTP."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

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
from taskrouter_emulator.domain.answer import Answer
from taskrouter_emulator.emulator import Emulator
from taskrouter_emulator.store.rows import Task, Worker
from taskrouter_emulator.transaction import Client

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday
ACCOUNT = "AC" + "0" * 32

Shown = dict[str, Any]


class Wall:
    """A clock that stands still until it is told otherwise."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        return self.now


class Office:
    """One workspace of an emulator, and the people in it."""

    def __init__(self, emulator: Emulator, wall: Wall, account: str = ACCOUNT, **params: object) -> None:
        self.emulator, self.wall, self.client = emulator, wall, Client(account)
        values = {"friendly_name": "Office", **params}
        created = emulator.write_account(self.client, lambda tx: workspaces.create(tx, Arguments(values)))
        self.workspace: Shown = dict(created.body or {})
        self.sid: str = self.workspace["sid"]
        names = self.see(activities.list_, Arguments())["activities"]
        self.activities = {activity["friendly_name"]: activity["sid"] for activity in names}

    def see(self, operation: Callable[..., Answer], *arguments: object) -> Shown:
        """The body of an operation that reads."""
        return dict(self.seen(operation, *arguments).body or {})

    def seen(self, operation: Callable[..., Answer], *arguments: object) -> Answer:
        """The answer of an operation that reads."""
        return self.emulator.read(self.client, self.sid, lambda tx: operation(tx, *arguments))

    def do(self, operation: Callable[..., Answer], *arguments: object) -> Shown:
        """The body of an operation that writes."""
        return dict(self.done(operation, *arguments).body or {})

    def done(self, operation: Callable[..., Answer], *arguments: object) -> Answer:
        """The answer of an operation that writes."""
        return self.emulator.write(self.client, self.sid, lambda tx: operation(tx, *arguments))

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.wall.now += timedelta(seconds=seconds)

    # Making things

    def worker(self, name: str, attributes: Mapping[str, object] | None = None, *, activity: str = "Available") -> str:
        """A worker; its SID."""
        values = {
            "friendly_name": name,
            "activity_sid": self.activities[activity],
            "attributes": json.dumps(attributes or {}),
        }
        return str(self.do(workers.create, Arguments(values))["sid"])

    def activity(self, name: str, *, available: bool = False) -> str:
        """An activity; its SID."""
        values = {"friendly_name": name, "available": available}
        self.activities[name] = self.do(activities.create, Arguments(values))["sid"]
        return str(self.activities[name])

    def queue(self, name: str, target_workers: str = "1==1", **params: object) -> str:
        """A queue; its SID."""
        values = {"friendly_name": name, "target_workers": target_workers, **params}
        return str(self.do(task_queues.create, Arguments(values))["sid"])

    def workflow(
        self,
        *filters: Mapping[str, object],
        default: str | None = None,
        timeout: int | None = None,
        name: str = "Workflow",
    ) -> str:
        """A workflow; its SID."""
        values = {"friendly_name": name, "configuration": rules(*filters, default=default)}
        if timeout is not None:
            values["task_reservation_timeout"] = timeout  # type: ignore[assignment]
        return str(self.do(workflows.create, Arguments(values))["sid"])

    def capacity(self, worker: str, capacity: int, channel: str = "default") -> None:
        """Give a worker room."""
        self.do(worker_channels.update, worker, channel, Arguments({"capacity": capacity}))

    def task(self, attributes: Mapping[str, object] | None = None, **params: object) -> str:
        """A task; its SID."""
        values = {"attributes": json.dumps(attributes or {}), **params}
        return str(self.do(tasks.create, Arguments(values))["sid"])

    def channel(self, name: str) -> str:
        """A task channel; its SID."""
        return str(self.do(task_channels.create, Arguments({"friendly_name": name, "unique_name": name}))["sid"])

    # Looking at things

    def shown_task(self, sid: str) -> Shown:
        """A task."""
        return self.see(tasks.fetch, sid)

    def shown_worker(self, sid: str) -> Shown:
        """A worker."""
        return self.see(workers.fetch, sid)

    def activity_of(self, worker: str) -> str:
        """The name of a worker's activity."""
        return str(self.shown_worker(worker)["activity_name"])

    def status_of(self, task: str) -> str:
        """A task's status."""
        return str(self.shown_task(task)["assignment_status"])

    def reservations(self, task: str | None = None, worker: str | None = None, **params: object) -> list[Shown]:
        """The reservations of a task or of a worker, oldest first."""
        view, parent = (Task, task) if task is not None else (Worker, worker)
        return list(self.see(reservations.list_, view, parent, Arguments(params))["reservations"])

    def statuses(self, task: str) -> dict[str, list[str]]:
        """What became of a task's reservations, by the worker's name."""
        found: dict[str, list[str]] = {}
        for reservation in self.reservations(task):
            found.setdefault(reservation["worker_name"], []).append(reservation["reservation_status"])
        return found

    def offer(self, task: str) -> Shown:
        """The latest reservation of a task."""
        return self.reservations(task)[-1]

    def events(self, **params: object) -> list[Shown]:
        """What happened, oldest first."""
        return list(reversed(self.see(events.list_, Arguments({"page_size": 1000, **params}))["events"]))

    # Answering offers

    def update(self, reservation: Shown, view: type[Task | Worker] = Task, **params: object) -> Shown:
        """Update a reservation by one of its views."""
        parent = reservation["task_sid"] if view is Task else reservation["worker_sid"]
        return self.do(reservations.update, view, parent, reservation["sid"], Arguments(params))

    def set(self, reservation: Shown, status: str, view: type[Task | Worker] = Task, **params: object) -> Shown:
        """Set a reservation's status."""
        return self.update(reservation, view, reservation_status=status, **params)

    def update_task(self, sid: str, **params: object) -> Shown:
        """Update a task."""
        return self.do(tasks.update, sid, Arguments(params))

    def update_worker(self, sid: str, **params: object) -> Shown:
        """Update a worker."""
        return self.do(workers.update, sid, Arguments(params))


def rules(*filters: Mapping[str, object], default: str | None = None) -> str:
    """A workflow's configuration."""
    routing: dict[str, object] = {"filters": list(filters)}
    if default is not None:
        routing["default_filter"] = {"queue": default}
    return json.dumps({"task_routing": routing})
