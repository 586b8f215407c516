"""Findings of a description for whoever reads them: people, programs, code scanning and GitHub's annotations."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ..findings import Finding
from .sarif import sarif


@dataclass(frozen=True, slots=True)
class FindingReport:
    """What is shown of one run: `shown` in full, `total` counted by severity, accepted and ignored ones left out."""

    shown: Sequence[Finding]
    total: Sequence[Finding]
    documents: int

    @property
    def counts(self) -> Mapping[str, int]:
        """How many there are of each severity."""
        counted = Counter(finding.severity for finding in self.total)
        return {"error": counted["error"], "warning": counted["warning"], "info": counted["info"]}


def _text(report: FindingReport) -> Iterator[str]:
    """For a person: a finding and its line of the description, and a summary."""
    for finding in report.shown:
        yield from map(_printable, str(finding).split("\n"))
    counts = ", ".join(_count(number, name) for name, number in report.counts.items())
    left = len(report.total) - len(report.shown)
    more = f"; {left:,} of them not shown" if left else ""
    yield f"{counts} in {_count(report.documents, 'document')}{more}"


def _json(report: FindingReport) -> Iterator[str]:
    """One JSON object: the findings, and how many there are of each severity."""
    findings = [
        {
            "severity": finding.severity,
            "rule": finding.rule,
            "message": finding.message,
            "path": finding.location.path,
            "line": finding.location.line,
            "column": finding.location.column,
            "pointer": finding.location.pointer,
        }
        for finding in report.shown
    ]
    yield json.dumps({"findings": findings, "counts": report.counts, "documents": report.documents}, indent=2)


def _sarif(report: FindingReport) -> Iterator[str]:
    yield json.dumps(sarif(report.shown), indent=2)


def _github(report: FindingReport) -> Iterator[str]:
    """The commands that GitHub shows beside the lines of a pull request."""
    kinds = {"error": "error", "warning": "warning", "info": "notice"}
    for finding in report.shown:
        at = finding.location
        properties = f"file={_property(at.path)},line={at.line},col={at.column},title={_property(finding.rule)}"
        yield f"::{kinds[finding.severity]} {properties}::{_data(_printable(finding.message))}"


FORMATS: Final[Mapping[str, Callable[[FindingReport], Iterator[str]]]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
}
"""The lines of a report, by the name of its format."""


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 or noun == 'info' else 's'}"


def _printable(text: str) -> str:
    """Text with nothing in it that a terminal would obey."""
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
