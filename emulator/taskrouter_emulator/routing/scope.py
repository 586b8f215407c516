"""What the keys of an expression stand for, where and when it is evaluated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from .facts import TaskFacts, WorkerFacts

Bare: TypeAlias = Literal["task", "worker", "listed_worker", "none"]
"""Whose attributes a key without prefix names: `task` in filters, `worker` in a queue's target workers,
`listed_worker` (which adds the worker's own fields) in the list of workers, `none` in targets."""

KeyPath: TypeAlias = tuple[str | int, ...]

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WORKER_FIELDS = frozenset({"sid", "friendly_name", "activity_sid", "activity_name"})
_CHANNEL_FIELDS = frozenset({"assigned_tasks", "available_capacity_percentage", "configured_capacity"})


class _Missing:
    """The type of the one value that says: no such built-in key."""


_MISSING = _Missing()


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """A day of the week, `Mon` to `Sun`: equal to a string without regard to case."""

    name: str


@dataclass(frozen=True, slots=True)
class WorkerCounts:
    """How many workers of a queue are in an available activity, in an unavailable one, and in each by SID."""

    available: int = 0
    unavailable: int = 0
    by_activity: Mapping[str, int] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Scope:
    """The surroundings of one evaluation: `now` (UTC) for the time of day, and whoever takes part in it.

    A prefix (`task.`, `worker.`, `workers.`) names a participant only where there is one; elsewhere it is the first
    member of a key like any other.
    """

    now: datetime
    task: TaskFacts | None = None
    worker: WorkerFacts | None = None
    bare: Bare = "none"
    counts: WorkerCounts | None = None

    def value(self, path: KeyPath) -> object:
        """What the key stands for: a built-in key first, then an attribute, else None (NULL)."""
        built_in = self._built_in(path)
        return self._attribute(path) if isinstance(built_in, _Missing) else built_in

    def _built_in(self, path: KeyPath) -> object:
        match path:
            case ("taskrouter", str(name)):
                return _clock_value(self.now, name)
            case ("task", *rest) if rest and self.task is not None:
                return _task_value(self.task, tuple(rest), self.now)
            case ("worker", *rest) if rest and self.worker is not None:
                return _worker_value(self.worker, tuple(rest))
            case ("workers", str(name)) if self.counts is not None:
                return _count(self.counts, name)
            case (str(name),) if self.bare == "listed_worker" and self.worker is not None and name in _WORKER_FIELDS:
                return getattr(self.worker, name)
            case _:
                return _MISSING

    def _attribute(self, path: KeyPath) -> object:
        if self.bare == "task":
            return None if self.task is None else _member(self.task.attributes, path)
        if self.bare in ("worker", "listed_worker"):
            return None if self.worker is None else _member(self.worker.attributes, path)
        return None


def _clock_value(now: datetime, name: str) -> object:
    match name:
        case "currentTime":
            return now.hour * 100 + now.minute
        case "currentHour":
            return now.hour
        case "currentMin":
            return now.minute
        case "dayOfWeek":
            return DayOfWeek(_DAYS[now.weekday()])
        case _:
            return _MISSING


def _task_value(task: TaskFacts, path: KeyPath, now: datetime) -> object:
    match path:
        case ("sid",):
            return task.sid
        case ("priority",):
            return task.priority
        case ("age",):
            return task.age(now)
        case ("task_channel_unique_name",):
            return task.channel_unique_name
        case _:
            return _member(task.attributes, path)


def _worker_value(worker: WorkerFacts, path: KeyPath) -> object:
    match path:
        case (str(name),) if name in _WORKER_FIELDS:
            return getattr(worker, name)
        case ("channel", str(channel_name), str(name)) if name in _CHANNEL_FIELDS and channel_name in worker.channels:
            channel = worker.channels[channel_name]
            return channel.assigned if name == "assigned_tasks" else getattr(channel, name)
        case _:
            return _member(worker.attributes, path)


def _count(counts: WorkerCounts, name: str) -> int:
    match name:
        case "available":
            return counts.available
        case "unavailable":
            return counts.unavailable
        case _:
            return counts.by_activity.get(name, 0)


def _member(value: object, path: KeyPath) -> object:
    for part in path:
        if isinstance(part, int):
            if not isinstance(value, Sequence) or isinstance(value, str) or part >= len(value):
                return None
            value = value[part]
        elif isinstance(value, Mapping):
            value = value.get(part)
        else:
            return None
    return value
