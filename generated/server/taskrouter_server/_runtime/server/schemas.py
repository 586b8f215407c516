"""The schemas of a description, found by JSON Pointer and compiled when first needed, over one shared registry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import unquote

import jsonschema_rs

from ..wire.pointers import step, tokens
from ..wire.styles import Shape
from .faults import Fault, schema_fault
from .json_text import Unreadable, json_value
from .validators import Validator, Validators

PRIMITIVES = frozenset({"string", "integer", "number", "boolean"})
KINDS = PRIMITIVES | {"array", "object"}
_CONTAINERS: tuple[Shape, ...] = ("object", "array")
INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
LONGEST_NUMBER = 400
"""Digits in a number that is still read as one; Python refuses to read integers of more than 4,300."""


def mapping_at(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The mapping under a name, an empty one where it is absent or null."""
    found: Mapping[str, Any] | None = value.get(name)
    return {} if found is None else found


class Schemas:
    """Every schema of one description."""

    def __init__(self, description: Mapping[str, Any]) -> None:
        self._description = description
        self.validators = Validators(description)
        self.at = lru_cache(maxsize=None)(self._at)

    def value(self, pointer: str) -> Any:
        """The value at a JSON Pointer into the description."""
        value: Any = self._description
        for key in tokens(pointer):
            is_list = isinstance(value, list)
            value = value[int(key) if is_list else key]
        return value

    def _at(self, pointer: str) -> CompiledSchema:
        return CompiledSchema(self, pointer)


class CompiledSchema:
    """One schema: its validator, and what is needed to read text as the value it describes."""

    def __init__(self, schemas: Schemas, pointer: str) -> None:
        self._schemas = schemas
        self.pointer = pointer
        value = schemas.value(pointer)
        self.value: Mapping[str, Any] = {} if isinstance(value, bool) else value

    @cached_property
    def validator(self) -> Validator:
        """What judges values by this schema."""
        return self._schemas.validators.at(self.pointer)

    def judge(self, value: Any, where: str, name: str = "") -> tuple[Fault, ...]:
        """Say what is wrong with a value; nothing, mostly, and then quickly."""
        try:
            if self.validator.is_valid(value):
                return ()
            return tuple(schema_fault(where, name, error, path) for path, error in self.validator.errors(value))
        except UnicodeEncodeError:
            return (Fault(where, name, "encoding", "holds half a surrogate pair, which is no Unicode text"),)

    def accepts(self, value: Any) -> bool:
        """Whether a value is what the schema describes."""
        try:
            return self.validator.is_valid(value)
        except UnicodeEncodeError:
            return False

    def branches(self, seen: set[str] | None = None) -> Iterator[CompiledSchema]:
        """This schema and all that apply to the same value: references, compositions, conditions; each once."""
        seen = set() if seen is None else seen
        if self.pointer in seen:
            return
        seen.add(self.pointer)
        yield self
        parts = [*self._referenced(), *self.members("allOf"), *self.members("anyOf"), *self.members("oneOf")]
        parts += [self._schemas.at(step(self.pointer, name)) for name in ("then", "else") if name in self.value]
        for part in parts:
            yield from part.branches(seen)

    def _referenced(self) -> Iterator[CompiledSchema]:
        reference = self.value.get("$ref", "")
        if reference.startswith("#/"):
            yield self._schemas.at(unquote(reference[1:]))

    def members(self, keyword: str) -> Iterator[CompiledSchema]:
        """The schemas in the list under a keyword."""
        for index in range(len(self.value.get(keyword, ()))):
            yield self._schemas.at(step(self.pointer, keyword, str(index)))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The JSON types a value may have, `null` left out: text can say any other."""
        return self.kinds_within({})

    def kinds_within(self, memo: dict[str, frozenset[str]]) -> frozenset[str]:
        """The same, given those of the schemas on the way here: compositions may be recursive."""
        if self.pointer not in memo:
            memo[self.pointer] = KINDS
            kinds = _own_kinds(self.value)
            for part in (*self._referenced(), *self.members("allOf")):
                kinds &= part.kinds_within(memo)
            for keyword in ("anyOf", "oneOf"):
                if keyword in self.value:
                    kinds &= frozenset[str]().union(*(part.kinds_within(memo) for part in self.members(keyword)))
            memo[self.pointer] = kinds
        return memo[self.pointer]

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """How a parameter of this schema may be written; the simplest is the last."""
        if self.kinds == KINDS:
            keywords = {keyword for branch in self.branches() for keyword in branch.value}
            if keywords & {"properties", "additionalProperties", "patternProperties"}:
                return ("object",)
            return ("array",) if keywords & {"items", "prefixItems"} else ("primitive",)
        shapes: list[Shape] = [kind for kind in _CONTAINERS if kind in self.kinds]
        return (*shapes, "primitive") if self.kinds & PRIMITIVES or not shapes else tuple(shapes)

    @property
    def shape(self) -> Shape:
        """The simplest way to write a parameter of this schema: `primitive`, `array` or `object`."""
        return self.shapes[-1]

    @cached_property
    def alternatives(self) -> tuple[CompiledSchema, ...]:
        """The schemas of which, by `anyOf` or `oneOf`, not all need apply."""
        return tuple(part for branch in self.branches() for name in ("anyOf", "oneOf") for part in branch.members(name))

    @cached_property
    def properties(self) -> Mapping[str, CompiledSchema]:
        """The documented properties, wherever a composition documents them; the first mention of a type counts."""
        found: dict[str, CompiledSchema] = {}
        for branch in self.branches():
            for name in branch.value.get("properties", {}):
                mention = self._schemas.at(step(branch.pointer, "properties", name))
                if name not in found or (found[name].kinds == KINDS and mention.kinds != KINDS):
                    found[name] = mention
        return found

    @cached_property
    def additional(self) -> CompiledSchema | None:
        """The schema of undocumented properties, if any."""
        return self._first("additionalProperties")

    @cached_property
    def items(self) -> CompiledSchema | None:
        """The schema of an array's items, if any."""
        return self._first("items")

    def member(self, name: str) -> CompiledSchema | None:
        """The schema of a property: the documented one, that of a pattern which its name fits, or of all others."""
        if name in self.properties:
            return self.properties[name]
        fitting = (schema for pattern, schema in self._patterns if pattern.is_valid(name))
        return next(fitting, self.additional)

    def names(self, name: str) -> bool:
        """Whether a property is documented, by its name or by a pattern."""
        return name in self.properties or any(pattern.is_valid(name) for pattern, _ in self._patterns)

    @cached_property
    def is_open(self) -> bool:
        """Whether it says that an object may have undocumented properties, or documents none at all."""
        said = [
            branch.value["additionalProperties"] for branch in self.branches() if "additionalProperties" in branch.value
        ]
        return False not in said and (bool(said) or not (self.properties or self._patterns))

    def item(self, index: int) -> CompiledSchema | None:
        """The schema of one item of an array: by its place in `prefixItems`, else that of all."""
        for branch in self.branches():
            if index < len(branch.value.get("prefixItems", ())):
                return self._schemas.at(step(branch.pointer, "prefixItems", str(index)))
        return self.items

    @cached_property
    def _patterns(self) -> Sequence[tuple[jsonschema_rs.Validator, CompiledSchema]]:
        return [
            (
                jsonschema_rs.Draft202012Validator({"pattern": pattern}),
                self._schemas.at(step(branch.pointer, "patternProperties", pattern)),
            )
            for branch in self.branches()
            for pattern in branch.value.get("patternProperties", {})
        ]

    def _first(self, keyword: str) -> CompiledSchema | None:
        found = (branch.pointer for branch in self.branches() if keyword in branch.value)
        pointer = next(found, None)
        return None if pointer is None else self._schemas.at(step(pointer, keyword))

    @cached_property
    def read(self) -> Callable[[str], Any]:
        """Read a value from its text; text that is no such value stays text, for the validator to refuse.

        An array or object is read as JSON. An empty text is null where it is nothing else and null is allowed.
        """
        kinds = [kind for kind in ("string", "integer", "number", "boolean") if kind in self.kinds]
        if self.kinds == KINDS:
            return read_json if self.shape != "primitive" else str
        if self.shapes == ("primitive",) and len(kinds) < 2:
            read = _READERS[kinds[0]] if kinds else str
        elif kinds == ["integer", "number"] and self.shapes == ("primitive",):
            read = _number
        else:
            read = self._read_any([_READERS[kind] for kind in kinds] + [read_json] * (self.shapes != ("primitive",)))
        return self._with_null(read) if self.accepts(None) else read

    def _with_null(self, read: Callable[[str], Any]) -> Callable[[str], Any]:
        empty = read("")
        for_empty = empty if self.accepts(empty) else None
        return lambda text: read(text) if text else for_empty

    def _read_any(self, readers: Sequence[Callable[[str], Any]]) -> Callable[[str], Any]:
        def read(text: str) -> Any:
            return next((value for value in (reader(text) for reader in readers) if self.accepts(value)), text)

        return read


class Judged:
    """What has bodies judged as a whole: by a schema, if there is one."""

    def __init__(self, schema: CompiledSchema | None) -> None:
        self._schema = schema

    def judge(self, value: Any) -> tuple[Fault, ...]:
        """Say what is wrong with the value of a body."""
        return self._schema.judge(value, "body") if self._schema is not None else ()


def _own_kinds(schema: Mapping[str, Any]) -> frozenset[str]:
    declared = schema.get("type")
    if declared is not None:
        kinds = frozenset([declared] if isinstance(declared, str) else declared) - {"null"}
        return kinds | {"integer"} if "number" in kinds else kinds
    if "enum" in schema or "const" in schema:
        values = schema["enum"] if "enum" in schema else [schema["const"]]
        return frozenset(_kind(value) for value in values) - {"null"}
    return KINDS


def _kind(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


def _integer(text: str) -> int | str:
    return int(text) if len(text) < LONGEST_NUMBER and INTEGER.fullmatch(text) else text


def _number(text: str) -> int | float | str:
    if len(text) >= LONGEST_NUMBER or not NUMBER.fullmatch(text):
        return text
    value = int(text) if INTEGER.fullmatch(text) else float(text)
    return text if value in {float("inf"), float("-inf")} else value


def _boolean(text: str) -> bool | str:
    return {"true": True, "false": False}.get(text, text)


def read_json(text: str) -> Any:
    """Read a text that looks like a JSON array or object; any other, and what is none after all, stays text."""
    try:
        value = json_value(text.encode("utf-8")) if text[:1] in {"{", "["} else text
    except (Unreadable, UnicodeEncodeError):
        return text
    return value


_READERS: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
}
