"""Schemas that others extend by `allOf` and that tell these apart by a discriminator (OAS 3.1, section 4.8.25).

Whoever refers to such a schema means one of its children, so its type is their union; what a child takes from it is
its own properties alone, which have a name of their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from ..spec.objects import Schema
from .conjunction import Keywords, listed, reference_of
from .types import Json

BASE: Final = "base"
"""The word that is added to the name of such a schema for what it says itself."""


class Hierarchies:
    """Which schemas have children that they tell apart."""

    def __init__(self, named: Mapping[str, Schema]) -> None:
        self._named = named
        self._extending: dict[str, list[str]] = defaultdict(list)
        for name, schema in sorted(named.items()):
            for parent in sorted(_extended(schema.value) - {name}):
                self._extending[parent].append(name)
        tagged = {name: own for name in named if (own := _own_discriminator(named[name].value))}
        self._children = {name: below for name in tagged if (below := self._below(name, tagged))}

    def children(self, name: str) -> tuple[str, ...]:
        """The schemas whose values a named schema stands for, sorted; none if it stands for itself alone.

        Those below a child that has children of its own are left to that child.
        """
        return self._children.get(name, ())

    def discriminator(self, name: str) -> Keywords:
        """The Discriminator Object of a schema that has children."""
        return _own_discriminator(self._named[name].value)

    def is_above(self, upper: str, lower: str) -> bool:
        """Whether a schema is extended by another, directly or not, and tells it apart."""
        return upper in self._children and lower in self._descendants(upper)

    def _below(self, name: str, tagged: Mapping[str, Keywords]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        waiting = list(reversed(self._extending[name]))
        while waiting:
            child = waiting.pop()
            if child not in found and child != name:
                found[child] = None
                if child not in tagged:
                    waiting += reversed(self._extending[child])
        mapping = tagged[name].get("mapping")
        for target in mapping.values() if isinstance(mapping, Mapping) else ():
            mapped = reference_of({"$ref": target})
            if mapped in self._named and mapped != name and found:
                found[str(mapped)] = None
        return tuple(sorted(found))

    def _descendants(self, name: str) -> set[str]:
        found: set[str] = set()
        waiting = [name]
        while waiting:
            children = [child for child in self._extending[waiting.pop()] if child not in found]
            found.update(children)
            waiting += children
        return found


def _extended(schema: Json) -> set[str]:
    """The names that a schema extends, by the branches of its `allOf` and of those within."""
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Mapping):
            for branch in listed(part, "allOf"):
                name = reference_of(branch)
                if name is not None:
                    found.add(name)
                waiting.append(branch)
    return found


def _own_discriminator(schema: Json) -> Keywords:
    """The discriminator that a schema has in place, if it is no choice between others itself."""
    waiting = [schema]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Mapping):
            if listed(part, "oneOf") or listed(part, "anyOf"):
                return {}
            found = part.get("discriminator")
            if isinstance(found, Mapping) and isinstance(found.get("propertyName"), str):
                return found
            waiting += listed(part, "allOf")
    return {}
