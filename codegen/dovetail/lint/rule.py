"""What a rule is: a name, the sentence it rests on, and a function that finds what breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..findings import Severity
from ..spec.nodes import Node
from .subject import Subject


@dataclass(frozen=True, slots=True)
class Fault:
    """One breach of a rule, at `node` or at what lies `tokens` below it; `severity` where it is not the rule's own."""

    message: str
    node: Node
    tokens: tuple[str | int, ...] = ()
    is_key: bool = False
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the linter; its module is named as its `id`."""

    id: str
    severity: Severity
    summary: str
    """What it finds, as a noun phrase."""
    standard: str
    """What the standard says about it, and where."""
    check: Callable[[Subject], Iterator[Fault]]
    also: Severity | None = None
    """The severity that some breaches have instead, if any."""
