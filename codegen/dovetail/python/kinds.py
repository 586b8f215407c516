"""What a type is at run time: the runtime's kind that checks a value before it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from ..api.types import (
    Anything,
    Array,
    Boolean,
    Enum,
    Integer,
    Map,
    Number,
    Object,
    Reference,
    String,
    Type,
    Union,
)
from .docstrings import literal
from .names import Code, Name, code, joined

_KINDS = "._runtime.client.kinds"


def kind(meaning: Type, types: Mapping[str, Type], kinds: Mapping[str, Name]) -> Code:
    """The runtime's kind for a value; `kinds` gives the constant that holds the kind of a named type."""
    if meaning.is_nullable and not isinstance(meaning, Anything):
        return _call("Nullable", kind(replace(meaning, is_nullable=False), types, kinds))
    match meaning:
        case Reference(name=name) if name in kinds:
            return code("{}", kinds[name])
        case Reference(name=name):
            return kind(types[name], types, kinds) if name in types else _call("Anything")
        case String():
            return _string_kind(meaning)
        case Integer() | Number():
            return _number_kind(meaning)
        case Boolean():
            return _call("Boolean")
        case Enum(values=values):
            return code("{}({})", Name(_KINDS, "Enum"), ", ".join(literal(value) for value in values))
        case Array():
            bounds = {"min_items": meaning.min_items, "max_items": meaning.max_items}
            unique = {"unique": True} if meaning.is_unique else {}
            return _call("Array", kind(meaning.items, types, kinds), **bounds, **unique)
        case Map(values=values):
            return _call("Map", kind(values, types, kinds))
        case Union(members=members):
            return _call("Either", *(kind(member, types, kinds) for member in members))
        case Object():
            return _object_kind(meaning, types, kinds)
        case Anything():
            return _call("Anything")
        case _:
            assert_never(meaning)


def _string_kind(meaning: String) -> Code:
    return _call(
        "String",
        pattern=meaning.pattern or None,
        min_length=meaning.min_length,
        max_length=meaning.max_length,
        format=meaning.format if meaning.format != "password" and meaning.format else None,
        content=meaning.content or None,
    )


def _number_kind(meaning: Integer | Number) -> Code:
    return _call(
        type(meaning).__name__,
        minimum=meaning.minimum,
        maximum=meaning.maximum,
        exclusive_minimum=meaning.exclusive_minimum,
        exclusive_maximum=meaning.exclusive_maximum,
        multiple_of=meaning.multiple_of,
    )


def _object_kind(meaning: Object, types: Mapping[str, Type], kinds: Mapping[str, Name]) -> Code:
    """The kind of an object that is sent: what only the API may set is neither required nor looked at."""
    members = [member for member in meaning.properties if not member.is_read_only]
    fields = joined(", ", [code("{}: {}", literal(m.name), kind(m.type, types, kinds)) for m in members])
    required = tuple(member.name for member in members if member.is_required)
    return _call("Object", code("{{{}}}", fields), **({"required": required} if required else {}))


def _call(name: str, *positional: Code, **keywords: object) -> Code:
    given: list[Code | Name | str] = [*positional]
    given += [f"{key}={literal(value)}" for key, value in keywords.items() if value is not None]
    return code("{}({})", Name(_KINDS, name), joined(", ", given))
