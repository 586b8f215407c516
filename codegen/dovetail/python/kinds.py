"""What a type is at run time: the runtime's kind that checks a value before it is sent."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
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
_BITS = ("int32", "int64")
_TYPES = Mapping[str, Type]
_NONE: frozenset[str] = frozenset()


def kind(meaning: Type, types: _TYPES, kinds: Mapping[str, Name], later: Container[str] = _NONE) -> Code:
    """The runtime's kind for a value; `kinds` gives the constant of a named type, `later` those not there yet."""
    if meaning.is_nullable and not isinstance(meaning, Anything):
        return _call("Nullable", kind(replace(meaning, is_nullable=False), types, kinds, later))
    match meaning:
        case Reference(name=name) if name in later:
            return _call("Later", code("lambda: {}", kinds[name]))
        case Reference(name=name) if name in kinds:
            return code("{}", kinds[name])
        case Reference(name=name):
            return kind(types[name], types, kinds, later) if name in types else _call("Anything")
        case String():
            return _string_kind(meaning)
        case Integer() | Number():
            return _number_kind(meaning)
        case Boolean():
            return _call("Boolean")
        case Enum(values=values):
            return code("{}({})", Name(_KINDS, "Enum"), ", ".join(literal(value) for value in values))
        case Array():
            return _array_kind(meaning, types, kinds, later)
        case Map(values=values):
            patterns = _patterns(meaning.patterns, types, kinds, later)
            return _call("Map", kind(values, types, kinds, later), *patterns)
        case Union():
            return _either(meaning, types, kinds, later)
        case Object():
            return _object_kind(meaning, types, kinds, later)
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
        format=meaning.format if isinstance(meaning, Integer) and meaning.format in _BITS else None,
    )


def _array_kind(meaning: Array, types: _TYPES, kinds: Mapping[str, Name], later: Container[str]) -> Code:
    prefix = [kind(item, types, kinds, later) for item in meaning.prefix]
    return _call(
        "Array",
        kind(meaning.items, types, kinds, later),
        *([code("prefix=({},)", joined(", ", prefix))] if prefix else []),
        min_items=meaning.min_items,
        max_items=meaning.max_items,
        unique=True if meaning.is_unique else None,
    )


def _either(meaning: Union, types: _TYPES, kinds: Mapping[str, Name], later: Container[str]) -> Code:
    members = [kind(member, types, kinds, later) for member in meaning.members]
    tagged = {value: name for value, name in sorted(meaning.mapping.items()) if name in types}
    if not meaning.discriminator or not tagged:
        return _call("Either", *members)
    by_tag = [
        code("{}: {}", literal(value), kind(Reference(name=name), types, kinds, later))
        for value, name in tagged.items()
    ]
    tag = Code(f"tag={literal(meaning.discriminator)}")
    return _call("Either", *members, tag, code("by_tag={{{}}}", joined(", ", by_tag)))


def _object_kind(meaning: Object, types: _TYPES, kinds: Mapping[str, Name], later: Container[str]) -> Code:
    """The kind of an object that is sent: what only the API may set is neither required nor looked at."""
    members = [member for member in meaning.properties if not member.is_read_only]
    fields = joined(", ", [code("{}: {}", literal(m.name), kind(m.type, types, kinds, later)) for m in members])
    parts = [code("{{{}}}", fields)]
    if meaning.additional is not None and not isinstance(meaning.additional, Anything):
        parts.append(code("additional={}", kind(meaning.additional, types, kinds, later)))
    parts += _patterns(meaning.patterns, types, kinds, later)
    is_closed = meaning.additional is None and len(members) == len(meaning.properties)
    required = tuple(member.name for member in members if member.is_required)
    return _call("Object", *parts, required=required or None, is_closed=True if is_closed else None)


def _patterns(
    patterns: Iterable[tuple[str, Type]], types: _TYPES, kinds: Mapping[str, Name], later: Container[str]
) -> list[Code]:
    written = [code("({}, {})", literal(pattern), kind(meaning, types, kinds, later)) for pattern, meaning in patterns]
    return [code("patterns=({},)", joined(", ", written))] if written else []


def _call(name: str, *positional: Code, **keywords: object) -> Code:
    given: list[Code | Name | str] = [*positional]
    given += [f"{key}={literal(value)}" for key, value in keywords.items() if value is not None]
    return code("{}({})", Name(_KINDS, name), joined(", ", given))
