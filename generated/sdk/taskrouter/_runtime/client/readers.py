"""What reads the content of an answer, by its status and media type."""

from __future__ import annotations

import gc
import json
import sys
import typing
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, get_args, get_origin
from urllib.parse import parse_qsl

from ..wire import streams
from ..wire.media import charset_of, decode_text, essence_of, form_of
from ..wire.streams import Event, EventReader, LineReader, SequenceReader

if TYPE_CHECKING:
    from pydantic import TypeAdapter

STREAMS = frozenset({"events", "lines", "sequence"})
LARGE = 64 * 1024
"""Bytes of JSON from which on Python's collector of cycles would cost more than reading it."""
# Before 3.12 it runs in the middle of the one call that reads, again and again, and can find nothing there.
_IS_INTERRUPTED = sys.version_info < (3, 12)
_EVENT_FIELDS = frozenset({"data", "event", "id", "retry"})
_BOM = b"\xef\xbb\xbf"
LAST = "[DONE]"
"""The data of an event by which many APIs say that a stream of JSON is over."""


class Reader:
    """Reads what answers of one status (`200`, `2XX` or `default`) hold in one media type; an empty one is nothing."""

    def __init__(self, status: str, media_type: str, type: Any) -> None:
        self.status, self.media_type, self.type = status.upper(), media_type, type
        self.essence = essence_of(media_type)
        self.form = form_of(media_type) if media_type else "binary"

    @cached_property
    def adapter(self) -> TypeAdapter[Any]:
        """What reads the type; made once, when first needed."""
        from pydantic import TypeAdapter

        return TypeAdapter(self.type)

    @cached_property
    def is_event(self) -> bool:
        """Whether the type is that of a whole server-sent event (OAS 3.2 `itemSchema`) and not of its data."""
        return _is_event(self.type, 0)

    @cached_property
    def is_nullable(self) -> bool:
        """Whether the type says that there may be nothing."""
        try:
            self.adapter.validate_python(None, strict=True)
        except ValueError:
            return False
        return True

    def read(self, content: bytes, media_type: str) -> Any:
        """Read a whole content; `media_type` is that of the answer.

        Raises:
            ValueError: the content is not of the type; mostly pydantic's `ValidationError`.
        """
        match self.form:
            case "json":
                return self._json(_utf8(content, media_type))
            case "text":
                text = decode_text(content, media_type or self.media_type)
                return text if self.type is str else self.from_python(text)
            case "form":
                return self.from_python(_members(decode_text(content, media_type)))
            case "events" | "lines" | "sequence":
                return self._items(content)
            case _:
                return content

    def from_json(self, text: bytes | str) -> Any:
        """Read JSON text as the type.

        Raises:
            ValueError: it is not of the type.
        """
        return self.adapter.validate_json(text)

    def from_python(self, value: object) -> Any:
        """Read a value that is no JSON text as the type.

        Raises:
            ValueError: it is not of the type.
        """
        return self.adapter.validate_python(value)

    def _json(self, content: bytes) -> Any:
        if not _IS_INTERRUPTED or len(content) < LARGE or not gc.isenabled():
            return self.from_json(content)
        try:
            gc.disable()
            return self.from_json(content)
        finally:
            gc.enable()

    def parser(self) -> streams.Reader[Event] | streams.Reader[bytes]:
        """Give a parser of this form of stream, which has not read anything yet."""
        if self.form == "events":
            return EventReader()
        return SequenceReader() if self.form == "sequence" else LineReader()

    def item(self, found: Event | bytes) -> Any:
        """Read one item of a stream.

        Raises:
            ValueError: it is not of the type.
        """
        if isinstance(found, bytes):
            return self.from_json(found)
        if self.type is str:
            return found.data
        return self._whole_event(found) if self.is_event else self.from_json(found.data)

    def _whole_event(self, event: Event) -> Any:
        try:
            return self.from_python(dict(event.fields))
        except ValueError:
            # Descriptions also give the data the type that its JSON has.
            try:
                data: object = json.loads(event.data)
            except (ValueError, RecursionError):
                data = event.data
            return self.from_python({**event.fields, "data": data})

    def is_end(self, found: Event | bytes) -> bool:
        """Say whether an event only ends the stream."""
        return isinstance(found, Event) and found.data == LAST and self.type is not str and not self.is_event

    def _items(self, content: bytes) -> list[Any]:
        parser = self.parser()
        items: list[Any] = []
        for found in [*parser.feed(content), *parser.end()]:
            if self.is_end(found):
                break
            items.append(self.item(found))
        return items


class PlainReader(Reader):
    """Reads the same as plain JSON values, which are not compared with the type."""

    def from_json(self, text: bytes | str) -> Any:
        """Give what the text says.

        Raises:
            ValueError: it is no JSON.
        """
        from pydantic_core import from_json

        # Values that repeat cost less to make anew than to look up.
        return from_json(text, cache_strings="keys")

    def from_python(self, value: object) -> Any:
        """Give the value."""
        return value


def chosen(readers: Sequence[Reader], status: int, media_type: str, *, is_empty: bool) -> Reader:
    """Give the reader that is documented for an answer, or else the nearest."""
    if len(readers) == 1:
        return readers[0]
    return max(readers, key=lambda it: (nearness(it, status), _likeness(it, essence_of(media_type), is_empty)))


def nearness(reader: Reader, status: int) -> int:
    """Say how well a documented status fits: 3 exactly, 2 by its range, 1 as the default, 0 not at all."""
    if reader.status == str(status):
        return 3
    if reader.status == f"{status // 100}XX":
        return 2
    return int(reader.status == "DEFAULT")


def _likeness(reader: Reader, essence: str, is_empty: bool) -> int:
    if not reader.media_type:
        return 5 if is_empty else 0
    if reader.essence == essence:
        return 4
    if essence and reader.form == form_of(essence) and reader.form != "binary":
        return 3
    kind, _, subtype = reader.essence.partition("/")
    return 2 if subtype == "*" and kind in {"*", essence.partition("/")[0]} else 1


def problems_of(error: ValueError) -> list[str]:
    """Say what is wrong with a content, one text a field, without the values."""
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return [str(error)]
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return [f"/{'/'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in found]


def _utf8(content: bytes, media_type: str) -> bytes:
    if "charset" in media_type and charset_of(media_type) not in {"utf-8", "ascii", None}:
        return decode_text(content, media_type).encode()
    return content.removeprefix(_BOM)


def _members(text: str) -> Mapping[str, str | list[str]]:
    members: dict[str, str | list[str]] = {}
    for name, value in parse_qsl(text, keep_blank_values=True):
        known = members.get(name)
        members[name] = value if known is None else [*([known] if isinstance(known, str) else known), value]
    return members


def _is_event(kind: Any, depth: int) -> bool:
    if depth > 20:
        return False
    if hasattr(kind, "__value__"):
        return _is_event(kind.__value__, depth + 1)
    if get_origin(kind) is typing.Annotated:
        return _is_event(get_args(kind)[0], depth + 1)
    members = [it for it in get_args(kind) if it is not type(None)]
    fields: Mapping[str, Any] | None = getattr(kind, "model_fields", None)
    if fields is not None:
        names = {getattr(known, "alias", None) or name for name, known in fields.items()}
        return "data" in names and names <= _EVENT_FIELDS
    return bool(members) and get_origin(kind) is not list and all(_is_event(it, depth + 1) for it in members)
