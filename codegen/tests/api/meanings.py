"""Types as short texts, and whether a type accepts a value: what the tests of the describe stage compare."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never

from dovetail.api.schemas import Schemas
from dovetail.api.types import (
    AnyGroup,
    Anything,
    Array,
    Boolean,
    Enum,
    Excludes,
    Integer,
    Map,
    Number,
    Object,
    OneGroup,
    Property,
    Reference,
    Requires,
    Rule,
    String,
    Type,
    Union,
)
from dovetail.findings import Location
from dovetail.spec.objects import Schema

NOWHERE = Location("spec.yaml")


def types_of(schemas: Mapping[str, Any]) -> dict[str, Type]:
    """The types of named schemas."""
    return Schemas({name: Schema(value, NOWHERE) for name, value in schemas.items()}).types


def written(meaning: Type) -> str:
    """A type in one line: `{id: integer, tags?: [string]}`; what may be null ends in `|null`."""
    text = _written(meaning)
    return f"{text}|null" if meaning.is_nullable and not isinstance(meaning, Anything) else text


def _written(meaning: Type) -> str:
    match meaning:
        case String(format=format):
            return f"string:{format}" if format else "string"
        case Integer() | Number() | Boolean():
            return type(meaning).__name__.lower()
        case Enum(values=values):
            return "|".join(map(repr, values))
        case Array(items=items, prefix=prefix):
            return f"[{', '.join([*map(written, prefix), written(items) + ('*' if prefix else '')])}]"
        case Map(values=values, patterns=patterns):
            return f"map({', '.join([written(values), *(f'/{p}/: {written(t)}' for p, t in patterns)])})"
        case Object():
            return f"{{{', '.join([*map(_property, meaning.properties), *_others(meaning)])}}}"
        case Union(members=members):
            tag = f"{meaning.discriminator}: " if meaning.discriminator else ""
            return f"<{tag}{' | '.join(map(written, members))}>"
        case Reference(name=name):
            return name
        case Anything():
            return "any"
        case _:
            assert_never(meaning)


def _property(member: Property) -> str:
    marks = {"?": not member.is_required, "r": member.is_read_only, "w": member.is_write_only}
    return f"{member.name}{''.join(mark for mark, holds in marks.items() if holds)}: {written(member.type)}"


def _others(meaning: Object) -> list[str]:
    patterns = [f"/{pattern}/: {written(values)}" for pattern, values in meaning.patterns]
    if meaning.additional is None:
        return [*patterns, "-"]
    return [*patterns, f"*: {written(meaning.additional)}"] if meaning.is_open else patterns


def accepts(meaning: Type, value: Any, types: Mapping[str, Type]) -> bool:
    """Whether a value is one of a type; patterns and formats are not looked at."""
    if value is None:
        return meaning.is_nullable or isinstance(meaning, Anything) or _accepts(meaning, value, types)
    return _accepts(meaning, value, types)


def _accepts(meaning: Type, value: Any, types: Mapping[str, Type]) -> bool:
    match meaning:
        case Reference(name=name):
            return accepts(types[name], value, types)
        case Anything():
            return True
        case Union(members=members):
            return any(accepts(member, value, types) for member in members)
        case Enum(values=values):
            return any(_is_equal(value, known) for known in values)
        case String():
            return isinstance(value, str) and _within(len(value), meaning.min_length, meaning.max_length)
        case Boolean():
            return isinstance(value, bool)
        case Integer() | Number():
            return _is_number(value, meaning)
        case Array():
            return isinstance(value, list) and _is_array(value, meaning, types)
        case Map(values=values):
            return isinstance(value, dict) and all(
                accepts(values, item, types) or any(accepts(other, item, types) for _, other in meaning.patterns)
                for item in value.values()
            )
        case Object():
            return isinstance(value, dict) and _is_object(value, meaning, types)
        case _:
            assert_never(meaning)


def _is_equal(left: Any, right: Any) -> bool:
    return isinstance(left, bool) == isinstance(right, bool) and bool(left == right)


def _within(value: float, least: float | None, most: float | None) -> bool:
    return (least is None or value >= least) and (most is None or value <= most)


def _is_number(value: Any, meaning: Integer | Number) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    if isinstance(meaning, Integer) and value != int(value):
        return False
    is_above = meaning.exclusive_minimum is None or value > meaning.exclusive_minimum
    is_below = meaning.exclusive_maximum is None or value < meaning.exclusive_maximum
    return is_above and is_below and _within(value, meaning.minimum, meaning.maximum)


def _is_array(value: list[Any], meaning: Array, types: Mapping[str, Type]) -> bool:
    first, rest = value[: len(meaning.prefix)], value[len(meaning.prefix) :]
    return (
        _within(len(value), meaning.min_items, meaning.max_items)
        and all(accepts(kind, item, types) for kind, item in zip(meaning.prefix, first, strict=False))
        and all(accepts(meaning.items, item, types) for item in rest)
    )


def _is_object(value: dict[str, Any], meaning: Object, types: Mapping[str, Type]) -> bool:
    known = {member.name: member for member in meaning.properties}
    if any(member.is_required and name not in value for name, member in known.items()):
        return False
    others = [kind for kind in (meaning.additional, *(kind for _, kind in meaning.patterns)) if kind is not None]
    return all(holds(rule, value) for rule in meaning.rules) and all(
        accepts(known[name].type, item, types) if name in known else any(accepts(it, item, types) for it in others)
        for name, item in value.items()
    )


def holds(rule: Rule, value: dict[str, Any]) -> bool:
    """Whether a rule holds for an object."""
    match rule:
        case Requires(when=when, names=names):
            applies = all(
                name in value and (values is None or any(_is_equal(value[name], it) for it in values))
                for name, values in when.items()
            )
            return not applies or all(name in value for name in names)
        case OneGroup(groups=groups):
            return sum(all(name in value for name in group) for group in groups) == 1
        case AnyGroup(groups=groups):
            return any(all(name in value for name in group) for group in groups)
        case Excludes(names=names):
            return not all(name in value for name in names)
