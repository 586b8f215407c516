"""Names that stand for names: where more of them than anyone writes stand in one another, the row is cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from .types import Anything, Array, Map, Reference, Type, Union

_MOST: Final = 50
"""How many names may stand in one another without an object between them."""


def within_depth(types: Mapping[str, Type]) -> dict[str, Type]:
    """The types; a long row of names for one type leads to it at once, and each so many lists of lists are anything."""
    levels = _levels(types)
    if max(levels.values(), default=0) < _MOST:
        return dict(types)
    ends: dict[str, Type] = {}
    for name in sorted(types, key=lambda name: levels[name]):
        meaning = types[name]
        if isinstance(meaning, Reference) and meaning.name in types:
            ends[name] = ends.get(meaning.name, meaning)
    straight = {name: ends.get(name, meaning) for name, meaning in types.items()}
    levels = _levels(straight)
    is_cut = {name for name, level in levels.items() if level and not level % _MOST}
    return {name: Anything(is_nullable=True) if name in is_cut else meaning for name, meaning in straight.items()}


def _levels(types: Mapping[str, Type]) -> dict[str, int]:
    """How many names stand in each name; one that stands in itself is not counted again."""
    levels: dict[str, int] = {}
    for start in types:
        waiting = [start]
        opened: set[str] = set()
        while waiting:
            name = waiting[-1]
            below = [other for other in _names(types[name]) if other in types]
            if name not in opened:
                opened.add(name)
                waiting += [other for other in below if other not in levels and other not in opened]
            else:
                waiting.pop()
                levels.setdefault(name, max((levels.get(other, 0) + 1 for other in below), default=0))
    return levels


def _names(meaning: Type) -> Iterator[str]:
    match meaning:
        case Reference():
            yield meaning.name
        case Array():
            for item in (meaning.items, *meaning.prefix):
                yield from _names(item)
        case Map():
            yield from _names(meaning.values)
        case Union():
            for member in meaning.members:
                yield from _names(member)
        case _:
            pass
