"""Every rule that a finding may name: those of the stages and those of the linter, with what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from ..findings import Severity
from .rules import RULES
from .stages import SEVERITIES, STAGES


class Entry(NamedTuple):
    """What a rule finds, and the sentence of the standard that it rests on."""

    summary: str
    standard: str
    severities: tuple[Severity, ...]
    """The severities that its findings have; the usual one first."""


CATALOGUE: Final[Mapping[str, Entry]] = {
    **{name: Entry(*told, SEVERITIES.get(name, ("error",))) for name, told in STAGES.items()},
    **{
        rule.id: Entry(rule.summary, rule.standard, (rule.severity, *([rule.also] if rule.also else ())))
        for rule in RULES
    },
}
"""All rules by name."""
