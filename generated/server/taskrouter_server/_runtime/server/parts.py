"""The parts of a multipart body, as they arrive (RFC 2046, section 5.1, and RFC 7578)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .json_text import Unreadable

MOST_PARTS = 1000
"""Parts of one body; more are refused."""
_UNESCAPED = {"%22": '"', "%0D": "\r", "%0A": "\n"}


@dataclass(slots=True)
class ReceivedPart:
    """One part; `name` is empty where it has none, header names are in lower case."""

    content: bytes = b""
    name: str = ""
    filename: str | None = None
    headers: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def content_type(self) -> str:
        """Its `Content-Type`, empty where it has none."""
        return self.headers.get("content-type", "")


class _Collector:
    """Gathers what the parser finds."""

    def __init__(self) -> None:
        self.parts: list[ReceivedPart] = []
        self.is_complete = False
        self._name = self._value = b""
        self._content: list[bytes] = []

    def begin(self) -> None:
        if len(self.parts) == MOST_PARTS:
            raise Unreadable(f"has more than {MOST_PARTS} parts")
        self.parts.append(ReceivedPart())
        self._content = []

    def field(self, data: bytes, start: int, end: int) -> None:
        self._name += data[start:end]

    def value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def header_end(self) -> None:
        name = self._name.decode("latin-1").strip().lower()
        self.parts[-1].headers[name] = _text(self._value).strip()
        self._name = self._value = b""

    def data(self, data: bytes, start: int, end: int) -> None:
        self._content.append(data[start:end])

    def end(self) -> None:
        self.parts[-1].content = b"".join(self._content)

    def complete(self) -> None:
        self.is_complete = True


def parse_parts(body: bytes, boundary: str) -> list[ReceivedPart]:
    """Take a multipart body apart; names come from `Content-Disposition`, or else from `Content-ID`.

    Raises:
        Unreadable: it is not whole, not of this boundary, or has too many parts or headers.
    """
    from python_multipart.exceptions import FormParserError
    from python_multipart.multipart import MultipartParser, parse_options_header

    found = _Collector()
    try:
        parser = MultipartParser(
            boundary.encode("latin-1"),
            {
                "on_part_begin": found.begin,
                "on_header_field": found.field,
                "on_header_value": found.value,
                "on_header_end": found.header_end,
                "on_part_data": found.data,
                "on_part_end": found.end,
                "on_end": found.complete,
            },
        )
        parser.write(body)
    except (FormParserError, UnicodeEncodeError):
        raise Unreadable("is not multipart of the boundary that its Content-Type names") from None
    if not found.is_complete:
        raise Unreadable("is multipart without its last boundary")
    for part in found.parts:
        _, options = parse_options_header(part.headers.get("content-disposition", "").encode("utf-8"))
        part.name = _unescaped(options.get(b"name", b"")) or part.headers.get("content-id", "").strip("<>")
        part.filename = _unescaped(options[b"filename"]) if b"filename" in options else None
    return found.parts


def boundary_of(parameters: Mapping[str, str]) -> str:
    """The boundary among the parameters of a media type; raises `Unreadable` without one."""
    boundary = parameters.get("boundary", "")
    if not 0 < len(boundary) <= 70:
        raise Unreadable("is multipart, and its Content-Type names no boundary of 1 to 70 characters")
    return boundary


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _unescaped(option: bytes) -> str:
    """Undo what browsers escape in names (WHATWG HTML, 4.10.21.8)."""
    text = _text(option)
    for escape, plain in _UNESCAPED.items():
        text = text.replace(escape, plain)
    return text
