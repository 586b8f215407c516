"""The states that things go through, and who takes which step. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from ._runtime.server.lifecycle import Lifecycle, Transition

RESERVATION = Lifecycle(
    "Reservation",
    "reservation_status",
    ("pending",),
    (
        Transition("accepted", "completed", "client"),
        Transition("accepted", "wrapping", "client"),
        Transition("pending", "accepted", "client"),
        Transition("pending", "canceled", "server"),
        Transition("pending", "rejected", "client"),
        Transition("pending", "rescinded", "server"),
        Transition("pending", "timeout", "server"),
        Transition("wrapping", "completed", "client"),
    ),
)
TASK = Lifecycle(
    "Task",
    "assignment_status",
    ("pending",),
    (
        Transition("assigned", "completed", "client"),
        Transition("assigned", "wrapping", "client"),
        Transition("pending", "canceled", "client"),
        Transition("pending", "reserved", "server"),
        Transition("reserved", "assigned", "server"),
        Transition("reserved", "canceled", "client"),
        Transition("reserved", "pending", "server"),
        Transition("wrapping", "completed", "client"),
    ),
)
