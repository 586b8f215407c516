"""Forms: `application/x-www-form-urlencoded` bodies, read and written field by field (OAS 3.1, 4.8.15)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ..wire.pointers import step
from ..wire.reading import unescape_text
from ..wire.styles import StyleError, encode_parameter
from .faults import Fault, Faulty
from .media_types import split_form
from .parameters import ABSENT, Pairs, ParameterReader
from .schemas import CompiledSchema, Judged, Schemas, mapping_at
from .values import typed

Tolerate = Callable[[list[tuple[str, str]]], list[tuple[str, str]]]
"""Rewrites the pairs of a form, still escaped, before they are read."""


class FormContent(Judged):
    """A form: its fields, and the schema of the object they make. Without a schema its values are texts."""

    def __init__(self, schemas: Schemas, pointer: str) -> None:
        value = schemas.value(pointer)
        encoding = mapping_at(value, "encoding")
        super().__init__(schemas.at(step(pointer, "schema")) if "schema" in value else None)
        properties: Mapping[str, CompiledSchema] = self._schema.properties if self._schema is not None else {}
        self.fields = {
            name: ParameterReader.of_field(schema, name, mapping_at(encoding, name))
            for name, schema in properties.items()
        }
        for reader in self.fields.values():
            reader.beside(self.fields.values())
        self._plain = {name: reader for name, reader in self.fields.items() if reader.is_plain}
        self._gathering = {name: reader for name, reader in self.fields.items() if not reader.is_plain}

    def read(self, body: bytes, content_type: str, tolerate: Tolerate = list) -> Any:
        """Read and judge a form; raises `Faulty` with the faults of every field."""
        del content_type
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
        faults += apart_from(faults, self.judge(value))
        if faults:
            raise Faulty(faults)
        return value

    def write(self, value: Mapping[str, Any], content_type: str) -> tuple[str, bytes]:
        """Write the fields; raises `ValueError` for a value that its style cannot say."""
        written = [
            self.fields[name].write(member) if name in self.fields else encode_parameter(name, member, place="body")
            for name, member in value.items()
        ]
        return content_type, "&".join(filter(None, written)).encode("ascii")

    def _read_undocumented(self, pairs: Pairs, value: dict[str, Any], faults: list[Fault]) -> None:
        for name, found in pairs.by_name.items():
            if name in self._plain or any(reader.gathers(name) for reader in self._gathering.values()):
                continue
            member = self._schema.member(name) if self._schema is not None else None
            try:
                texts = [typed(member, unescape_text(raw.replace("+", " "))) for _, raw in found]
            except StyleError as error:
                faults.append(Fault("body", name, "style", str(error)))
            else:
                value[name] = texts[0] if len(texts) == 1 else texts


def apart_from(known: list[Fault], faults: tuple[Fault, ...]) -> list[Fault]:
    """The faults that do not follow from fields that could not be read and are therefore missing."""
    if not known:
        return list(faults)
    broken = {fault.name for fault in known}
    closed = {"additionalProperties", "unevaluatedProperties"}
    return [fault for fault in faults if (fault.name and fault.name not in broken) or fault.rule in closed]
