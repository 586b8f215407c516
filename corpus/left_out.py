"""The operations that a package does not have: each must be told by a finding, and accepted in `left_out.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

LIST = Path(__file__).with_name("left_out.toml")


@dataclass(frozen=True, slots=True)
class Accepted:
    """An operation (a glob of ids) of a document that may be left out, and why."""

    document: str
    operation: str
    reason: str


def accepted(path: Path = LIST) -> tuple[Accepted, ...]:
    """Everything that is accepted."""
    return tuple(Accepted(**entry) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["left_out"])


def reason_of(operation_id: str, known: Sequence[str], findings: Sequence[str]) -> str:
    """The finding that tells why an operation was left out, empty when none does; `known` names its place and path."""
    place, _ = known
    for finding in findings:
        if finding.startswith(f"{place}: ") or f"{operation_id!r}" in finding or f" {operation_id} " in finding:
            return finding.splitlines()[0]
    return ""


def judged(
    document: str,
    documented: Mapping[str, Sequence[str]],
    generated: Sequence[str],
    findings: Sequence[str],
    allowed: Sequence[Accepted],
) -> tuple[dict[str, str], tuple[str, ...]]:
    """The operations left out with their reasons, and what is wrong with that."""
    missing = {
        operation_id: reason_of(operation_id, known, findings)
        for operation_id, known in documented.items()
        if operation_id not in set(generated)
    }
    entries = [entry for entry in allowed if entry.document == document]
    faults = [
        f"{operation_id} ({documented[operation_id][1]}) is left out: {reason or 'and no finding says why'}"
        for operation_id, reason in missing.items()
        if not reason or not any(fnmatchcase(operation_id, entry.operation) for entry in entries)
    ]
    faults += [
        f"{entry.operation} is listed in {LIST.name} and is not left out: remove the entry"
        for entry in entries
        if not any(fnmatchcase(operation_id, entry.operation) for operation_id in missing)
    ]
    return missing, tuple(faults)
