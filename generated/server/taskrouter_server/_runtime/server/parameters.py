"""Reading the parameters of a request: out of their style, into the values that their schemas describe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, cast

from ..wire.media import encode_json
from ..wire.styles import DEFAULT_STYLES, Place, StyleError, encode_parameter
from .faults import Fault, Faulty
from .json_text import Unreadable, json_value
from .reading import Shape, decode_parameter, unescape_text
from .schemas import CompiledSchema, Schemas, step

ABSENT = object()
"""What reading gives where a parameter was not sent."""
EXPLODED = {"form", "cookie", "deepObject"}
"""The styles whose `explode` is true by default (OAS; a deepObject is always so)."""


class Pairs:
    """Names and values of a query, form or cookies, still escaped, found by the name they spell."""

    def __init__(self, pairs: Sequence[tuple[str, str]], *, is_form: bool) -> None:
        self.all = pairs
        self.by_name: dict[str, list[tuple[str, str]]] = {}
        for pair in pairs:
            name = unescape_text(pair[0].replace("+", " ")) if is_form else pair[0]
            self.by_name.setdefault(name, []).append(pair)


class ParameterReader:
    """One documented parameter, header or form field: where it is found and how its text becomes a value."""

    def __init__(
        self, name: str, place: Place, schema: CompiledSchema | None, about: Mapping[str, Any], *, is_json: bool
    ) -> None:
        self.name, self.schema, self.about = name, schema, about
        self.place: Place = place
        self.is_required = bool(about.get("required", False))
        self._is_json = is_json
        self._style: str = about.get("style", DEFAULT_STYLES[place])
        self._explode = bool(about.get("explode", self._style in EXPLODED))
        self._shape: Shape = schema.shape if schema is not None and not is_json else "primitive"
        self._names = (
            frozenset(schema.properties) if schema is not None and self._shape == "object" else frozenset[str]()
        )

    @classmethod
    def of_parameter(cls, schemas: Schemas, pointer: str, name: str, place: Place) -> ParameterReader:
        """Read what a Parameter Object or a Header Object documents."""
        about = schemas.value(pointer)
        media_type = next(iter(about.get("content") or ()), "")
        holder = step(pointer, "content", media_type) if media_type else pointer
        schema = schemas.at(step(holder, "schema")) if "schema" in schemas.value(holder) else None
        return cls(name, place, schema, about, is_json="json" in media_type)

    @classmethod
    def of_field(cls, schema: CompiledSchema, name: str, encoding: Mapping[str, Any]) -> ParameterReader:
        """Read a field of a form: keys repeated for arrays, JSON for objects, unless its encoding says otherwise."""
        is_styled = not encoding.keys().isdisjoint({"style", "explode", "allowReserved"})
        media_type = encoding.get("contentType", "application/json" if schema.shape == "object" else "")
        return cls(name, "body", schema, encoding, is_json=not is_styled and "json" in media_type)

    @property
    def is_plain(self) -> bool:
        """Whether its key on the wire is its name; else the members of an object have keys of their own."""
        return self._style != "deepObject" and not (self._shape == "object" and self._explode)

    def gathers(self, key: str) -> bool:
        """Whether a key of a query or form belongs to it."""
        if self._style == "deepObject":
            return key.startswith(self.name + "[") and key.endswith("]")
        return key == self.name if self.is_plain else key in self._names

    def read_pairs(self, pairs: Pairs) -> Any:
        """Read and judge what a query, form or cookies hold of it, `ABSENT` when nothing; raises `Faulty`."""
        if not self.is_plain:
            return self.read(pairs.all)
        return self.read(pairs.by_name[self.name]) if self.name in pairs.by_name else ABSENT

    def read(self, raw: str | Sequence[tuple[str, str]]) -> Any:
        """Read and judge a path or header value as it stands there, or pairs that are its own; raises `Faulty`."""
        try:
            found = decode_parameter(
                self.name,
                raw,
                place=self.place,
                style=self._style,
                explode=self._explode,
                shape=self._shape,
                properties=self._names or None,
            )
            if found is None:
                return ABSENT
            value = json_value(str(found).encode("utf-8")) if self._is_json else typed(self.schema, found)
        except StyleError as error:
            raise Faulty([self.fault("style", str(error))]) from None
        except Unreadable as error:
            raise Faulty([self.fault("encoding", str(error))]) from None
        faults = self.schema.judge(value, self.place, self.name) if self.schema is not None else ()
        if faults:
            raise Faulty(faults)
        return value

    def write(self, value: Any) -> str:
        """Write a value as it goes to its place; the reverse of `read`."""
        if self._is_json:
            value = encode_json(value).decode("utf-8")
        return encode_parameter(self.name, value, place=self.place, style=self._style, explode=self._explode)

    def fault(self, rule: str, message: str) -> Fault:
        """A fault of this parameter."""
        return Fault(self.place, self.name, rule, message)


def typed(schema: CompiledSchema | None, raw: Any) -> Any:
    """Read texts, alone or in lists and mappings, as the values of a schema."""
    if schema is None:
        return raw
    if isinstance(raw, str):
        return schema.read(raw)
    if isinstance(raw, list):
        return [typed(schema.items, text) for text in cast("list[object]", raw)]
    return {name: typed(schema.properties.get(name) or schema.additional, text) for name, text in raw.items()}
