"""Runs the stages and then the rules over one description."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..document import Document, collection_paused, load, pointers
from ..errors import SpecError
from ..findings import Finding
from ..spec.nodes import META_SCHEMA
from ..spec.resolve import resolved
from .rule import Fault, Rule
from .rules import RULES
from .subject import Subject

_SAID_ALREADY = frozenset({META_SCHEMA, "invalid-keyword"})
"""Rules of the stages: where they found something, a rule that finds something at the same value adds nothing."""


@dataclass(frozen=True, slots=True)
class Linted:
    """What was found in one description; `is_readable` is False where it could not be judged as a whole."""

    path: str
    findings: tuple[Finding, ...]
    is_readable: bool = True


def lint(path: str | Path, overlays: Sequence[str | Path] = (), *, allow_remote_refs: bool = False) -> Linted:
    """Judge one description; what cannot be read is a finding too.

    Raises `UsageError` where the lock file of remote documents cannot be written.
    """
    findings: tuple[Finding, ...] = ()
    try:
        document = load(path, overlays, allow_remote_refs=allow_remote_refs)
        findings = tuple(document.findings)
        bundle, gathered = resolved(document)
    except SpecError as error:
        return Linted(str(path), _sorted([*findings, *error.findings]), is_readable=False)
    with collection_paused():
        found = gathered.sorted()
        said = {(finding.location.path, finding.location.pointer) for finding in found if finding.rule in _SAID_ALREADY}
        subject = Subject(document, bundle)
        own = [finding for rule in RULES for finding in _found(subject, rule) if _place(finding) not in said]
    return Linted(document.path, _sorted([*found, *own]))


def _found(subject: Subject, rule: Rule) -> Iterator[Finding]:
    for fault in rule.check(subject):
        yield _finding(subject.document, rule, fault)


def _finding(document: Document, rule: Rule, fault: Fault) -> Finding:
    locate = document.locate_key if fault.is_key else document.locate
    location = locate(pointers.join(fault.node.pointer, *fault.tokens), fault.node.source.path)
    severity = fault.severity or rule.severity
    return document.told(Finding(severity, rule.id, fault.message, location))


def _place(finding: Finding) -> tuple[str, str]:
    return finding.location.path, finding.location.pointer


def _sorted(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Each once, by file and line."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda each: (each.location, each.rule, each.message)))
