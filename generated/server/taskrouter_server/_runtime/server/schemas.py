"""The schemas of a description, found by JSON Pointer and compiled when first needed, over one shared registry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import quote, unquote

import jsonschema_rs

from .faults import Fault, schema_fault
from .reading import Shape

BASE = "urn:description"
KINDS = frozenset({"string", "integer", "number", "boolean", "array", "object"})
INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
LONGEST_NUMBER = 400
"""Digits in a number that is still read as one; Python refuses to read integers of more than 4,300."""


def step(pointer: str, *names: str) -> str:
    """Append member names to a JSON Pointer."""
    return pointer + "".join("/" + name.replace("~", "~0").replace("/", "~1") for name in names)


def mapping_at(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """The mapping under a name, an empty one where it is absent or null."""
    found: Mapping[str, Any] | None = value.get(name)
    return {} if found is None else found


class Schemas:
    """Every schema of one description."""

    def __init__(self, description: Mapping[str, Any]) -> None:
        self._description = description
        self.at = lru_cache(maxsize=None)(self._at)

    @cached_property
    def registry(self) -> jsonschema_rs.Registry:
        """The one copy of the description that all validators share."""
        return jsonschema_rs.Registry([(BASE, dict(self._description))])

    def value(self, pointer: str) -> Any:
        """The value at a JSON Pointer into the description."""
        value: Any = self._description
        for name in pointer.split("/")[1:]:
            key = name.replace("~1", "/").replace("~0", "~")
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
    def validator(self) -> jsonschema_rs.Validator:
        """The JSON Schema 2020-12 validator, formats asserted; it fetches nothing."""
        reference = {"$ref": f"{BASE}#{quote(self.pointer, safe='/~')}"}
        return jsonschema_rs.Draft202012Validator(
            reference, registry=self._schemas.registry, validate_formats=True, offline=True
        )

    def judge(self, value: Any, where: str, name: str = "") -> tuple[Fault, ...]:
        """Say what is wrong with a value; nothing, mostly, and then quickly."""
        try:
            if self.validator.is_valid(value):
                return ()
            return tuple(schema_fault(where, name, error) for error in self.validator.iter_errors(value))
        except UnicodeEncodeError:
            return (Fault(where, name, "encoding", "holds half a surrogate pair, which is no Unicode text"),)

    def branches(self, seen: set[str] | None = None) -> Iterator[CompiledSchema]:
        """This schema and all that apply to the same value: references, compositions, conditions; each once."""
        seen = set() if seen is None else seen
        if self.pointer in seen:
            return
        seen.add(self.pointer)
        yield self
        parts = [*self._referenced(), *self._members("allOf"), *self._members("anyOf"), *self._members("oneOf")]
        parts += [self._schemas.at(step(self.pointer, name)) for name in ("then", "else") if name in self.value]
        for part in parts:
            yield from part.branches(seen)

    def _referenced(self) -> Iterator[CompiledSchema]:
        reference = self.value.get("$ref", "")
        if reference.startswith("#/"):
            yield self._schemas.at(unquote(reference[1:]))

    def _members(self, keyword: str) -> Iterator[CompiledSchema]:
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
            for part in (*self._referenced(), *self._members("allOf")):
                kinds &= part.kinds_within(memo)
            for keyword in ("anyOf", "oneOf"):
                if keyword in self.value:
                    kinds &= frozenset[str]().union(*(part.kinds_within(memo) for part in self._members(keyword)))
            memo[self.pointer] = kinds
        return memo[self.pointer]

    @cached_property
    def shape(self) -> Shape:
        """How a parameter of this schema is written: `primitive`, `array` or `object`."""
        if self.kinds == KINDS:
            if self.properties:
                return "object"
            return "array" if self.items is not None else "primitive"
        if self.kinds & {"string", "integer", "number", "boolean"}:
            return "primitive"
        return "array" if "array" in self.kinds else "object"

    @cached_property
    def properties(self) -> Mapping[str, CompiledSchema]:
        """The documented properties, wherever a composition documents them; the first mention counts."""
        found: dict[str, CompiledSchema] = {}
        for branch in self.branches():
            for name in branch.value.get("properties", {}):
                found.setdefault(name, self._schemas.at(step(branch.pointer, "properties", name)))
        return found

    @cached_property
    def additional(self) -> CompiledSchema | None:
        """The schema of undocumented properties, if any."""
        for branch in self.branches():
            if "additionalProperties" in branch.value:
                return self._schemas.at(step(branch.pointer, "additionalProperties"))
        return None

    @cached_property
    def items(self) -> CompiledSchema | None:
        """The schema of an array's items, if any."""
        for branch in self.branches():
            if "items" in branch.value:
                return self._schemas.at(step(branch.pointer, "items"))
        return None

    @cached_property
    def read(self) -> Callable[[str], Any]:
        """Read a primitive from its text; text that is no such value stays text, for the validator to refuse."""
        kinds = [kind for kind in ("string", "integer", "number", "boolean") if kind in self.kinds]
        if self.kinds == KINDS or not kinds or kinds == ["string"]:
            return str
        if len(kinds) == 1 or kinds == ["integer", "number"]:
            return _READERS[kinds[-1]]
        return self._read_any(kinds)

    def _read_any(self, kinds: Sequence[str]) -> Callable[[str], Any]:
        def read(text: str) -> Any:
            readings = [_READERS[kind](text) for kind in kinds]
            return next((value for value in readings if not self.judge(value, "")), text)

        return read


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


_READERS: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
}
