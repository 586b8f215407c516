"""Reading the body of a message by its documented media types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..wire.media import FORM
from ..wire.styles import StyleError
from .faults import Fault, Faulty
from .json_text import Unreadable, json_value
from .media_types import parse_media_type, select_media_type, split_form
from .parameters import ABSENT, Pairs, ParameterReader, typed
from .reading import unescape_text
from .schemas import CompiledSchema, Schemas, mapping_at, step

Tolerate = Callable[[list[tuple[str, str]]], list[tuple[str, str]]]


class BodyReader:
    """The bodies that a Request Body or Response Object documents."""

    def __init__(self, schemas: Schemas, pointer: str) -> None:
        value = schemas.value(pointer)
        self.is_required = bool(value.get("required", False))
        self.content = mapping_at(value, "content")
        self._schemas, self._pointer = schemas, pointer
        self._forms: dict[str, _Form] = {}

    def schema(self, documented: str) -> CompiledSchema | None:
        """The schema under a documented media type, if it has one."""
        has_schema = "schema" in self.content[documented]
        return self._schemas.at(step(self._pointer, "content", documented, "schema")) if has_schema else None

    def documented(self, content_type: str) -> str:
        """The documented media type or range that a `Content-Type` falls under; raises `Faulty`."""
        expected = " or ".join(self.content)
        try:
            found = select_media_type(content_type, self.content)
        except ValueError:
            found = None
        if found is None:
            message = f"must be {expected}" if content_type else f"must be sent, and be {expected}"
            raise Faulty([Fault("media_type", "Content-Type", "media-type", message)])
        return found

    def field(self, documented: str, name: str) -> ParameterReader | None:
        """The reader of one field of a documented form."""
        return self._form(documented).fields.get(name)

    def read(self, content_type: str, body: bytes, tolerate: Tolerate = list) -> Any:
        """Read and judge a body; raises `Faulty`. What is no JSON, form or text stays bytes and is not judged."""
        documented = self.documented(content_type)
        media_type = parse_media_type(content_type)
        schema = self.schema(documented)
        if media_type.essence == FORM and schema is not None:
            return self._form(documented).read(body, tolerate)
        try:
            value = _read_value(body, is_json=media_type.is_json, is_text=media_type.type == "text")
        except Unreadable as error:
            raise Faulty([Fault("body", "", "encoding", str(error))]) from None
        faults = schema.judge(value, "body") if schema is not None and not isinstance(value, bytes) else ()
        if faults:
            raise Faulty(faults)
        return value

    def _form(self, documented: str) -> _Form:
        if documented not in self._forms:
            self._forms[documented] = _Form(self._schemas, step(self._pointer, "content", documented))
        return self._forms[documented]


class _Form:
    """A form (OAS, Encoding Object): its fields, and the schema of the object they make."""

    def __init__(self, schemas: Schemas, pointer: str) -> None:
        encoding = mapping_at(schemas.value(pointer), "encoding")
        self._schema = schemas.at(step(pointer, "schema"))
        self.fields = {
            name: ParameterReader.of_field(schema, name, mapping_at(encoding, name))
            for name, schema in self._schema.properties.items()
        }
        self._plain = {name: reader for name, reader in self.fields.items() if reader.is_plain}
        self._gathering = {name: reader for name, reader in self.fields.items() if not reader.is_plain}

    def read(self, body: bytes, tolerate: Tolerate) -> dict[str, Any]:
        """Read and judge a form; raises `Faulty` with the faults of every field."""
        try:
            pairs = Pairs(tolerate(split_form(body)), is_form=True)
        except StyleError as error:
            raise Faulty([Fault("body", "", "style", f"{error}")]) from None
        value: dict[str, Any] = {}
        faults: list[Fault] = []
        readers = [(name, self._plain[name]) for name in pairs.by_name if name in self._plain]
        for name, reader in readers + list(self._gathering.items()):
            try:
                found = reader.read_pairs(pairs)
            except Faulty as error:
                faults.extend(error.faults)
            else:
                if found is not ABSENT:
                    value[name] = found
        self._read_undocumented(pairs, value, faults)
        faults += _apart_from(faults, self._schema.judge(value, "body"))
        if faults:
            raise Faulty(faults)
        return value

    def _read_undocumented(self, pairs: Pairs, value: dict[str, Any], faults: list[Fault]) -> None:
        for name, found in pairs.by_name.items():
            if name in self._plain or any(reader.gathers(name) for reader in self._gathering.values()):
                continue
            try:
                texts = [typed(self._schema.additional, unescape_text(raw.replace("+", " "))) for _, raw in found]
            except StyleError as error:
                faults.append(Fault("body", name, "style", str(error)))
            else:
                value[name] = texts[0] if len(texts) == 1 else texts


def _apart_from(known: list[Fault], faults: tuple[Fault, ...]) -> list[Fault]:
    """The faults that do not follow from fields that could not be read and are therefore missing."""
    if not known:
        return list(faults)
    broken = {fault.name for fault in known}
    closed = {"additionalProperties", "unevaluatedProperties"}
    return [fault for fault in faults if (fault.name and fault.name not in broken) or fault.rule in closed]


def _read_value(body: bytes, *, is_json: bool, is_text: bool) -> Any:
    if is_json:
        return json_value(body)
    if not is_text:
        return body
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise Unreadable("is not UTF-8") from None
