"""Worker reservations: what requests hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

WorkerInstruction = TypeAliasType("WorkerInstruction", Literal["dequeue", "call", "redirect", "conference"])
"""What to do with the voice call that the task stands for, on the worker's view."""
