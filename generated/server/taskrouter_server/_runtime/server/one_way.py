"""What a description demands of requests alone, and of answers alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, cast
from urllib.parse import unquote

from ..wire.pointers import tokens
from .schemas import mapping_at

Flag = Literal["readOnly", "writeOnly"]
Schema = Mapping[str, Any]

_NAMED = frozenset({"properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas"})
"""Keywords under which the keys are names, of any spelling."""
_VALUES = frozenset({"enum", "const", "default", "example", "examples"})
_COMPOSED = ("allOf", "anyOf", "oneOf")


def one_way(description: Mapping[str, Any], flag: Flag) -> Mapping[str, Any]:
    """Give the description without the demand for properties that go the other way only.

    A required property that is `readOnly` is required in answers alone, one that is `writeOnly` in requests alone
    (OAS 3.0.3, Schema Object). What does not change is shared; where nothing does, the description itself is given.
    """
    return cast("Mapping[str, Any]", _Relaxing(description, flag).relaxed(description, (), is_named=False))


class _Relaxing:
    def __init__(self, description: Mapping[str, Any], flag: Flag) -> None:
        self._description, self._flag = description, flag

    def relaxed(self, value: Any, around: tuple[Schema, ...], *, is_named: bool) -> Any:
        """The same without those demands; `around` holds the schemas that this one is composed into."""
        if isinstance(value, list):
            items = cast("list[object]", value)
            changed = [self.relaxed(item, around, is_named=False) for item in items]
            return changed if any(new is not old for new, old in zip(changed, items, strict=True)) else items
        if not isinstance(value, Mapping):
            return value
        members = cast("Schema", value)
        written: dict[str, Any] = {}
        for name, member in members.items():
            if name in _VALUES and not is_named:
                continue
            holders = (*around, members) if name in _COMPOSED and not is_named else ()
            new = self.relaxed(member, holders, is_named=name in _NAMED and not is_named)
            if new is not member:
                written[name] = new
        required = members.get("required")
        if isinstance(required, list) and not is_named:
            names = cast("list[object]", required)
            left = [name for name in names if not self._goes_otherwise(name, (*around, members))]
            if len(left) < len(names):
                written["required"] = left
        return {**members, **written} if written else members

    def _goes_otherwise(self, name: object, schemas: Sequence[Schema]) -> bool:
        mentions = [mention for schema in schemas for mention in self._mentions(name, schema, set())]
        return any(self._is_flagged(mention, set()) for mention in mentions)

    def _mentions(self, name: object, schema: Any, seen: set[int]) -> Iterator[Any]:
        """The schemas of a property, wherever the composition documents it."""
        for part in self._parts(schema, seen):
            properties: object = part.get("properties")
            if isinstance(properties, Mapping) and name in properties:
                yield cast("Mapping[object, Any]", properties)[name]

    def _is_flagged(self, schema: Any, seen: set[int]) -> bool:
        return any(part.get(self._flag) is True for part in self._parts(schema, seen, ("allOf",)))

    def _parts(self, schema: Any, seen: set[int], composed: Sequence[str] = _COMPOSED) -> Iterator[Schema]:
        """The schema and all that it refers to or is composed of; each once."""
        if not isinstance(schema, Mapping) or id(cast("object", schema)) in seen:
            return
        members = cast("Schema", schema)
        seen.add(id(members))
        yield members
        if (target := self._target(members.get("$ref"))) is not None:
            yield from self._parts(target, seen, composed)
        for keyword in composed:
            found: object = members.get(keyword)
            for part in cast("list[object]", found) if isinstance(found, list) else ():
                yield from self._parts(part, seen, composed)

    def _target(self, reference: object) -> Any:
        if not isinstance(reference, str) or not reference.startswith("#/components/schemas/"):
            return None
        _, _, name, *below = tokens(unquote(reference))
        return None if below else mapping_at(mapping_at(self._description, "components"), "schemas").get(name)
