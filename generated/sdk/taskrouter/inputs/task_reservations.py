"""Task reservations: what requests hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

Instruction = TypeAliasType("Instruction", Literal["dequeue", "call", "redirect", "conference", "supervise"])
"""What to do with the voice call that the task stands for."""
SupervisorMode = TypeAliasType("SupervisorMode", Literal["monitor", "whisper", "barge"])
"""How a supervisor joins: only listening, heard by the worker alone, or heard by all."""
