"""The first stage: a path becomes a `Document`, overlays applied."""

from __future__ import annotations

import os.path
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import SpecError
from ..findings import Finding, Location
from . import pointers
from .positions import Place
from .source import Source, is_url, location, read
from .tree import UNSHOWN, Tree

if TYPE_CHECKING:
    from .remote import Remote


@dataclass(slots=True)
class Document:
    """A description as read: `root` is its JSON value, overlays applied; `findings` are what reading it showed."""

    path: str
    source: Source
    findings: list[Finding] = field(default_factory=list)
    remote: Remote | None = None
    """What fetches documents that are named by URL, where that is allowed."""
    entered: set[str] = field(default_factory=set[str])
    """The keys of the components' schemas within which references end; filled by who follows them."""
    tree: Tree = field(init=False, repr=False)
    """The files that may be read, and shown."""
    _named: set[str] = field(default_factory=set[str], repr=False)
    _opened: dict[str, Source | SpecError] = field(default_factory=dict, repr=False)
    _places: dict[tuple[str | None, str], tuple[Place, bool]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self.tree = Tree(self.path)

    @property
    def root(self) -> Any:
        """The JSON value of the whole document."""
        return self.source.root

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every file opened so far, in that order: the document itself, its overlays, and what it refers to."""
        return tuple(source for source in self._opened.values() if isinstance(source, Source))

    @property
    def is_whole(self) -> bool:
        """Whether every file that was to be opened could be read."""
        return not any(isinstance(source, SpecError) for source in self._opened.values())

    def characters(self) -> int:
        """How much text was read so far."""
        return sum(len(source.text.content) for source in self.sources)

    def locate(self, pointer: str, path: str | None = None) -> Location:
        """Where the value with this pointer stands, in an overlay if it came from there; `path` is another file's."""
        return location(self._find(path, pointer)[0], pointer)

    def locate_key(self, pointer: str, path: str | None = None) -> Location:
        """Where the key of the value with this pointer stands; of an item of an array, where the item does."""
        return location(self._find(path, pointer)[0], pointer, is_key=True)

    def line(self, location: Location) -> str:
        """The line of text at a location, empty in a file of which nothing is shown."""
        source = self._opened.get(_normal(location.path))
        is_shown = isinstance(source, Source) and self.shows(location.path)
        return source.line(location.line, location.column) if isinstance(source, Source) and is_shown else ""

    def shows(self, path: str) -> bool:
        """Whether the text of a file is shown: of one that the user named, or that is of the same tree, or fetched."""
        return _normal(path) in self._named or is_url(path) or self.tree.shows(path)

    def told(self, finding: Finding) -> Finding:
        """A finding as it can be shown: of a file outside the tree only where it is, and which rule is broken."""
        if self.shows(finding.location.path):
            return finding if finding.source_line else replace(finding, source_line=self.line(finding.location))
        place = replace(finding.location, pointer="")
        return replace(finding, message=f"{UNSHOWN} {self.path}", location=place, source_line="")

    def open(self, path: str) -> Source:
        """Another file of the same description, or where that is allowed a URL, read once.

        Raises `SpecError`, each time anew, where it cannot be read.
        """
        key = _normal(path)
        if key not in self._opened:
            try:
                self._opened[key] = self._fetch(key) if is_url(path) else read(path)
            except SpecError as error:
                self._opened[key] = error
        source = self._opened[key]
        if isinstance(source, SpecError):
            raise source
        return source

    def add(self, source: Source) -> None:
        """Makes the lines of `source` known, which the user named, so that findings can show them."""
        self._named.add(_normal(source.path))
        self._opened[_normal(source.path)] = source

    def _fetch(self, url: str) -> Source:
        assert self.remote is not None, "nobody may open what may not be fetched"
        return read(url, self.remote.fetch(url))

    def _find(self, path: str | None, pointer: str) -> tuple[Place, bool]:
        """The place of a pointer, or of its nearest ancestor that exists; and whether it is the place itself."""
        known = (path, pointer)
        if known not in self._places:
            if pointer:
                above, token = pointer.rpartition("/")[::2]
                place, is_found = self._find(path, above)
                child = place.child(pointers.parse(f"/{token}")[0]) if is_found else None
                self._places[known] = (place, False) if child is None else (child, True)
            else:
                source = self.source if path is None else self._opened[_normal(path)]
                assert isinstance(source, Source)
                self._places[known] = (source.place, True)
        return self._places[known]


def _normal(path: str) -> str:
    return path if is_url(path) else os.path.normpath(path)


def load(path: str | Path, overlays: Sequence[str | Path] = (), *, allow_remote_refs: bool = False) -> Document:
    """Reads a description and applies overlays to it in their order.

    With `allow_remote_refs` a reference to an `http` or `https` URL is fetched, and pinned in `dovetail.lock` beside
    the document. Faults of the description that can be lived with are in `Document.findings`, also as errors.
    Raises `SpecError` for what cannot be read at all, and for every fault of an overlay.
    """
    source = read(path)
    document = Document(source.path, source)
    document.add(source)
    findings = list(source.findings)
    faults: list[Finding] = []
    for name in overlays:
        from . import overlay  # brings JSONPath with it

        overlaid = read(name)
        document.add(overlaid)
        faults += [*overlaid.findings, *overlay.apply(source, overlaid)]
    if any(finding.severity == "error" for finding in faults):
        raise SpecError([*findings, *faults])
    document.findings = [*findings, *faults]
    if allow_remote_refs:
        from .remote import Remote  # brings an HTTP client with it

        document.remote = Remote(os.path.dirname(source.path))  # noqa: PTH120
    return document
