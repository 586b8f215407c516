"""What the stages have to say about a description: a `Finding` each, with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a document: its file, line and column (both from 1), and the JSON Pointer (RFC 6901) of the value."""

    path: str
    line: int = 1
    column: int = 1
    pointer: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a description: how bad, which rule, what and where, and what to do about it."""

    severity: Severity
    rule: str
    message: str
    location: Location
    source_line: str = ""

    def __str__(self) -> str:
        text = printable(f"{self.location}: {self.severity}: {self.message} [{self.rule}]")
        line = self.source_line.strip()
        return f"{text}\n    {printable(line)}" if line else text


def printable(text: str) -> str:
    """Text in one line with nothing in it that a terminal would obey: what cannot be seen is written as an escape."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)
