"""The normalised bundle that models are made from: JSON Schema in which every class name is already ours.

Answers are read leniently, so constraints are left out and enums are open; what requests must keep to is operation
data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from ..api.types import (
    Anything,
    Array,
    Boolean,
    Enum,
    Integer,
    Json,
    Map,
    Number,
    Object,
    Reference,
    String,
    Type,
    Union,
)
from .annotations import class_of
from .names import field_name, pascal, unique

Schema = dict[str, Json]


@dataclass(slots=True)
class Bundle:
    """Named types and the inline objects found in them, as `$defs`.

    `is_open` is for readers of answers: enums may hold other values, and dates are dates.
    """

    types: Mapping[str, Type]
    class_names: Mapping[str, str]
    is_open: bool
    definitions: dict[str, Schema] = field(default_factory=dict)
    meanings: dict[str, Type] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)
    """For a class of an inline object, the named type that it was found in."""
    wire_names: dict[str, dict[str, str]] = field(default_factory=dict)
    """For each class with properties, how the fields are called on the wire; definitions say the names of fields."""

    def add(self, names: Iterable[str]) -> None:
        """Add the named types."""
        for name in names:
            class_name = self.class_names[name]
            if isinstance(self.types[name], Reference):
                # Another name of a type is declared by hand; here it only has to be found.
                self.definitions[class_name] = {"type": "object"}
                self.origins[class_name] = name
                continue
            self.meanings[class_name] = self.types[name]
            self.origins[class_name] = name
            self.definitions[class_name] = self._schema(self.types[name], class_name, name, is_named=True)

    def _schema(self, meaning: Type, owner: str, origin: str, *, is_named: bool = False) -> Schema:
        schema = self._bare(meaning, owner, origin, is_named=is_named)
        target = class_of(meaning, self.types) if isinstance(meaning, Reference) else None
        is_nullable = meaning.is_nullable or (target is not None and target.is_nullable)
        if not is_nullable or not schema or (is_named and isinstance(meaning, Object)):
            return schema
        return {"anyOf": [schema, {"type": "null"}]}

    def _bare(self, meaning: Type, owner: str, origin: str, *, is_named: bool) -> Schema:
        match meaning:
            case Reference():
                return self._reference(meaning)
            case String():
                return {
                    "type": "string",
                    **({"format": meaning.format} if self.is_open and meaning.format in _FORMATS else {}),
                }
            case Integer():
                return {"type": "integer"}
            case Number():
                return {"type": "number"}
            case Boolean():
                return {"type": "boolean"}
            case Enum():
                return self._open({"enum": list(meaning.values)}, meaning) if not is_named else _enum(meaning)
            case Array():
                return {"type": "array", "items": self._schema(meaning.items, f"{owner}Item", origin)}
            case Map():
                return {"type": "object", "additionalProperties": self._schema(meaning.values, f"{owner}Value", origin)}
            case Object():
                return self._object(meaning, owner) if is_named else self._hoisted(meaning, owner, origin)
            case Union():
                members = [self._schema(member, f"{owner}{n}", origin) for n, member in enumerate(meaning.members, 1)]
                return {"anyOf": members}
            case Anything():
                return {}
            case _:
                assert_never(meaning)

    def _reference(self, meaning: Reference) -> Schema:
        reference: Schema = {"$ref": f"#/$defs/{self.class_names[meaning.name]}"}
        target = self.types[meaning.name]
        return self._open(reference, target) if isinstance(target, Enum) else reference

    def _open(self, schema: Schema, meaning: Enum) -> Schema:
        if not self.is_open:
            return schema
        types = {_JSON_TYPES.get(type(value)): None for value in meaning.values}
        return {} if None in types else {"anyOf": [schema, *({"type": name} for name in types)]}

    def _hoisted(self, meaning: Object, owner: str, origin: str) -> Schema:
        name = unique(owner, [*self.definitions, *self.class_names.values()])
        self.definitions[name] = {}
        self.meanings[name] = meaning
        self.origins[name] = origin
        self.definitions[name] = self._object(meaning, name)
        return {"$ref": f"#/$defs/{name}"}

    def _object(self, meaning: Object, owner: str) -> Schema:
        origin, names = self.origins[owner], _field_names(meaning)
        self.wire_names[owner] = {name: wire for wire, name in names.items()}
        return {
            "type": "object",
            "properties": {
                names[member.name]: self._schema(member.type, owner + pascal(member.name), origin)
                for member in meaning.properties
            },
            "required": [names[member.name] for member in meaning.properties if member.is_required],
        }


_FORMATS = frozenset({"date-time", "date"})
_JSON_TYPES = {str: "string", bool: "boolean", int: "integer", float: "number"}


def _field_names(meaning: Object) -> dict[str, str]:
    """The names of fields, by the names of properties; one that needs no change comes before one that does."""
    names: dict[str, str] = {}
    wanted = {member.name: field_name(member.name) for member in meaning.properties}
    for wire, name in sorted(wanted.items(), key=lambda pair: pair[0] != pair[1]):
        names[wire] = unique(name, names.values())
    return names


def _enum(meaning: Enum) -> Schema:
    return {"enum": list(meaning.values)}


def referenced(meaning: Type, types: Mapping[str, Type], found: dict[str, None] | None = None) -> dict[str, None]:
    """The names of all types that a type refers to, directly or not, in the order they are met."""
    seen: dict[str, None] = {} if found is None else found
    match meaning:
        case Reference(name=name):
            if name not in seen and name in types:
                seen[name] = None
                referenced(types[name], types, seen)
        case Array(items=inner) | Map(values=inner):
            referenced(inner, types, seen)
        case Object(properties=properties, additional=additional):
            for member in properties:
                referenced(member.type, types, seen)
            if additional is not None:
                referenced(additional, types, seen)
        case Union(members=members):
            for member_type in members:
                referenced(member_type, types, seen)
        case String() | Integer() | Number() | Boolean() | Enum() | Anything():
            pass
        case _:
            assert_never(meaning)
    return seen
