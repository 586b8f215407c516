"""What types hold: the types right within one, and the same type with others in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from .types import Array, Map, Object, Type, Union


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


def exchanged(meaning: Type, change: Callable[[Type, str], Type]) -> Type:
    """The type, each one right within it exchanged; `change` is told the name of the property that it is of, if any."""
    match meaning:
        case Object(additional=additional):
            return replace(
                meaning,
                properties=tuple(replace(it, type=change(it.type, it.name)) for it in meaning.properties),
                additional=None if additional is None else change(additional, ""),
                patterns=tuple((pattern, change(values, "")) for pattern, values in meaning.patterns),
            )
        case Array():
            prefix = tuple(change(item, "") for item in meaning.prefix)
            return replace(meaning, items=change(meaning.items, ""), prefix=prefix)
        case Map():
            patterns = tuple((pattern, change(values, "")) for pattern, values in meaning.patterns)
            return replace(meaning, values=change(meaning.values, ""), patterns=patterns)
        case Union():
            return replace(meaning, members=tuple(change(member, "") for member in meaning.members))
        case _:
            return meaning
