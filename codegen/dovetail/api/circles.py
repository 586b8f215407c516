"""Names that stand for themselves: choices that lead back to one another are one choice between all the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from .graphs import circles
from .types import Anything, Reference, Type, Union
from .unions import union_of


def without_circles(types: Mapping[str, Type]) -> dict[str, Type]:
    """The types, none of which is itself by way of names and unions alone; by way of what it holds it may well be."""
    opened = dict(types)
    below = {
        name: dict.fromkeys(other for other in _names(meaning) if other in types) for name, meaning in types.items()
    }
    around = circles(types, below.__getitem__)
    done: set[str] = set()
    for name in types:
        if name not in done and any(around[other] == around[name] for other in below[name]):
            others = (other for other in _reached(name, below) if around[other] == around[name])
            circle = list(dict.fromkeys([name, *others]))
            done |= {*circle}
            opened |= dict.fromkeys(circle[1:], Reference(name=name))
            opened[name] = _together(circle, types)
    return opened


def _reached(start: str, below: Mapping[str, Iterable[str]]) -> dict[str, None]:
    """The names that a name stands for, or that are among its choices, those below them as well."""
    found: dict[str, None] = {}
    waiting = [start]
    while waiting:
        for name in below[waiting.pop()]:
            if name not in found:
                found[name] = None
                waiting.append(name)
    return found


def _names(meaning: Type) -> Iterator[str]:
    if isinstance(meaning, Reference):
        yield meaning.name
    elif isinstance(meaning, Union):
        for member in meaning.members:
            yield from _names(member)


def _together(circle: list[str], types: Mapping[str, Type]) -> Type:
    """What the names of a circle stand for, all of them for the same."""
    choices = [meaning for name in circle for meaning in _choices(types[name])]
    others = [meaning for meaning in choices if not isinstance(meaning, Reference) or meaning.name not in circle]
    union = union_of(others) if others else Anything()
    first = types[circle[0]]
    is_nullable = union.is_nullable or any(types[name].is_nullable for name in circle)
    return replace(union, is_nullable=is_nullable, description=first.description, title=first.title)


def _choices(meaning: Type) -> Iterator[Type]:
    if isinstance(meaning, Union):
        for member in meaning.members:
            yield from _choices(member)
    else:
        yield meaning
