"""The life cycles of reservations and tasks, as the document declares them."""

from __future__ import annotations

from taskrouter_server.lifecycle import RESERVATION, TASK

__all__ = ["LIVE", "OPEN_TASK", "RESERVATION", "SETTABLE", "SETTABLE_TASK", "TASK"]

LIVE = frozenset(RESERVATION.states) - RESERVATION.terminal
"""The statuses of a reservation that hold its worker's capacity: pending, accepted, wrapping."""

OPEN_TASK = frozenset(TASK.states) - TASK.terminal
"""The statuses of a task that is not over."""

SETTABLE = frozenset(step.after for step in RESERVATION.transitions if step.by == "client")
"""The statuses of a reservation that a client may ask for."""

SETTABLE_TASK = frozenset(step.after for step in TASK.transitions if step.by == "client")
"""The statuses of a task that a client may ask for."""
