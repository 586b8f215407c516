"""The first stage: a path becomes a `Document`, overlays applied."""

from __future__ import annotations

import os.path
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import SpecError
from ..findings import Finding, Location
from . import overlay
from .source import Source, find, location, read


@dataclass(slots=True)
class Document:
    """A description as read: `root` is its JSON value, overlays applied; `findings` are the warnings of reading it."""

    path: str
    source: Source
    findings: list[Finding] = field(default_factory=list)
    _opened: dict[str, Source] = field(default_factory=dict, repr=False)

    @property
    def root(self) -> Any:
        """The JSON value of the whole document."""
        return self.source.root

    def locate(self, pointer: str, path: str | None = None) -> Location:
        """Where the value with this pointer stands, in an overlay if it came from there; `path` is another file's."""
        return location(find(self._place(path), pointer), pointer)

    def locate_key(self, pointer: str, path: str | None = None) -> Location:
        """Where the key of the value with this pointer stands; of an item of an array, where the item does."""
        return location(find(self._place(path), pointer), pointer, is_key=True)

    def line(self, location: Location) -> str:
        """The line of text at a location."""
        source = self._opened.get(os.path.normpath(location.path))
        return source.line(location.line) if source is not None else ""

    def open(self, path: str) -> Source:
        """Another file of the same description, read once. Raises `SpecError` where it cannot be read."""
        key = os.path.normpath(path)
        if key not in self._opened:
            source = read(path)
            errors = [finding for finding in source.findings if finding.severity == "error"]
            if errors:
                raise SpecError(source.findings)
            self._opened[key] = source
        return self._opened[key]

    def add(self, source: Source) -> None:
        """Makes the lines of `source` known, so that findings can show them."""
        self._opened[os.path.normpath(source.path)] = source

    def _place(self, path: str | None) -> Any:
        if path is None:
            return self.source.place
        return self._opened[os.path.normpath(path)].place


def load(path: str | Path, overlays: Sequence[str | Path] = ()) -> Document:
    """Reads a description and applies overlays to it in their order.

    Raises `SpecError` with every fault of the files: what cannot be read, and overlay actions that do not fit.
    """
    source = read(path)
    document = Document(source.path, source)
    document.add(source)
    findings = list(source.findings)
    for name in overlays:
        overlaid = read(name)
        document.add(overlaid)
        findings += [*overlaid.findings, *overlay.apply(source, overlaid)]
    if any(finding.severity == "error" for finding in findings):
        raise SpecError(findings)
    document.findings = findings
    return document
