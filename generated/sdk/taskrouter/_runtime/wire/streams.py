"""Streams of items: server-sent events (WHATWG HTML, 9.2), JSON Lines and JSON text sequences (RFC 7464).

The readers do no I/O: `feed` takes bytes as they come, cut anywhere, and gives the items that are complete; `end` gives
what is left. An item of JSON is given as its bytes, for whoever knows its type to read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from .media import ContentForm, encode_json

LONGEST_ITEM = 64 * 1024 * 1024
"""Bytes of one item, beyond which a reader gives up, by default."""
_LINE_END = re.compile(rb"\r\n|\r|\n")
_BOM = b"\xef\xbb\xbf"
_SPACE = b" \t\r\n"
_RS = b"\x1e"

T = TypeVar("T")


class StreamError(ValueError):
    """What arrived, or was to be written, is no stream of its kind; the message says why."""


@dataclass(frozen=True, slots=True)
class Event:
    """A server-sent event; `id` and `retry` (a pause in milliseconds) are the last that the stream gave.

    `fields` holds what this event itself said, by field name.
    """

    data: str
    event: str = "message"
    id: str = ""
    retry: int | None = None
    fields: Mapping[str, str | int] = field(default_factory=dict[str, "str | int"], repr=False, compare=False)


class Reader(Protocol[T]):
    """A reader of a stream."""

    def feed(self, chunk: bytes) -> list[T]:
        """Take bytes; give the items that they complete."""
        ...

    def end(self) -> list[T]:
        """Give what the end of the stream completes."""
        ...


class _Pieces:
    """Bytes up to a mark that has not come yet, bounded."""

    def __init__(self, limit: int) -> None:
        self._limit, self._size = limit, 0
        self._pieces: list[bytes] = []

    def add(self, piece: bytes) -> None:
        self._size += len(piece)
        if self._size > self._limit:
            raise StreamError(f"an item is longer than {self._limit} bytes")
        if piece:
            self._pieces.append(piece)

    def take(self) -> bytes:
        taken = b"".join(self._pieces)
        self._pieces.clear()
        self._size = 0
        return taken


class LineReader:
    """Reads JSON Lines: one JSON text a line; blank lines mean nothing, and the last needs no end."""

    def __init__(self, limit: int = LONGEST_ITEM) -> None:
        self._pending = _Pieces(limit)

    def feed(self, chunk: bytes) -> list[bytes]:
        """Take bytes; give the texts that they complete. Raises `StreamError` for one that is too long."""
        first, *others = chunk.split(b"\n")
        self._pending.add(first)
        found: list[bytes] = []
        for line in others:
            found.append(self._pending.take().strip(_SPACE))
            self._pending.add(line)
        return [line for line in found if line]

    def end(self) -> list[bytes]:
        """Give the text of the last line, if there is one."""
        line = self._pending.take().strip(_SPACE)
        return [line] if line else []


class SequenceReader:
    """Reads a JSON text sequence: each text after a record separator, U+001E.

    A text that may have been cut off (RFC 7464, 2.4), and what stands before the first separator, is left out and
    counted in `dropped`.
    """

    def __init__(self, limit: int = LONGEST_ITEM) -> None:
        self._pending = _Pieces(limit)
        self._has_begun = False
        self.dropped = 0

    def feed(self, chunk: bytes) -> list[bytes]:
        """Take bytes; give the texts that they complete. Raises `StreamError` for one that is too long."""
        first, *others = chunk.split(_RS)
        self._pending.add(first)
        found: list[bytes] = []
        for record in others:
            found += self._taken()
            self._has_begun = True
            self._pending.add(record)
        return found

    def end(self) -> list[bytes]:
        """Give the last text, if it is whole."""
        return self._taken()

    def _taken(self) -> list[bytes]:
        record = self._pending.take()
        text = record.strip(_SPACE)
        if not text:
            return []
        is_whole = self._has_begun and (record[-1:] in _SPACE or text[-1:] in b'}]"')
        self.dropped += not is_whole
        return [text] if is_whole else []


class EventReader:
    """Reads server-sent events; comments are skipped, and an event without data is none (WHATWG HTML, 9.2.6)."""

    def __init__(self, limit: int = LONGEST_ITEM) -> None:
        self._limit = limit
        self._pending = _Pieces(limit)
        self._begun = b""
        self._has_begun = self._is_after_return = False
        self._last_id = ""
        self._retry: int | None = None
        self._clear()

    def feed(self, chunk: bytes) -> list[Event]:
        """Take bytes; give the events that they complete. Raises `StreamError` for one that is too long."""
        if not self._has_begun:
            self._begun += chunk
            if _BOM.startswith(self._begun):
                return []
            chunk, self._has_begun = self._begun.removeprefix(_BOM), True
        if self._is_after_return and chunk:
            chunk = chunk.removeprefix(b"\n")
            self._is_after_return = False
        if not chunk:
            return []
        self._is_after_return = chunk.endswith(b"\r")
        first, *others = _LINE_END.split(chunk)
        self._pending.add(first)
        found: list[Event] = []
        for line in others:
            found += self._read(self._pending.take().decode("utf-8", "replace"))
            self._pending.add(line)
        return found

    def end(self) -> list[Event]:
        """Give nothing: an event that no blank line ends is incomplete, and is thrown away."""
        self._pending.take()
        self._clear()
        return []

    def _clear(self) -> None:
        self._data: list[str] = []
        self._size = 0
        self._fields: dict[str, str | int] = {}

    def _read(self, line: str) -> list[Event]:
        if not line:
            return self._dispatched()
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        match name:
            case "data":
                self._size += len(value) + 1
                if self._size > self._limit:
                    raise StreamError(f"an item is longer than {self._limit} bytes")
                self._data.append(value)
            case "event":
                self._fields["event"] = value
            case "id" if "\0" not in value:
                self._fields["id"] = self._last_id = value
            case "retry" if value.isascii() and value.isdecimal() and len(value) < 16:
                self._fields["retry"] = self._retry = int(value)
            case _:
                pass
        return []

    def _dispatched(self) -> list[Event]:
        data, fields = "\n".join(self._data), self._fields
        is_event = bool(self._data)
        self._clear()
        if not is_event:
            return []
        fields["data"] = data
        return [Event(data, str(fields.get("event") or "message"), self._last_id, self._retry, fields)]


def encode_event(event: Event) -> bytes:
    """Write an event; every kind of line break in its data is read back as a newline.

    One whose `fields` say something, but no data, is written without: readers take its id and its pause, and give none.

    Raises:
        StreamError: its name or id holds a line break, or the id a NUL.
    """
    if re.search(r"[\r\n]", event.event) or re.search(r"[\r\n\0]", event.id):
        raise StreamError("the name and the id of an event are one line each, without NUL")
    said = event.fields
    lines = [f"event: {event.event}"] if "event" in said or event.event not in {"", "message"} else []
    lines += [f"id: {event.id}"] if "id" in said or event.id else []
    lines += [f"retry: {event.retry}"] if event.retry is not None else []
    if "data" in said or event.data or not said:
        lines += [f"data: {line}" for line in re.split(r"\r\n|\r|\n", event.data)]
    return ("\n".join(lines) + "\n\n").encode("utf-8")


def encode_item(value: object, form: ContentForm) -> bytes:
    """Write one item of a stream: of `events` an `Event`, or the value whose JSON is its data; else any JSON value.

    Raises:
        ValueError: the value has no JSON form, or the form is none of a stream.
    """
    if form == "events":
        return encode_event(value if isinstance(value, Event) else Event(encode_json(value).decode("utf-8")))
    if form == "lines":
        return encode_json(value) + b"\n"
    if form == "sequence":
        return _RS + encode_json(value) + b"\n"
    raise ValueError(f"{form} is no form of a stream")
