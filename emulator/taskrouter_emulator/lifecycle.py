"""Which status may follow which, for reservations and tasks, and who may ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LifeCycle:
    """The legal transitions: `transitions[status]` may follow `status`; `settable` are those a client may ask for."""

    transitions: Mapping[str, frozenset[str]]
    settable: frozenset[str]

    def allows(self, current: str, wanted: str) -> bool:
        """Whether `wanted` may follow `current`."""
        return wanted in self.transitions.get(current, frozenset())


RESERVATION = LifeCycle(
    transitions={
        "pending": frozenset({"accepted", "rejected", "timeout", "canceled", "rescinded"}),
        "accepted": frozenset({"wrapping", "completed"}),
        "wrapping": frozenset({"completed"}),
    },
    settable=frozenset({"accepted", "rejected", "wrapping", "completed"}),
)

TASK = LifeCycle(
    transitions={
        "pending": frozenset({"reserved", "canceled"}),
        "reserved": frozenset({"pending", "assigned", "canceled"}),
        "assigned": frozenset({"wrapping", "completed"}),
        "wrapping": frozenset({"completed"}),
    },
    settable=frozenset({"canceled", "wrapping", "completed"}),
)

LIVE = frozenset({"pending", "accepted", "wrapping"})
"""The statuses of a reservation that hold its worker's capacity."""

OPEN_TASK = frozenset({"pending", "reserved", "assigned", "wrapping"})
"""The statuses of a task that is not over."""
