"""The names that the files of a description give themselves and their schemas: `$self`, `$id` and `$anchor`.

A schema with an `$id` is a resource of its own (JSON Schema 2020-12, section 8.2.1): references below it are relative
to that address, and a fragment begins at that schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final, NamedTuple
from urllib.parse import quote, urljoin

from ..document import Source, pointers
from .nodes import Node

_WORDS: Final = ("$id", "$anchor", "$dynamicAnchor")
_JSON_WORDS: Final = ('"$id"', '"$anchor"', '"$dynamicAnchor"')
DATA: Final = frozenset({"example", "examples", "default", "const", "enum"})
"""Fields below which nothing is what it looks like."""

MAPS: Final = frozenset(
    {
        *("properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas"),
        *("responses", "callbacks", "headers", "content", "links", "parameters", "requestBodies", "encoding"),
        *("paths", "webhooks", "pathItems", "mediaTypes", "securitySchemes", "additionalOperations"),
    }
)
"""Fields that hold maps, in which any name may stand, `default` and `example` too."""


class _Names:
    """What one file names: its own address, its resources by pointer, its anchors by resource and name."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.resources: dict[str, tuple[str, Node]] = {}
        self.anchors: dict[tuple[str, str], Node] = {}
        self.loose_anchors: dict[str, Node] = {}
        self.dynamic: dict[str, dict[str, Node]] = {}


class _Visit(NamedTuple):
    node: Node
    is_map: bool
    resource: str
    base: str


class Addresses:
    """The addresses of one description's files; a file is known once it has been taken."""

    def __init__(self) -> None:
        self._names: dict[str, _Names] = {}
        self._identified: dict[str, Node] = {}

    def take(self, source: Source) -> None:
        """Learns what a file names."""
        if source.path in self._names:
            return
        base = source.path if "://" in source.path else quote(source.path, errors="surrogateescape")
        names = self._names[source.path] = _Names(base)
        own = source.root.get("$self") if isinstance(source.root, dict) else None
        if isinstance(own, str):
            names.base = _joined(base, own)
            self._identified[names.base] = self._identified[own] = Node(source, "", source.root)
        content = source.text.content
        if any(word in content for word in (_JSON_WORDS if content.startswith("{") else _WORDS)):
            self._search(source, names)

    def knows(self, source: Source) -> bool:
        """Whether a file has been taken."""
        return source.path in self._names

    @property
    def have_dynamic_anchors(self) -> bool:
        """Whether any file has a `$dynamicAnchor`."""
        return any(names.dynamic for names in self._names.values())

    def dynamic_anchors(self, node: Node) -> Mapping[str, Node]:
        """The schemas with a `$dynamicAnchor` in the resource that a value stands in, by anchor."""
        return self._names[node.source.path].dynamic.get(self.resource(node).pointer, {})

    def has_resources(self, source: Source) -> bool:
        """Whether the place of a reference in this file makes a difference."""
        names = self._names[source.path]
        return bool(names.resources)

    def resource(self, node: Node) -> Node:
        """The schema with an `$id` that a value stands in, or else the root of its file."""
        found = self._around(node)
        return found[1] if found is not None else Node(node.source, "", node.source.root)

    def word(self, node: Node) -> str:
        """The last word of the address of the schema that a value stands in; empty where that has none."""
        found = self._around(node)
        return PurePosixPath(found[0]).stem if found is not None else ""

    def find(self, node: Node, address: str) -> Node | None:
        """What an address, relative to where `node` stands, names."""
        if not self._identified:
            return None
        around = self._around(node)
        names = self._names[node.source.path]
        bases = dict.fromkeys([names.base if around is None else around[0], names.base])
        for base in bases:
            found = self._identified.get(_joined(base, address))
            if found is not None:
                return found
        return self._identified.get(address)

    def anchor(self, start: Node, name: str) -> Node | None:
        """The schema with an anchor in the resource that begins at `start`, or else anywhere in its file."""
        names = self._names[start.source.path]
        return names.anchors.get((start.pointer, name)) or names.loose_anchors.get(name)

    def _around(self, node: Node) -> tuple[str, Node] | None:
        resources = self._names[node.source.path].resources
        pointer = node.pointer
        while resources:
            if pointer in resources:
                return resources[pointer]
            if not pointer:
                break
            pointer = pointer.rpartition("/")[0]
        return None

    def _search(self, source: Source, names: _Names) -> None:
        waiting = [_Visit(Node(source, "", source.root), is_map=False, resource="", base=names.base)]
        while waiting:
            visit = waiting.pop()
            if isinstance(visit.node.value, dict) and not visit.is_map:
                visit = self._learn(visit, names)
            waiting += [visit._replace(node=node, is_map=is_map) for node, is_map in _below(visit.node, visit.is_map)]

    def _learn(self, visit: _Visit, names: _Names) -> _Visit:
        """The same visit, at home in the schema itself if that is a resource of its own."""
        node, value = visit.node, visit.node.value
        identifier = value.get("$id")
        if isinstance(identifier, str) and identifier.startswith("#"):
            self._name(names, visit.resource, identifier[1:], node)  # how drafts before 2019-09 wrote an anchor
        elif isinstance(identifier, str):
            base = _joined(visit.base, identifier).partition("#")[0]
            names.resources[node.pointer] = (base, node)
            self._identified.setdefault(base, node)
            self._identified.setdefault(identifier, node)
            visit = visit._replace(resource=node.pointer, base=base)
        for keyword in ("$anchor", "$dynamicAnchor"):
            if isinstance(value.get(keyword), str):
                self._name(names, visit.resource, value[keyword], node)
        if isinstance(value.get("$dynamicAnchor"), str):
            names.dynamic.setdefault(visit.resource, {}).setdefault(value["$dynamicAnchor"], node)
        return visit

    @staticmethod
    def _name(names: _Names, resource: str, anchor: str, node: Node) -> None:
        names.anchors.setdefault((resource, anchor), node)
        names.loose_anchors.setdefault(anchor, node)


def schemas_and_objects(source: Source) -> Iterator[Node]:
    """Every object of a file that may be one of OpenAPI's or a schema, no matter where, but no plain data."""
    waiting = [(Node(source, "", source.root), False)]
    while waiting:
        node, is_map = waiting.pop()
        if isinstance(node.value, dict):
            yield node
        waiting += _below(node, is_map)


def _below(node: Node, is_map: bool) -> Iterator[tuple[Node, bool]]:
    """What a value holds, and whether that is a map: there any name may stand, elsewhere some hold plain data."""
    value: Any = node.value
    if isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, dict | list):
                yield node.child(index), False
    elif isinstance(value, dict):
        for name, member in value.items():
            if isinstance(member, dict | list) and (is_map or name not in DATA):
                yield Node(node.source, pointers.join(node.pointer, name), member), not is_map and name in MAPS


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address
