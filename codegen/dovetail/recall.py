"""Remembers what a run read and wrote, so that a run that would come to the same is known before any stage begins.

A run is the same if the tool, what it was asked, and every file that it read and wrote are; all of that is judged by
content. It imports no stage: to know that there is nothing to do must not cost what doing it would.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from .cache import Shelf, digest, tool
from .config import Generation
from .findings import Finding, Location
from .render.write import WriteResult, holds

_KIND: Final = "runs"
_PARTS: Final = "parts"
_MOST_PARTS: Final = 16  # of a large description they are some megabytes


@dataclass(frozen=True, slots=True)
class Generated:
    """What a generation came to: the files written (or that differ, with `check`), and what was found on the way.

    The package of its `generation` has a name, whether it was given or not; `operations` is how many it has.
    """

    generation: Generation
    operations: int
    written: WriteResult
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A run that is remembered: the digests of what it read and wrote, by path, and what it said."""

    tool: str
    package: str
    operations: int
    read: Mapping[str, str]
    written: Mapping[str, str]
    rendered: Mapping[str, str]
    """Of every file that was formatted, the digest of what it was before."""
    findings: Sequence[Mapping[str, Any]]

    def is_current(self, output: Path) -> bool:
        """Whether all that it read and wrote is as it was."""
        return all(_digest_of(path) == known for path, known in self.read.items()) and holds(output, self.written)

    @property
    def mark(self) -> str:
        """What tells this run from others."""
        return digest(json.dumps([self.tool, self.read, self.written], sort_keys=True).encode())

    @property
    def told(self) -> tuple[Finding, ...]:
        """Its findings."""
        return tuple(_finding(entry) for entry in self.findings)

    def outcome(self, generation: Generation) -> Generated:
        """What it came to, told again; nothing is written now."""
        written = WriteResult((), (), ())
        return Generated(replace(generation, package=self.package), self.operations, written, self.told)

    def formatted(self, output: Path, path: str, rendered: str) -> str | None:
        """What a text with this digest became in that run when it was formatted, if the output still holds it."""
        if self.rendered.get(path) != rendered:
            return None
        try:
            found = (output / path).read_bytes()
            return found.decode() if digest(found) == self.written.get(path) else None
        except (OSError, UnicodeDecodeError):
            return None


class Recollection:
    """What is remembered of a generation, and what is to be: `last` is its last run, if that was by the same tool."""

    def __init__(self, generation: Generation, folder: Path) -> None:
        """Look up in a folder what is remembered."""
        self.folder = folder
        self._generation = generation
        self._shelf = Shelf(folder / _KIND)
        self._parts = Shelf(folder / _PARTS, _MOST_PARTS)
        self._rendered: dict[str, str] = {}
        self._tool = tool()  # before any stage begins: what runs is what was there then
        found = self._shelf.find(_key(generation))
        is_ours = isinstance(found, dict) and found.keys() == {field.name for field in fields(Run)}
        self.last = Run(**found) if is_ours and found["tool"] == self._tool else None

    def outcome(self) -> Generated | None:
        """What a run would come to, if there is nothing to do; None if that is not known."""
        last = self.last
        return last.outcome(self._generation) if last and last.is_current(self._generation.output) else None

    def formatted(self, path: str, text: str) -> str | None:
        """The formatted text of a file, if its text before is that of the last run."""
        self._rendered[path] = digest(text.encode())
        return self.last.formatted(self._generation.output, path, self._rendered[path]) if self.last else None

    def keep(self, made: Generated, read: Mapping[str, str], *, is_part: bool = False) -> Run:
        """Remember a run by what it came to and by the digests of all that it read; `is_part` says it did the rest."""
        run = Run(
            tool=self._tool,
            package=made.generation.package,
            operations=made.operations,
            read={str(Path(path).absolute()): known for path, known in read.items()},
            written=made.written.digests,
            rendered={**self.last.rendered, **self._rendered} if is_part and self.last else self._rendered,
            findings=[asdict(finding) for finding in made.findings],
        )
        self._shelf.keep(_key(self._generation), {field.name: getattr(run, field.name) for field in fields(Run)})
        return run

    @property
    def parts(self) -> Any:
        """What was kept of the parts of the last run; `None` if that is not known."""
        return self._parts.find(_key(self._generation))

    def keep_parts(self, parts: Mapping[str, Any]) -> None:
        """Remember what the parts of a run came to."""
        self._parts.keep(_key(self._generation), parts)


def _key(generation: Generation) -> str:
    """What was asked, and from where: findings name files as they were given."""
    asked = {field.name: getattr(generation, field.name) for field in fields(Generation)}
    return json.dumps([os.getcwd(), asked], default=str, sort_keys=True)  # noqa: PTH109


def _digest_of(path: str) -> str:
    try:
        return digest(Path(path).read_bytes())
    except OSError:
        return ""


def _finding(entry: Mapping[str, Any]) -> Finding:
    return Finding(**{**entry, "location": Location(**entry["location"])})
