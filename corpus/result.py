"""What the sweep found out about a document, step by step, and whether all of it held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

SHOWN = 400
"""Faults that are kept of one step; the number of all is kept too."""


@dataclass(frozen=True, slots=True)
class StepResult:
    """One step of one document: what is wrong (nothing, if it held), seconds, megabytes, and what else is known."""

    name: str
    faults: tuple[str, ...]
    seconds: float
    peak: float = 0.0
    facts: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def held(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


@dataclass(slots=True)
class DocumentResult:
    """One document: its steps in order."""

    name: str
    steps: dict[str, StepResult] = field(default_factory=dict[str, StepResult])

    @property
    def held(self) -> bool:
        """Whether every step that was taken held."""
        return all(step.held for step in self.steps.values())

    def as_json(self) -> dict[str, Any]:
        """Everything, as JSON; of each step at most `SHOWN` faults."""
        steps = {
            name: {**asdict(step), "faults": step.faults[:SHOWN], "fault_count": len(step.faults)}
            for name, step in self.steps.items()
        }
        return {"document": self.name, "held": self.held, "steps": steps}
