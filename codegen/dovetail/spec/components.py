"""The named schemas of a description: those that it names itself, and those that get a name because they are needed."""

from __future__ import annotations

import os.path
from collections.abc import Callable
from typing import Any, Final

from ..document import Document, pointers
from . import names
from .nodes import Findings, Key, Node
from .references import References, is_only_reference

SCHEMAS: Final = "#/components/schemas/"


class Components:
    """The names of schemas, by what they stand for; references wait here until what they point to has its name."""

    def __init__(self, document: Document, findings: Findings, references: References) -> None:
        self._document = document
        self._findings = findings
        self._references = references
        self._names: dict[Key, str] = {}
        self._wanted: list[Node] = []
        self._known: set[Key] = set()
        self._waiting: list[tuple[dict[str, Any], str, Key]] = []
        self._take_names()

    def name(self, key: Key) -> str | None:
        """The name that the document itself gives to a schema."""
        return self._names.get(key)

    @property
    def pointers(self) -> frozenset[str]:
        """The pointers of all that has a name, in no matter which file."""
        return frozenset(key.pointer for key in self._names)

    def name_of(self, component: str) -> Key:
        """The identity of what the document has under a name."""
        return Key(self._document.source.path, pointers.build(("components", "schemas", component)))

    def target(self, node: Node) -> Node | None:
        """The schema that a reference stands for: the first on its way that has a name, or the one at its end."""
        seen = {node.key}
        at = node
        while True:
            target = self._references.step(at)
            if target is None or not self._references.fits(node, target, "schema"):
                return None
            if target.key in self._names or not is_only_reference(target.value):
                return target
            if target.key in seen:
                message = "this reference leads back to itself, so it may be anything; let it lead elsewhere"
                self._findings.error("circular-reference", message, node, "$ref")
                return None
            seen.add(target.key)
            at = target

    def point(self, holder: dict[str, Any], member: str, target: Node) -> None:
        """Lets a member of an object refer to a schema, now or as soon as that has its name."""
        given = self._names.get(target.key)
        if given is not None:
            holder[member] = SCHEMAS + given
            return
        if target.key not in self._known:
            self._known.add(target.key)
            self._wanted.append(target)
        self._waiting.append((holder, member, target.key))

    def complete(self, lift: Callable[[Node], Any]) -> dict[str, Any]:
        """Names what is needed but has no name yet, and returns it, lifted, under these names."""
        lifted: dict[Key, Any] = {}
        for node in self._wanted:  # lifting one may append further ones
            lifted[node.key] = lift(node)
        home = os.path.dirname(self._document.path)  # noqa: PTH120
        assigned = names.assign(lifted, self._names.values(), home or ".")
        for holder, member, key in self._waiting:
            holder[member] = SCHEMAS + assigned[key]
        return {assigned[key]: lifted[key] for key in sorted(lifted, key=assigned.__getitem__)}

    def _take_names(self) -> None:
        """Takes the names of the document, which may be for schemas of other files: `Pet: {$ref: pet.yaml}`."""
        source = self._document.source
        components = source.root.get("components")
        schemas = components.get("schemas") if isinstance(components, dict) else None
        if not isinstance(schemas, dict):
            return
        node = Node(source, "/components/schemas", schemas)
        used: set[str] = {name for name in schemas if names.safe(name) == name}
        for name in schemas:
            safe = name if name in used else names.free(names.safe(name), used)
            used.add(safe)
            self._names[self.name_of(name)] = safe
            if safe != name:
                message = f"the name {name!r} has characters that a component may not have; it becomes {safe!r}"
                self._findings.error("component-name", message, node, name, is_key=True)
        claims: dict[Key, str] = {}
        for name in sorted(schemas):
            target = self.target(node.child(name)) if is_only_reference(schemas[name]) else None
            if target is not None and target.key not in self._names:
                claims.setdefault(target.key, self._names[self.name_of(name)])
        self._names.update(claims)
