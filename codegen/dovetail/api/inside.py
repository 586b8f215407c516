"""What types hold: the types right within one, and the same type with others in their place."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from .types import Array, Map, Object, Property, Type, Union

Change = Callable[[Type, str], Type]
"""Gives the type that comes in the place of another, which is that of a property of that name, or of none (empty)."""

_Pattern = tuple[str, Type]


def inner(meaning: Type) -> Iterator[Type]:
    """The types right within a type; of a name, none."""
    match meaning:
        case Object(properties=properties, additional=additional, patterns=patterns):
            yield from (member.type for member in properties)
            yield from () if additional is None else (additional,)
            yield from (within for _, within in patterns)
        case Array(items=items, prefix=prefix):
            yield from (*prefix, items)
        case Map(values=values, patterns=patterns):
            yield values
            yield from (within for _, within in patterns)
        case Union(members=members):
            yield from members
        case _:
            pass


def within(meaning: Type) -> Iterator[Type]:
    """The type and all types within it, however deep."""
    waiting = [meaning]
    while waiting:
        found = waiting.pop()
        yield found
        waiting.extend(inner(found))


def exchanged(meaning: Type, change: Change) -> Type:
    """The type, each one right within it exchanged; itself, where none is."""
    match meaning:
        case Object(additional=additional):
            properties = tuple(_property(member, change) for member in meaning.properties)
            others = None if additional is None else change(additional, "")
            patterns = _patterns(meaning.patterns, change)
            if (
                others is additional
                and _is_same(patterns, meaning.patterns)
                and _is_same(properties, meaning.properties)
            ):
                return meaning
            return replace(meaning, properties=properties, additional=others, patterns=patterns)
        case Array():
            items, prefix = change(meaning.items, ""), tuple(change(item, "") for item in meaning.prefix)
            is_same = items is meaning.items and _is_same(prefix, meaning.prefix)
            return meaning if is_same else replace(meaning, items=items, prefix=prefix)
        case Map():
            values, patterns = change(meaning.values, ""), _patterns(meaning.patterns, change)
            is_same = values is meaning.values and _is_same(patterns, meaning.patterns)
            return meaning if is_same else replace(meaning, values=values, patterns=patterns)
        case Union():
            members = tuple(change(member, "") for member in meaning.members)
            return meaning if _is_same(members, meaning.members) else replace(meaning, members=members)
        case _:
            return meaning


def _property(member: Property, change: Change) -> Property:
    changed = change(member.type, member.name)
    return member if changed is member.type else replace(member, type=changed)


def _patterns(patterns: tuple[_Pattern, ...], change: Change) -> tuple[_Pattern, ...]:
    changed = tuple((pattern, change(values, "")) for pattern, values in patterns)
    return patterns if all(new is old for (_, new), (_, old) in zip(changed, patterns, strict=True)) else changed


def _is_same(changed: Sequence[object], given: Sequence[object]) -> bool:
    return changed is given or all(map(operator.is_, changed, given))
