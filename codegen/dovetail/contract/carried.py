"""What the places of a request can carry, and the form in which an SDK takes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..runtime.server.items import Items
from ..runtime.server.parameters import ParameterReader
from ..runtime.wire.media import form_of

VISIBLE = {"type": "string", "pattern": "^[!-~]([ -~]*[!-~])?$"}
"""What a header can carry whole (RFC 9110, 5.5): visible ASCII, blanks inside."""
PATH_TEXT = {"type": "string", "minLength": 1, "not": {"enum": [".", ".."]}}
"""What a path segment can carry: RFC 3986 takes dots away, and an empty one is another path."""
ONE_LINE = {"pattern": r"^[^\r\n\x00]*$"}
EVENT_FIELDS: Mapping[str, Mapping[str, Any]] = {"id": ONE_LINE, "event": ONE_LINE, "retry": {"minimum": 0}}
"""What the fields of a server-sent event can carry besides its data."""
UNTEXTUAL = b"\x00\xff\r\n"
"""Bytes that are no text in UTF-8 and end no line, as files have them."""


def carried(reader: ParameterReader) -> Mapping[str, Any] | None:
    """A schema of what the place of a parameter can carry; None where that is anything.

    An empty list or object is undefined (RFC 6570, 2.3), and nothing of it is sent.
    """
    if reader.schema is None or reader.about.get("content"):
        return None
    match reader.schema.shape:
        case "array":
            return {"minItems": 1}
        case "object":
            return {"minProperties": 1}
    if reader.place not in {"path", "header"} or set(reader.schema.kinds) != {"string"}:
        return None
    return VISIBLE if reader.place == "header" else PATH_TEXT


def arriving(items: Items) -> dict[str, Any] | None:
    """A schema of the items of a stream that reach its readers; None where that is every item.

    An event without data is none (WHATWG HTML, 9.2.6), and it has no other fields.
    """
    if not items.is_event or items.item is None:
        return None
    names = sorted(items.item.properties)
    properties = {name: rule for name, rule in EVENT_FIELDS.items() if name in names}
    text = {} if items.has_json_data else {"data": {"type": "string"}}
    return {"required": ["data"], "propertyNames": {"enum": names}, "properties": {**properties, **text}}


def carries(place: str, value: Any, *, is_form: bool) -> bool:
    """Whether a place can carry a value: text has no null, and a path no empty segment."""
    if value is None:
        return place == "body" and not is_form
    return place != "path" or value not in ("", ".", "..")


def held(media_type: str) -> list[Any]:
    """Contents of a media type of which the description says no more."""
    match form_of(media_type):
        case "json":
            return [{"key": ["value", 1, None]}, "text"]
        case "text":
            return ["two\nlines, é", "text"]
        case "form" | "multipart":
            return [{"key": "value"}]
        case "events" | "lines" | "sequence":
            return [[{"key": "value"}, {"key": 1}]]
    return [b"content" + UNTEXTUAL]


def given(kind: Any, value: Any) -> Any:
    """A sample as an SDK takes it, by the kind of its parameter: the contents of files are bytes."""
    match type(kind).__name__:
        case "Binary" if isinstance(value, str):
            return value.encode("utf-8") + UNTEXTUAL
        case "Array" if isinstance(value, list):
            return [given(kind.items, item) for item in value]
        case "Nullable":
            return given(kind.kind, value)
    return value
