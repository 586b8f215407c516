"""One file as it was read: its text, its value and the place of every value in it."""

from __future__ import annotations

import gc
import hashlib
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import urlsplit

from ..errors import SpecError
from ..findings import Finding, Location, Severity
from . import pointers
from .json_reader import SyntaxFault, read_json
from .positions import Place, Text
from .yaml_reader import read_yaml

MAX_BYTES = 256 * 1024 * 1024
"""The largest file that is read."""

CHANGED = "remote-reference-changed"
"""The rule that a fetched document breaks which is not what is pinned."""

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


@contextmanager
def collection_paused() -> Iterator[None]:
    """Keeps the garbage collector from going through a large tree again and again while it grows."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@dataclass(slots=True)
class Source:
    """One file: `root` is its JSON value, `place` the tree of places beside it, `findings` what reading it showed."""

    path: str
    text: Text
    root: Any
    place: Place
    findings: list[Finding] = field(default_factory=list)
    digest: str = ""
    """SHA-256 of its bytes, in hexadecimal digits."""
    _version: str | None = None

    def locate(self, pointer: str) -> Location:
        """Where the value with this pointer stands; for one that does not exist, where its nearest ancestor does."""
        place = find(self.place, pointer)
        return location(place, pointer)

    def is_old(self, root: Any) -> bool:
        """Whether it is written in OpenAPI 3.0; a file that does not say follows `root`, the document it belongs to."""
        if self._version is None:
            own = self.root.get("openapi") if isinstance(self.root, dict) else None
            self._version = own if isinstance(own, str) else str(root.get("openapi"))
        return self._version.startswith("3.0")

    def line(self, number: int, column: int = 1) -> str:
        """The text of a line, from 1; of a long one what is around a column."""
        return self.text.line(number, column)


def find(place: Place, pointer: str) -> Place:
    """The place of a pointer below `place`, or of its nearest ancestor that exists."""
    for token in pointers.parse(pointer):
        child = place.child(token)
        if child is None:
            break
        place = child
    return place


def location(place: Place, pointer: str = "", *, is_key: bool = False) -> Location:
    """A place as a location that can be shown; of the key instead of the value if asked for."""
    line, column = place.text.position(place.key if is_key else place.start)
    return Location(place.text.path, line, column, pointer)


def is_url(path: str) -> bool:
    """Whether a file is named by URL, and so has to be fetched."""
    return path.startswith(("http://", "https://"))


def read(path: str | Path, content: bytes | None = None) -> Source:
    """Reads one JSON or YAML file, or the content of what was fetched from a URL.

    A `.json` file is JSON; a text that begins with a brace is JSON if it can be. Raises `SpecError` with the place
    where the file cannot be read; faults that can be lived with are in `Source.findings`.
    """
    name = str(path)
    content = _bytes(name) if content is None else content
    text = Text(name, _decode(name, content))
    findings: list[Finding] = []

    def report(rule: str, message: str, offset: int) -> None:
        findings.append(_finding(text, rule, message, offset))

    try:
        with collection_paused():
            root, place = _parse(text, report)
    except SyntaxFault as fault:
        raise SpecError([*findings, _finding(text, fault.rule, fault.message, fault.offset)]) from None
    return Source(name, text, root, place, findings, hashlib.sha256(content).hexdigest())


def _parse(text: Text, report: Any) -> tuple[Any, Place]:
    is_json = PurePath(urlsplit(text.path).path if is_url(text.path) else text.path).suffix.lower() == ".json"
    if not is_json and text.content.lstrip(" \t\r\n")[:1] != "{":
        return read_yaml(text, report)
    try:
        return read_json(text, report)
    except SyntaxFault as fault:
        # A flow mapping of YAML begins with a brace too, and need not be JSON.
        if is_json or fault.rule != "syntax":
            raise
        return read_yaml(text, report)


def _finding(text: Text, rule: str, message: str, offset: int, severity: Severity = "error") -> Finding:
    line, column = text.position(offset)
    return Finding(severity, rule, message, Location(text.path, line, column), text.line(line, column))


def _bytes(name: str) -> bytes:
    path = Path(name)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _unreadable(name, "this is a folder; name the file of the description itself")
        if not stat.S_ISREG(status.st_mode):
            raise _unreadable(name, "this is not an ordinary file; save it as one")
        if status.st_size > MAX_BYTES:
            raise _unreadable(name, f"the file has {status.st_size:,} bytes; at most {MAX_BYTES:,} are read")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise _unreadable(name, "there is no such file; check the path") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise _unreadable(name, f"the file cannot be read: {reason.lower()}") from None


def _unreadable(name: str, message: str) -> SpecError:
    return SpecError([Finding("error", "unreadable-file", message, Location(name))])


def _decode(name: str, content: bytes) -> str:
    encoding = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "utf-8-sig")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, "replace")
        text = Text(name, before + "\N{REPLACEMENT CHARACTER}")
        message = f"not {encoding.removesuffix('-sig').upper()} at byte {error.start}; save the file as UTF-8"
        raise SpecError([_finding(text, "encoding", message, len(before))]) from None
