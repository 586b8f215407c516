"""Follows `$dynamicRef`: what it leads to depends on the schemas that led there (JSON Schema 2020-12, section 8.2.3.2).

A schema that is reached under another binding of its dynamic anchors is another schema, so it is made once for each:
`Page` with `itemType` bound to `Pet` becomes `Page_Pet`. Only what leads to such a reference is made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import PurePath
from typing import Final

from ..document import Document, Source, pointers
from .addresses import Addresses, schemas_and_objects
from .nodes import Binding, Findings, Key, Node
from .references import References

_NAMES: Final = frozenset({"$dynamicAnchor", "$anchor", "$comment"})
_MAX_STEPS: Final = 100
MAX_SCOPED: Final = 1000
"""How many schemas are made for particular bindings; they can multiply without end."""


class DynamicScopes:
    """The dynamic scopes of one description."""

    def __init__(self, document: Document, findings: Findings, addresses: Addresses) -> None:
        self._document = document
        self._findings = findings
        self._scoped: set[Key] = set()
        self._addresses = addresses
        self._references = References(document, Findings(document), addresses)
        self._own: dict[Key, Mapping[str, Binding]] = {}
        self._is_used = addresses.have_dynamic_anchors

    def enter(self, node: Node, target: Node) -> Node:
        """The target of a reference, with the bindings of anchors that `node` brings and that matter there."""
        if not self._is_used:
            return target
        needed = self._needs.get(Key(target.source.path, target.pointer), ())
        own = self._declared(target)
        bound = {**self._declared(node), **{binding.anchor: binding for binding in node.scope}}
        kept = [each for anchor, each in bound.items() if anchor in needed and own.get(anchor) != each]
        scoped = target._replace(scope=tuple(sorted(kept)))
        if kept and scoped.key not in self._scoped:
            if len(self._scoped) >= MAX_SCOPED:
                message = (
                    f"anchors are bound in more than {MAX_SCOPED} ways; from here on they mean what they mean alone"
                )
                self._findings.once("too-many-bindings", message, node)
                return target
            self._scoped.add(scoped.key)
        return scoped

    def bound(self, node: Node, anchor: str) -> Node | None:
        """What an anchor stands for at `node`: as bound on the way there, or by the nearest schema around it."""
        for binding in node.scope:
            if binding.anchor == anchor:
                source = self._document.source
                if binding.path != source.path:
                    source = self._document.open(binding.path)
                return around(Node(source, binding.pointer, None))[-1]
        for each in around(node)[::-1] if self._is_used else []:
            if isinstance(each.value, dict) and each.value.get("$dynamicAnchor") == anchor:
                return each
        return self._addresses.dynamic_anchors(node).get(anchor)

    def _declared(self, node: Node) -> Mapping[str, Binding]:
        """What the anchors of the resource that a value stands in stand for, as long as nobody binds them."""
        resource = self._addresses.resource(node)
        identity = Key(resource.source.path, resource.pointer)
        if identity not in self._own:
            self._own[identity] = {
                anchor: self._binding(anchor, schema)
                for anchor, schema in self._addresses.dynamic_anchors(resource).items()
            }
        return self._own[identity]

    def _binding(self, anchor: str, schema: Node) -> Binding:
        """An anchor and its schema, or what that is but another name for."""
        label = self._addresses.word(schema) or anchor
        for _ in range(_MAX_STEPS):
            if schema.value.keys() - _NAMES != {"$ref"} or not isinstance(schema.value["$ref"], str):
                break
            target = self._references.step(schema)
            if target is None or not isinstance(target.value, dict):
                break
            schema = target
            label = (schema.pointer or PurePath(schema.source.path).stem).rpartition("/")[2]
        return Binding(anchor, schema.source.path, schema.pointer, label)

    @cached_property
    def _needs(self) -> dict[Key, set[str]]:
        """By each value the anchors whose binding makes a difference there: below it, or where it leads."""
        leading: dict[Key, list[Key]] = {}
        waiting: list[tuple[Key, str]] = []
        for node in self._schemas():
            here = Key(node.source.path, node.pointer)
            target = self._references.step(node) if isinstance(node.value.get("$ref"), str) else None
            if target is not None:
                leading.setdefault(Key(target.source.path, target.pointer), []).append(here)
            anchor, reference = node.value.get("$dynamicAnchor"), node.value.get("$dynamicRef")
            if isinstance(anchor, str):
                leading.setdefault(here, []).append(_any_of(anchor))
            if isinstance(reference, str):
                anchor = reference.partition("#")[2]
                leading.setdefault(_any_of(anchor), []).append(here)
                waiting.append((here, anchor))
        needs: dict[Key, set[str]] = {}
        while waiting:
            key, anchor = waiting.pop()
            for above in _ancestors(key):
                known = needs.setdefault(above, set())
                if anchor in known:
                    break
                known.add(anchor)
                waiting += [(holder, anchor) for holder in leading.get(above, ())]
        return needs

    def _schemas(self) -> Iterable[Node]:
        sources: Iterable[Source] = self._document.sources
        return (node for source in sources if self._addresses.knows(source) for node in schemas_and_objects(source))


def _any_of(anchor: str) -> Key:
    """Stands for all schemas with an anchor, for any of them may be what a reference to it leads to."""
    return Key("", f"#{anchor}")


def _ancestors(key: Key) -> Iterator[Key]:
    """The place itself and all that hold it; what is above a place that is marked already, is marked too."""
    pointer = key.pointer
    while True:
        yield Key(key.path, pointer)
        if not pointer:
            return
        pointer = pointer.rpartition("/")[0]


def around(node: Node) -> list[Node]:
    """The values that hold this one, from the root of the file down to itself."""
    values = [Node(node.source, "", node.source.root)]
    for token in pointers.parse(node.pointer):
        values.append(values[-1].child(int(token) if isinstance(values[-1].value, list) else token))
    return values
