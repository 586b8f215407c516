"""The states that things go through, and who takes which step. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from ._runtime.server.lifecycle import Lifecycle, Transition

LIFT = Lifecycle(
    "Lift",
    "state",
    ("idle",),
    (
        Transition("called", "moving", "server"),
        Transition("idle", "called", "client"),
        Transition("moving", "broken", "server"),
        Transition("moving", "idle", "server"),
    ),
)
