"""Multipart bodies, read and written part by part as their schema and encoding say (OAS 3.1, 4.8.15 and 4.8.14.4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast
from urllib.parse import quote_plus, unquote_plus

from ..wire.media import BINARY, JSON, charset_of, encode_json, form_of
from ..wire.multipart import Part, content_type_of, encode, new_boundary
from ..wire.pointers import step
from ..wire.reading import split_pairs
from ..wire.styles import text
from .calls import Upload
from .faults import Fault, Faulty
from .forms import Tolerate, apart_from
from .json_text import Unreadable, json_value
from .media_types import parse_media_type, select_media_type
from .parameters import ABSENT, Pairs, ParameterReader
from .parts import ReceivedPart, boundary_of, parse_parts
from .schemas import KINDS, CompiledSchema, Judged, Schemas, mapping_at

_STRING = frozenset({"string"})


class MultipartContent(Judged):
    """A multipart body: an object whose properties are parts by name, or an array whose items are parts in order.

    Parts that hold binary content are `Upload`s, all others JSON values.
    """

    def __init__(self, schemas: Schemas, pointer: str) -> None:
        value = schemas.value(pointer)
        super().__init__(schemas.at(step(pointer, "schema")) if "schema" in value else None)
        self._item_schema = schemas.at(step(pointer, "itemSchema")) if "itemSchema" in value else None
        is_array = self._schema is not None and self._schema.shape == "array"
        self._is_ordered = is_array or self._item_schema is not None
        item = self._item_schema or (self._schema.items if self._schema is not None else None)
        self._item = PartReader(schemas, step(pointer, "itemEncoding"), "", item)
        self._prefix = [
            PartReader(schemas, step(pointer, "prefixEncoding", str(index)), "", prefix)
            for index, prefix in enumerate(_prefix_items(schemas, self._schema))
        ]
        properties: Mapping[str, CompiledSchema] = self._schema.properties if self._schema is not None else {}
        encoding = step(pointer, "encoding")
        self._parts = {
            name: PartReader(schemas, step(encoding, name), name, schema) for name, schema in properties.items()
        }
        self._other = self._schema.additional if self._schema is not None else None
        self._schemas = schemas

    def read(self, body: bytes, content_type: str, tolerate: Tolerate = list) -> Any:
        """Read and judge a body; raises `Faulty` with the faults of every part."""
        del tolerate
        try:
            parts = parse_parts(body, boundary_of(parse_media_type(content_type).parameters))
        except Unreadable as error:
            raise Faulty([Fault("body", "", "encoding", str(error))]) from None
        faults: list[Fault] = []
        value: object = self._in_order(parts, faults) if self._is_ordered else self._by_name(parts, faults)
        faults += apart_from(faults, self.judge(value))
        if faults:
            raise Faulty(faults)
        return value

    def judge(self, value: Any) -> tuple[Fault, ...]:
        """Say what is wrong with the object or array that the parts make."""
        judged = judgeable(value)
        faults = super().judge(judged)
        if self._item_schema is not None and isinstance(judged, list):
            items = cast("list[object]", judged)
            faults += tuple(fault for item in items for fault in self._item_schema.judge(item, "body"))
        return faults

    def write(self, value: Any, content_type: str) -> tuple[str, bytes]:
        """Write the parts; raises `ValueError` for a value that no part can hold."""
        boundary = parse_media_type(content_type).parameters.get("boundary") or new_boundary()
        if isinstance(value, Mapping):
            members = cast("Mapping[str, object]", value)
            parts = [part for name, member in members.items() for part in self._reader(name).parts_of(member)]
        else:
            items = cast("Sequence[object]", value)
            parts = [part for index, item in enumerate(items) for part in self._at(index).parts_of(item)]
        return content_type_of(boundary, content_type), b"".join(encode(parts, boundary))

    def _reader(self, name: str) -> PartReader:
        return self._parts.get(name) or PartReader(self._schemas, "", name, self._other)

    def _at(self, index: int) -> PartReader:
        return self._prefix[index] if index < len(self._prefix) else self._item

    def _in_order(self, parts: Sequence[ReceivedPart], faults: list[Fault]) -> list[object]:
        return [self._at(index).read([part], faults) for index, part in enumerate(parts)]

    def _by_name(self, parts: Sequence[ReceivedPart], faults: list[Fault]) -> dict[str, object]:
        named: dict[str, list[ReceivedPart]] = {}
        for part in parts:
            named.setdefault(part.name, []).append(part)
        value: dict[str, object] = {}
        gathering = [reader for reader in self._parts.values() if reader.gathers_any]
        taken = {name for name in named if any(reader.gathers(name) for reader in gathering)}
        for name in named.keys() - taken:
            value[name] = self._reader(name).read(named[name], faults)
        for reader in gathering:
            value[reader.name] = reader.read([part for part in parts if reader.gathers(part.name)], faults)
        return {name: found for name, found in value.items() if found is not ABSENT}


class PartReader:
    """The part, or parts, of one property or position, as its schema and its Encoding Object say."""

    def __init__(self, schemas: Schemas, pointer: str, name: str, schema: CompiledSchema | None) -> None:
        about = _value_at(schemas, pointer)
        self.name, self._schema = name, schema
        self._is_many = schema is not None and schema.shape == "array" and bool(name)
        self._item = schema.items if schema is not None and self._is_many else schema
        self._media_types = [kind.strip() for kind in str(about.get("contentType", "")).split(",") if kind.strip()]
        is_styled = not about.keys().isdisjoint({"style", "explode", "allowReserved"})
        self._styled = ParameterReader.of_field(schema, name, about) if is_styled and schema is not None else None
        self._is_binary = is_binary(self._item) or (
            self._can_be("string") and any(form_of(kind) == "binary" for kind in self._media_types)
        )
        self._headers = [
            ParameterReader.of_parameter(schemas, step(pointer, "headers", header), header, "header")
            for header in mapping_at(about, "headers")
            if header.lower() != "content-type"
        ]

    @property
    def gathers_any(self) -> bool:
        """Whether its value stands in parts of other names than its own."""
        return self._styled is not None and not self._styled.is_plain

    def gathers(self, name: str) -> bool:
        """Whether a part belongs to it that is not called as it is."""
        return self._styled is not None and self._styled.gathers(name)

    def read(self, parts: Sequence[ReceivedPart], faults: list[Fault]) -> object:
        """Read its parts, `ABSENT` where that is not possible; what is wrong with them is added to `faults`."""
        known = len(faults)
        if self._styled is not None:
            return self._read_styled(self._styled, parts, faults)
        values: list[object] = []
        for part in parts:
            faults.extend(self._misfits(part))
            try:
                values.append(self._read_one(part))
            except Unreadable as error:
                faults.append(Fault("body", self.name or part.name, "encoding", str(error)))
        if len(faults) > known:
            return ABSENT
        if not self._is_many:
            return values if len(values) > 1 else values[0]
        is_whole = len(values) == 1 and self._is_array(values[0])
        return values[0] if is_whole else values  # one part for all items, or one for each

    def parts_of(self, value: object) -> Iterator[Part]:
        """Write its value; raises `ValueError` for one that no part can hold."""
        if self._styled is not None:
            pairs = split_pairs(self._styled.write(value))
            yield from (Part(unquote_plus(name), unquote_plus(raw).encode("utf-8")) for name, raw in pairs)
        elif self._is_many and isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
            for item in cast("Sequence[object]", value):
                yield self._part_of(item)
        elif value is not None:
            yield self._part_of(value)

    def _is_array(self, value: object) -> bool:
        return self._schema is not None and self._schema.accepts(judgeable(value)) and isinstance(value, list)

    def _can_be(self, kind: str) -> bool:
        return self._item is not None and kind in self._item.kinds

    def _read_styled(self, reader: ParameterReader, parts: Sequence[ReceivedPart], faults: list[Fault]) -> object:
        try:
            texts = [(quote_plus(part.name), quote_plus(_text(part), safe=",")) for part in parts]
            return cast("object", reader.read_pairs(Pairs(texts, is_form=True)))
        except Unreadable as error:
            faults.append(Fault("body", self.name, "encoding", str(error)))
        except Faulty as error:
            faults.extend(error.faults)
        return ABSENT

    def _read_one(self, part: ReceivedPart) -> object:
        form = form_of(part.content_type or self._default_type or ("text/plain" if part.filename is None else BINARY))
        if self._is_binary and not (form == "json" and self._can_be("object")):
            return _upload(part)
        is_any = self._item is None or self._item.kinds == KINDS
        is_structured = not is_any and self._item is not None and self._item.shape != "primitive"
        if (form == "json" and not self._is_json_text) or (is_structured and form in {"text", "json"}):
            return json_value(part.content)
        if form != "text" and is_any:
            return _upload(part)
        found = _text(part)
        return found if self._item is None else cast("object", self._item.read(found))

    def _misfits(self, part: ReceivedPart) -> Iterator[Fault]:
        """What is wrong with the headers of a part; a part without a type is taken for one of any."""
        name = self.name or part.name
        if self._media_types and part.content_type and not _is_among(part.content_type, self._media_types):
            yield Fault("body", name, "media-type", f"must be a part of type {' or '.join(self._media_types)}")
        for header in self._headers:
            raw = part.headers.get(header.name.lower())
            try:
                if raw is not None:
                    header.read(raw)
                elif header.is_required:
                    yield Fault("body", name, "required", f"its part needs the header {header.name}")
            except Faulty as error:
                for fault in error.faults:
                    yield replace(fault, where="body", name=name, message=f"header {header.name} {fault.message}")

    def _part_of(self, value: object) -> Part:
        if isinstance(value, Upload):
            kind = value.content_type or (self._default_type if self._is_binary else "") or BINARY
            return Part(self.name, value.content, kind, value.filename, headers=value.extra_headers)
        if isinstance(value, bytes):
            return Part(self.name, value, self._default_type or BINARY, self.name or None)
        if not _is_nested(value) and (form_of(self._default_type) != "json" or self._is_json_text):
            return Part(self.name, text(value).encode("utf-8"), self._default_type)
        return Part(self.name, encode_json(value), self._default_type or JSON)

    @property
    def _default_type(self) -> str:
        """The one media type that the encoding names, empty where it names none, several or a range."""
        return self._media_types[0] if len(self._media_types) == 1 and "*" not in self._media_types[0] else ""

    @property
    def _is_json_text(self) -> bool:
        """Whether the value is a text that holds JSON, and not what the JSON says."""
        return self._item is not None and self._item.kinds == _STRING and "contentMediaType" in self._item.value


def _is_nested(value: object) -> bool:
    return isinstance(value, (dict, list, tuple))


def judgeable(value: Any) -> Any:
    """The value with binary content as text, a character a byte: what JSON Schema can say of it is its length."""
    match value:
        case Upload():
            return value.content.decode("latin-1")
        case bytes():
            return value.decode("latin-1")
        case dict():
            return {name: judgeable(member) for name, member in cast("dict[str, object]", value).items()}
        case list():
            return [judgeable(item) for item in cast("list[object]", value)]
        case _:
            return value


def is_binary(schema: CompiledSchema | None) -> bool:
    """Whether a schema is that of raw bytes: `format: binary`, or a `contentMediaType` of no text, not encoded."""
    return schema is not None and any(_is_raw(branch.value) for branch in schema.branches())


def _is_raw(value: Mapping[str, Any]) -> bool:
    if value.get("format") == "binary":
        return True
    return form_of(value.get("contentMediaType", "text/plain")) == "binary" and "contentEncoding" not in value


def _upload(part: ReceivedPart) -> Upload:
    own = {"content-type", "content-disposition"}
    extra = {name: value for name, value in part.headers.items() if name not in own}
    return Upload(part.content, part.filename, part.content_type, extra)


def _text(part: ReceivedPart) -> str:
    charset = charset_of(part.content_type)
    if charset is None:
        raise Unreadable("is text of a charset that is not known")
    try:
        return part.content.decode(charset)
    except UnicodeDecodeError:
        raise Unreadable(f"is not {charset.upper()}") from None


def _is_among(content_type: str, media_types: Sequence[str]) -> bool:
    try:
        return select_media_type(content_type, media_types) is not None
    except ValueError:
        return False


def _prefix_items(schemas: Schemas, schema: CompiledSchema | None) -> Iterator[CompiledSchema]:
    if schema is None:
        return
    for branch in schema.branches():
        for index in range(len(branch.value.get("prefixItems", ()))):
            yield schemas.at(step(branch.pointer, "prefixItems", str(index)))


def _value_at(schemas: Schemas, pointer: str) -> Mapping[str, Any]:
    try:
        value: Mapping[str, Any] = schemas.value(pointer) if pointer else {}
    except (KeyError, IndexError):
        value = {}
    return value
