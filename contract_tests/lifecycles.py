"""The life cycles of the description, as its overlay tells them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """The states of one schema's property, and the steps between them: (from, to) → client or server."""

    states: tuple[str, ...]
    request: str
    steps: Mapping[tuple[str, str], str]

    def is_open_to_clients(self, before: str, after: str) -> bool:
        return self.steps.get((before, after)) == "client"

    @property
    def settable(self) -> frozenset[str]:
        """The states that a client can ask for."""
        return frozenset(after for (_, after), by in self.steps.items() if by == "client")


def lifecycle(description: Any, schema: str) -> Lifecycle:
    """The life cycle of a component schema."""
    about = description.value["components"]["schemas"][schema]["x-dovetail-lifecycle"]
    steps = {(step["from"], step["to"]): step["by"] for step in about["transitions"]}
    named = [*about["initial"], *(state for step in steps for state in step)]
    return Lifecycle(tuple(dict.fromkeys(named)), about["request"], steps)
