"""Several schemas that one value must satisfy at once, taken together: references followed, alternatives chosen."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any
from urllib.parse import unquote

from ..runtime.server.schemas import Schemas
from ..runtime.wire.pointers import step, tokens

KINDS = ("object", "array", "string", "integer", "number", "boolean", "null")
"""The types of JSON, in the order in which they are tried."""
OWN = {
    "object": {"properties", "required", "additionalProperties", "patternProperties", "minProperties", "propertyNames"},
    "array": {"items", "prefixItems", "minItems", "maxItems", "uniqueItems", "contains"},
    "string": {"pattern", "minLength", "maxLength", "format", "contentEncoding", "contentMediaType"},
    "number": {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"},
}
"""Keywords that hint at a type where none is named."""

Choose = Callable[[str, int], int]
"""Choose one of so many alternatives, the first or another; the word says of what."""


class Impossible(Exception):
    """Nothing satisfies these schemas as they were chosen."""


@dataclass(frozen=True, slots=True)
class Conjunction:
    """Schemas without references and compositions that apply to one value, and the component schemas they came from."""

    parts: tuple[Mapping[str, Any], ...]
    names: frozenset[str]
    alternatives: Mapping[str, int] = field(default_factory=dict[str, int])
    """Which alternative was chosen of each keyword, so that one can tell what was wrong with it."""

    def values(self, keyword: str) -> Iterator[Any]:
        """What each of them says under a keyword."""
        return (part[keyword] for part in self.parts if keyword in part)

    def numbers(self, keyword: str) -> list[Fraction]:
        """The numbers under a keyword; what is none is left out."""
        found = (value for value in self.values(keyword) if isinstance(value, int | float))
        return [Fraction(value) for value in found if not isinstance(value, bool) and math.isfinite(value)]

    @property
    def allowed(self) -> list[Any] | None:
        """The values of enums and constants, `None` where anything goes."""
        sets = [value for value in self.values("enum") if isinstance(value, list)]
        sets += [[value] for value in self.values("const")]
        if not sets:
            return None
        return [value for value in sets[0] if all(any(_is(value, other) for other in each) for each in sets[1:])]

    @property
    def kinds(self) -> list[str]:
        """The types that the value may have, in the order in which to try them."""
        found = set(KINDS)
        for declared in self.values("type"):
            named = {declared} if isinstance(declared, str) else set(declared)
            found &= named | ({"integer"} if "number" in named else set())
        if found == set(KINDS):
            found = set(self._hinted()) or {"string"}
        elif "number" in found:
            found.discard("integer")
        return [kind for kind in KINDS if kind in found]

    def _hinted(self) -> Iterator[str]:
        keywords = {keyword for part in self.parts for keyword in part}
        return (kind for kind, own in OWN.items() if own & keywords)


def conjoined(
    schemas: Schemas, together: Sequence[Any], choose: Choose, stack: frozenset[str], *, is_text: bool = False
) -> Conjunction:
    """Take schemas together, choosing of each composition one alternative; raises `Impossible`.

    With `is_text`, no alternative is chosen that is null alone, unless there is no other.
    """
    gathering = _Gathering(schemas, choose, stack, is_text=is_text)
    for schema in together:
        gathering.add(schema)
    return Conjunction(tuple(gathering.parts), frozenset(gathering.names), gathering.alternatives)


class _Gathering:
    def __init__(self, schemas: Schemas, choose: Choose, stack: frozenset[str], *, is_text: bool) -> None:
        self._schemas, self._choose, self._stack, self._is_text = schemas, choose, stack, is_text
        self.parts: list[Mapping[str, Any]] = []
        self.names: set[str] = set()
        self.alternatives: dict[str, int] = {}

    def add(self, schema: Any) -> None:
        """Add a schema and everything that it is composed of."""
        if schema is False:
            raise Impossible
        if not isinstance(schema, Mapping):
            return
        self.parts.append(schema)
        reference = schema.get("$ref")
        if isinstance(reference, str) and reference.startswith("#/"):
            self._follow(reference)
        for member in schema.get("allOf") or ():
            self.add(member)
        for keyword in ("oneOf", "anyOf"):
            if schema.get(keyword):
                self._add_one(schema, keyword)
        if "if" in schema:
            self._add_condition(schema)

    def _follow(self, reference: str) -> None:
        pointer = unquote(reference[1:])
        if pointer in self.names:
            return
        self.names.add(pointer)
        try:
            target = self._schemas.value(pointer)
        except (KeyError, IndexError, TypeError, ValueError):
            return
        self.add(target)
        if isinstance(target, Mapping) and not target.get("oneOf") and not target.get("anyOf"):
            self._tag(target, pointer)

    def _add_one(self, schema: Mapping[str, Any], keyword: str) -> None:
        members: list[Any] = [member for member in schema[keyword] if member is not False]
        if not members:
            raise Impossible
        if self._is_text:
            members = [member for member in members if not self._is_null(member)] or members
        # On a way that came here before, what ends soonest goes first.
        if self._is_circling(members):
            members = sorted(members, key=lambda member: weight(self._schemas, member))
        index = self._choose(keyword, len(members))
        chosen = members[index]
        self.alternatives[keyword] = schema[keyword].index(chosen)
        self.add(chosen)
        tag = tag_of(schema.get("discriminator"), chosen)
        if tag is not None:
            self.parts.append(tag)

    def _is_null(self, member: Any) -> bool:
        pointer = _pointer(member)
        target = self._schemas.value(pointer) if pointer else member
        return isinstance(target, Mapping) and (
            target.get("type") in ("null", ["null"]) or target.get("enum") == [None]
        )

    def _is_circling(self, members: Sequence[Any]) -> bool:
        return any(_pointer(member) in self._stack for member in members)

    def _add_condition(self, schema: Mapping[str, Any]) -> None:
        if self._choose("if", 2) == 0:
            self.add(schema.get("else", True))
        else:
            self.add(schema["if"])
            self.add(schema.get("then", True))

    def _tag(self, target: Mapping[str, Any], pointer: str) -> None:
        """What a parent with a discriminator says of itself, or of the child that the value is to be."""
        discriminator = target.get("discriminator")
        if not isinstance(discriminator, Mapping) or self._stack & self.names:
            return
        mapping = discriminator.get("mapping")
        if not isinstance(mapping, Mapping):
            return
        own = [key for key, reference in mapping.items() if _named(reference) == _named(pointer)]
        children = [key for key in mapping if key not in own]
        if own and not children:
            children = own
        if not children:
            return
        key = children[self._choose("discriminator", len(children))]
        self.parts.append(_constant(discriminator["propertyName"], key))
        if key not in own:
            self.add({"$ref": _reference(mapping[key])})


def tag_of(discriminator: Any, chosen: Any) -> Mapping[str, Any] | None:
    """What a discriminator says of the alternative that was chosen: its property holds the alternative's name."""
    reference = chosen.get("$ref") if isinstance(chosen, Mapping) else None
    if not isinstance(discriminator, Mapping) or "propertyName" not in discriminator or not isinstance(reference, str):
        return None
    mapping = discriminator.get("mapping")
    keys = [key for key, to in mapping.items() if _named(to) == _named(reference)] if mapping else []
    return _constant(discriminator["propertyName"], keys[0] if keys else _named(reference))


def _constant(name: str, value: str) -> Mapping[str, Any]:
    return {"properties": {name: {"x-tag": value}}, "required": [name], "type": "object"}


def _named(reference: Any) -> str:
    return tokens(f"/{unquote(str(reference))}")[-1]


def _reference(value: str) -> str:
    return value if value.startswith("#/") else step("#/components/schemas", value)


def _pointer(schema: Any) -> str:
    reference = schema.get("$ref") if isinstance(schema, Mapping) else None
    return unquote(reference[1:]) if isinstance(reference, str) else ""


def weight(schemas: Schemas, schema: Any, seen: frozenset[str] = frozenset()) -> float:
    """How much a value of a schema must hold at least, roughly; infinite where it never ends."""
    if not isinstance(schema, Mapping):
        return 1
    pointer = _pointer(schema)
    if pointer in seen or len(seen) > 12:
        return math.inf
    total = 1.0
    if pointer:
        total += weight(schemas, schemas.value(pointer), seen | {pointer})
    total += sum(weight(schemas, member, seen) for member in schema.get("allOf") or ())
    for keyword in ("oneOf", "anyOf"):
        if schema.get(keyword):
            total += min(weight(schemas, member, seen) for member in schema[keyword])
    properties = schema.get("properties") or {}
    total += sum(weight(schemas, properties.get(name), seen) for name in schema.get("required") or ())
    if isinstance(least := schema.get("minItems"), int) and least > 0:
        total += weight(schemas, schema.get("items"), seen)
    return total


def _is(value: Any, other: Any) -> bool:
    return bool(value == other) and isinstance(value, bool) == isinstance(other, bool)


def keyword_names(parts: Sequence[Mapping[str, Any]], name: str) -> Iterator[Any]:
    """The schemas that the value of a property must satisfy."""
    for part in parts:
        properties = part.get("properties") or {}
        patterns: Mapping[str, Any] = part.get("patternProperties") or {}
        matching = [schema for pattern, schema in patterns.items() if _found(pattern, name)]
        if name in properties:
            yield properties[name]
        yield from matching
        if name not in properties and not matching and "additionalProperties" in part:
            yield part["additionalProperties"]


def _found(pattern: str, name: str) -> bool:
    try:
        return re.search(pattern, name) is not None
    except re.error:
        return False
