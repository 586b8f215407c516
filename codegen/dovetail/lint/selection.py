"""Which findings count: those that nobody said to ignore, and that no baseline knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase

from ..errors import UsageError
from ..findings import Finding, Severity
from .catalogue import CATALOGUE

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Ignored:
    """A rule to be ignored, everywhere or at the pointers that match a pattern (`*` stands for slashes, too)."""

    rule: str
    pattern: str = "*"

    def covers(self, finding: Finding) -> bool:
        """Whether a finding is to be ignored."""
        return finding.rule == self.rule and fnmatchcase(finding.location.pointer, self.pattern)


def ignored(text: str) -> Ignored:
    """Read `RULE` or `RULE@POINTER`. Raises `UsageError` for a rule that is not known."""
    rule, _, pattern = text.partition("@")
    if rule not in CATALOGUE:
        close = get_close_matches(rule, CATALOGUE, n=1)
        hint = f"did you mean {close[0]!r}?" if close else "docs/lint.md lists them"
        raise UsageError(f"--ignore {text}: no rule is named {rule!r}; {hint}")
    return Ignored(rule, pattern.removeprefix("#") or "*")


def selected(findings: Iterable[Finding], without: Sequence[Ignored]) -> list[Finding]:
    """The findings that count."""
    return [finding for finding in findings if not any(each.covers(finding) for each in without)]


def at_least(findings: Iterable[Finding], severity: Severity) -> list[Finding]:
    """Those that are as severe, or more."""
    wanted = SEVERITIES[: SEVERITIES.index(severity) + 1]
    return [finding for finding in findings if finding.severity in wanted]
