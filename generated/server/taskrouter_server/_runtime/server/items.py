"""Streams of items: server-sent events, JSON Lines and JSON text sequences, judged item by item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, cast

from ..wire.media import ContentForm, encode_json
from ..wire.pointers import step
from ..wire.streams import Event, EventReader, LineReader, Reader, SequenceReader, StreamError, encode_item
from ..wire.styles import text
from .faults import Fault, Faulty
from .forms import Tolerate
from .json_text import Unreadable, json_value
from .schemas import CompiledSchema, Schemas

END_OF_EVENTS = "[DONE]"
"""The data of an event by which many APIs say that a stream of JSON is over; it is no item."""
_EVENT_FIELDS = frozenset({"data", "event", "id", "retry"})
_ARRAY, _STRING = frozenset({"array"}), frozenset({"string"})


class Items:
    """A stream of items (OAS 3.2, 4.14.3): server-sent events, JSON Lines or a JSON text sequence.

    Without `itemSchema`, a `schema` that is no array is taken for that of an item, as is common before OAS 3.2.
    """

    def __init__(self, schemas: Schemas, pointer: str, form: ContentForm) -> None:
        value = schemas.value(pointer)
        whole = schemas.at(step(pointer, "schema")) if "schema" in value else None
        is_array = whole is not None and whole.kinds == _ARRAY
        if "itemSchema" in value:
            self.item: CompiledSchema | None = schemas.at(step(pointer, "itemSchema"))
        else:
            self.item = whole.items if whole is not None and is_array else whole
        self.whole = whole if is_array else None
        self._form: ContentForm = form

    @cached_property
    def is_event(self) -> bool:
        """Whether the schema is that of a whole event, of its fields, and not that of its data."""
        names = frozenset(self.item.properties) if self.item is not None else frozenset[str]()
        return self._form == "events" and "data" in names and names <= _EVENT_FIELDS

    @cached_property
    def _is_opaque(self) -> bool:
        """Whether the schema only says that the stream is a text."""
        return self.item is not None and self.item.kinds == _STRING

    @cached_property
    def has_json_data(self) -> bool:
        """Whether the data of events is JSON; where its schema allows a text, it is that text."""
        if not self.is_event or self.item is None:
            return not self._is_opaque
        return "string" not in self.item.properties["data"].kinds

    def read(self, body: bytes, content_type: str, tolerate: Tolerate = list) -> Any:
        """Read and judge a stream that has ended; raises `Faulty` with the faults of every item."""
        del content_type, tolerate
        reader = self._reader()
        values: list[object] = []
        try:
            found = [*reader.feed(body), *reader.end()]
        except StreamError as error:
            raise Faulty([Fault("body", "", "limit", str(error))]) from None
        for item in found:
            if not self._is_end(item):
                values.append(self._read_item(item, len(values)))
        if isinstance(reader, SequenceReader) and reader.dropped:
            raise Faulty(
                [Fault("body", "", "encoding", f"has {reader.dropped} items that are cut off (RFC 7464, 2.4)")]
            )
        if faults := self.judge(values):
            raise Faulty(faults)
        return values

    def judge(self, value: Any) -> tuple[Fault, ...]:
        """Say what is wrong with the items of a whole stream."""
        faults = [
            replace(fault, pointer=f"/{index}{fault.pointer}")
            for index, item in enumerate(value)
            for fault in self.judge_item(item)
        ]
        return (*faults, *(self.whole.judge(value, "body") if self.whole is not None and not faults else ()))

    def judge_item(self, value: Any) -> tuple[Fault, ...]:
        """Say what is wrong with one item."""
        if isinstance(value, Event):
            try:
                value = self._value(replace(value, fields=_fields(value)))
            except Unreadable as error:
                return (Fault("body", "data", "encoding", str(error)),)
        is_judged = self.item is not None and (self._form == "events" or not self._is_opaque)
        return self.item.judge(value, "body") if self.item is not None and is_judged else ()

    def write(self, value: Any, content_type: str) -> tuple[str, bytes]:
        """Write a stream that is there as a whole."""
        return content_type, b"".join(self.write_item(item) for item in value)

    def write_item(self, value: Any) -> bytes:
        """Write one item: an `Event`, or a value as `read` gives it; raises `ValueError` for what cannot be one.

        Of a whole event only what it says is written: one without data is none to its readers (WHATWG HTML, 9.2.6).
        """
        if self._form == "events" and not isinstance(value, Event):
            if self.is_event and not value:
                return b"\n"
            value = self._event(value)
        return encode_item(value, self._form)

    def _event(self, value: Any) -> Event:
        if not self.is_event:
            return Event(value if self._is_opaque else encode_json(value).decode("utf-8"))
        fields = cast("Mapping[str, Any]", value)
        said = {name: text(fields[name]) for name in ("event", "id") if name in fields}
        data = fields.get("data", "")
        is_json = "data" in fields and (self.has_json_data or isinstance(fields["data"], list | dict))
        written = encode_json(data).decode("utf-8") if is_json else text(data)
        return Event(written, said.get("event", "message"), said.get("id", ""), fields.get("retry"), fields)

    def _reader(self) -> Reader[Event] | Reader[bytes]:
        if self._form == "events":
            return EventReader()
        return SequenceReader() if self._form == "sequence" else LineReader()

    def _is_end(self, found: Event | bytes) -> bool:
        return isinstance(found, Event) and found.data == END_OF_EVENTS and not self.is_event and self.has_json_data

    def _read_item(self, found: Event | bytes, index: int) -> object:
        try:
            return self._value(found)
        except Unreadable as error:
            raise Faulty([Fault("body", "", "encoding", f"item {index} {error}", f"/{index}")]) from None

    def _value(self, found: Event | bytes) -> object:
        if isinstance(found, bytes):
            return json_value(found)
        if self.is_event:
            return {name: self._field(name, value) for name, value in {**found.fields, "data": found.data}.items()}
        return json_value(found.data.encode("utf-8")) if self.has_json_data else found.data

    def _field(self, name: str, value: str | int) -> object:
        """The value of an event's field: its text where the schema allows one, else what the text is as JSON."""
        member = self.item.properties.get(name) if self.item is not None else None
        if isinstance(value, int) or member is None or "string" in member.kinds:
            return value
        return json_value(value.encode("utf-8"))


def _fields(event: Event) -> dict[str, str | int]:
    said: dict[str, str | int | None] = {"event": event.event if event.event != "message" else None}
    said |= {"id": event.id or None, "retry": event.retry}
    return {"data": event.data, **{name: value for name, value in said.items() if value is not None}}
