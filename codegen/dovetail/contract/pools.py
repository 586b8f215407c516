"""Live values by the identity of their schema: what a server has told is what it can be asked about.

A named string schema with a pattern, such as an id, is a kind of thing. Each object of an answer that holds some of
them is a sighting: values that belong together, with those of the path that the answer came by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from ..runtime.server.schemas import CompiledSchema

NAMED = "/components/schemas/"
MOST_SIGHTINGS = 2_000
_WORD = re.compile(r"[A-Za-z0-9_-]{6,}")

Sighting = Mapping[str, str]
"""Values by the name of their schema."""


@cache
def kind_of(schema: CompiledSchema) -> str | None:
    """The name of the schema that a value is identified by: named, a string, with a pattern; `None` for all others."""
    for branch in schema.branches():
        name = branch.pointer.removeprefix(NAMED)
        is_named = name != branch.pointer and "/" not in name
        if is_named and branch.kinds == frozenset({"string"}) and "pattern" in branch.value:
            return name
    return None


class Pools:
    """The sightings of one run, the latest last."""

    def __init__(self) -> None:
        self._sightings: dict[tuple[tuple[str, str], ...], Sighting] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    def learn(self, schema: CompiledSchema | None, value: Any, known: Sighting) -> None:
        """Remember what an answer says; `known` are the values of the request's path, by the name of their schema."""
        if schema is None:
            return
        if isinstance(value, list):
            for item in value:
                self.learn(schema.items, item, known)
        elif isinstance(value, dict):
            self._learn_object(schema, value, known)

    def _learn_object(self, schema: CompiledSchema, value: Mapping[str, Any], known: Sighting) -> None:
        seen: dict[str, str] = {}
        for name, member in schema.properties.items():
            told = value.get(name)
            if isinstance(told, str) and (kind := kind_of(member)) is not None:
                seen.setdefault(kind, told)
                self._patterns.setdefault(kind, re.compile(_pattern(member)))
            else:
                self.learn(member, told, known)
        if seen and len(self._sightings) < MOST_SIGHTINGS:
            sighting = {**known, **seen}
            self._sightings.setdefault(tuple(sorted(sighting.items())), sighting)

    def bindings(self, kinds: Sequence[str]) -> Iterator[Sighting]:
        """Sightings that have a value of each of these kinds, the latest first; each combination once."""
        given: set[tuple[str, ...]] = set()
        for sighting in reversed(list(self._sightings.values())):
            if all(kind in sighting for kind in kinds):
                values = tuple(sighting[kind] for kind in kinds)
                if values not in given:
                    given.add(values)
                    yield sighting

    def live(self, kind: str, known: Sighting) -> str | None:
        """A live value of a kind that was seen together with these values, or `None`."""
        for sighting in reversed(list(self._sightings.values())):
            if kind in sighting and all(sighting.get(name, value) == value for name, value in known.items()):
                shared = [name for name in known if name in sighting]
                if shared or not known:
                    return sighting[kind]
        return None

    def enlivened(self, value: Any, known: Sighting) -> Any:
        """The value with every word in it that looks like a known kind of thing replaced by a live one."""
        match value:
            case str():
                return _WORD.sub(lambda word: self._replaced(word[0], known), value)
            case list():
                return [self.enlivened(item, known) for item in value]
            case dict():
                return {name: self.enlivened(member, known) for name, member in value.items()}
        return value

    def _replaced(self, word: str, known: Sighting) -> str:
        for kind, pattern in self._patterns.items():
            if pattern.search(word):
                return known.get(kind) or self.live(kind, known) or word
        return word


def _pattern(schema: CompiledSchema) -> str:
    for branch in schema.branches():
        if "pattern" in branch.value:
            # ECMA-262 and Python differ in `$` before a newline, which no word holds.
            return str(branch.value["pattern"])
    return r"(?!)"
