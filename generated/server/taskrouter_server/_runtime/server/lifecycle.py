"""A life cycle as data: which state may follow which, and who takes the step."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Transition:
    """A step from one state to the next; `by` is `client` (asked for by a request) or `server` (by itself)."""

    before: str
    after: str
    by: str


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """The states of one property, `member`, of a schema: where a thing begins, and every step it may take."""

    schema: str
    member: str
    initial: tuple[str, ...]
    transitions: tuple[Transition, ...]

    @property
    def states(self) -> tuple[str, ...]:
        """Every state, the initial ones first."""
        named = [state for step in self.transitions for state in (step.before, step.after)]
        return tuple(dict.fromkeys([*self.initial, *named]))

    @property
    def terminal(self) -> frozenset[str]:
        """The states that nothing follows."""
        return frozenset(self.states) - {step.before for step in self.transitions}

    def allows(self, before: str, after: str, by: str | None = None) -> bool:
        """Whether a step is part of the life cycle; `by` asks for one that the client, or the server, may take."""
        return any(step.before == before and step.after == after and by in {None, step.by} for step in self.transitions)
