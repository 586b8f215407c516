"""Findings that are known and accepted: one a line in a file, by what they say and not by where they stand.

A line is `RULE<TAB>FILE#POINTER<TAB>HASH`; FILE is relative to the baseline, HASH is of the message without line
numbers. A line accepts one finding; two of the same need two.
"""

from __future__ import annotations

import hashlib
import os.path
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from ..errors import UsageError
from ..findings import Finding

_HEADER = "# Findings that `dovetail lint --baseline` accepts: rule, place, hash of the message.\n"
_LINE = re.compile(r"[a-z0-9-]+\t[^\t]*#[^\t]*\t[0-9a-f]{12}")
_NUMBER = re.compile(r"\blines? \d+")


def fingerprint(finding: Finding) -> str:
    """A short hash of what a finding says, the same when other lines come and go."""
    said = _NUMBER.sub("line", finding.message)
    if not finding.location.pointer:  # the text could not be read so far, so the line must say what it is
        said += finding.source_line.strip()
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def write_baseline(path: Path, findings: Iterable[Finding]) -> None:
    """Write the baseline that accepts these findings. Raises `UsageError` where it cannot be written."""
    lines = sorted(_line(finding, path.parent) for finding in findings)
    try:
        path.write_text("".join([_HEADER, *(f"{line}\n" for line in lines)]), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written: {error.strerror}") from error


def beyond(path: Path, findings: Iterable[Finding]) -> list[Finding]:
    """The findings that a baseline does not accept. Raises `UsageError` where it cannot be read."""
    left = Counter(_read(path))
    new: list[Finding] = []
    for finding in findings:
        line = _line(finding, path.parent)
        if left[line]:
            left[line] -= 1
        else:
            new.append(finding)
    return new


def _read(path: Path) -> list[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such baseline; --write-baseline makes one") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if line and not line.startswith("#") and not _LINE.fullmatch(line):
            raise UsageError(f"{path}:{number}: not RULE, FILE#POINTER and HASH with tabs between; remove the line")
    return [line for line in lines if line and not line.startswith("#")]


def _line(finding: Finding, folder: Path) -> str:
    path = finding.location.path
    shown = path if "://" in path else Path(os.path.relpath(path, folder)).as_posix()
    place = f"{shown}#{finding.location.pointer}"
    return f"{finding.rule}\t{''.join(each if each.isprintable() else '?' for each in place)}\t{fingerprint(finding)}"
