"""Follows `$ref`: within the document, and to other files beside it. Nothing is ever fetched from a network."""

from __future__ import annotations

import difflib
import os.path
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import unquote, urlsplit

from ..document import Document, Source, pointers
from ..errors import SpecError
from .kinds import COMPONENTS, Kind
from .nodes import Findings, Key, Node

_SUFFIXES = {".json", ".yaml", ".yml"}
_MAX_STEPS = 100


class References:
    """The references of one description, followed."""

    def __init__(self, document: Document, findings: Findings) -> None:
        self._document = document
        self._findings = findings
        self._identified: dict[str, dict[str, Node]] = {}
        self._active: set[Key] = set()

    def step(self, node: Node) -> Node | None:
        """What the `$ref` of `node` leads to, which may be another reference; None after a finding."""
        reference = node.value["$ref"]
        if not isinstance(reference, str):
            self._findings.error("invalid-reference", "$ref must be a string", node, "$ref")
            return None
        address, _, fragment = reference.partition("#")
        source = self._source(node, address)
        if source is None:
            return None
        if node.key in self._active:
            self._findings.error("circular-reference", "this reference leads back to itself", node, "$ref")
            return None
        self._active.add(node.key)
        try:
            start = source if isinstance(source, Node) else Node(source, "", source.root)
            return self._within(node, start, unquote(fragment))
        finally:
            self._active.discard(node.key)

    def follow(self, node: Node, kind: Kind) -> Node | None:
        """What a chain of references ends at, which is no reference any more; None after a finding."""
        start, seen = node, {node.key}
        while is_reference(node.value):
            target = self.step(node)
            if target is None or not self.fits(node, target, kind):
                return None
            if target.key in seen or len(seen) > _MAX_STEPS:
                self._findings.error("circular-reference", "this reference leads back to itself", start, "$ref")
                return None
            seen.add(target.key)
            node = target
        return node

    def open(self, node: Node, address: str) -> Source | None:
        """The file that a relative reference at `node` names; None after a finding."""
        path = os.path.normpath(os.path.join(os.path.dirname(node.source.path), unquote(address)))  # noqa: PTH118, PTH120
        if not self._may_read(path):
            message = (
                f"{address} is outside the folder of {self._document.path}; only JSON and YAML files are read there"
            )
            self._findings.error("reference-outside", message, node, "$ref")
            return None
        try:
            return self._document.open(path)
        except SpecError as error:
            if error.findings[0].rule == "unreadable-file":
                message = f"{address} cannot be read: {error.findings[0].message}"
                self._findings.error("unresolved-reference", message, node, "$ref")
            else:
                self._findings.add(error.findings)
            return None

    def _source(self, node: Node, address: str) -> Source | Node | None:
        if not address:
            return node.source
        identified = self._by_identifier(node.source).get(address)
        if identified is not None:
            return identified
        try:
            parts = urlsplit(address)
        except ValueError:
            self._findings.error("invalid-reference", f"{address} is no URI reference; correct it", node, "$ref")
            return None
        if parts.scheme in {"http", "https"} or parts.netloc:
            message = f"{address} is remote and nothing is fetched; save it beside the document and refer to the file"
            self._findings.error("remote-reference", message, node, "$ref")
            return None
        if parts.scheme or address.startswith(("/", "\\")):
            message = f"{address} is absolute; refer to a file by its path from {node.source.path}"
            self._findings.error("reference-outside", message, node, "$ref")
            return None
        return self.open(node, address)

    def _may_read(self, path: str) -> bool:
        if PurePath(path).suffix.lower() in _SUFFIXES:
            return True
        home = os.path.dirname(self._document.path)  # noqa: PTH120
        return not os.path.relpath(path, home or ".").startswith("..")

    def _by_identifier(self, source: Source) -> dict[str, Node]:
        """The schemas of a file that have an absolute `$id`, and the file itself if it has a `$self`."""
        if source.path not in self._identified:
            found = {}
            if "$id" in source.text.content:
                found = {
                    str(node.value["$id"]): node for node in _objects(source) if isinstance(node.value.get("$id"), str)
                }
            if isinstance(source.root, dict) and isinstance(source.root.get("$self"), str):
                found[source.root["$self"]] = Node(source, "", source.root)
            self._identified[source.path] = found
        return self._identified[source.path]

    def _within(self, node: Node, start: Node, fragment: str) -> Node | None:
        if fragment and not fragment.startswith("/"):
            return self._anchor(node, start, fragment)
        at = start
        for token in pointers.parse(fragment):
            below = self._below(at, token)
            if below is None:
                self._unresolved(node, at, token)
                return None
            at = below
        return at

    def _below(self, at: Node, token: str) -> Node | None:
        """One step down a pointer; where the step is missing but a `$ref` stands there, on its other side."""
        for _ in range(_MAX_STEPS):
            value = at.value
            if isinstance(value, dict) and token in value:
                return at.child(token)
            if isinstance(value, list) and token.isdecimal() and int(token) < len(value):
                return at.child(int(token))
            if not is_reference(value):
                return None
            target = self.step(at)
            if target is None:
                return None
            at = target
        return None

    def _anchor(self, node: Node, start: Node, name: str) -> Node | None:
        for candidate in _objects(start.source):
            if name in {candidate.value.get("$anchor"), candidate.value.get("$dynamicAnchor")}:
                return candidate
        message = f"no schema has the $anchor {name!r}; a pointer begins with '#/'"
        self._findings.error("unresolved-reference", message, node, "$ref")
        return None

    def _unresolved(self, node: Node, at: Node, token: str) -> None:
        where = f"'{at.source.path}'" if at.source is not node.source else "the document"
        reached = f"'#{at.pointer}'" if at.pointer else where
        hint = self._nearest(node, at, token)
        message = f"'{node.value['$ref']}' leads nowhere: {reached} has no {token!r}{hint or '; correct the reference'}"
        self._findings.error("unresolved-reference", message, node, "$ref")

    def _nearest(self, node: Node, at: Node, token: str) -> str:
        reference: str = node.value["$ref"]
        keys = list(at.value) if isinstance(at.value, dict) else []
        close = difflib.get_close_matches(token, keys, n=1, cutoff=0.6)
        if close:
            old, new = (pointers.escape(name) for name in (token, close[0]))
            return f"; did you mean '{reference.replace(f'/{old}', f'/{new}', 1)}'?"
        name = pointers.parse("/" + reference.rpartition("/")[2])[0]
        components = self._document.root.get("components")
        for section in COMPONENTS:
            members = components.get(section) if isinstance(components, dict) else None
            if isinstance(members, dict) and name in members:
                return f"; did you mean '#/components/{section}/{pointers.escape(name)}'?"
        return ""

    def fits(self, node: Node, target: Node, kind: Kind) -> bool:
        """Whether a component that is referred to is of the kind that is needed here."""
        tokens = pointers.parse(target.pointer)
        if len(tokens) != 3 or tokens[0] != "components" or COMPONENTS.get(tokens[1], kind) == kind:
            return True
        message = f"a {kind} is needed here, but '{node.value['$ref']}' is a {COMPONENTS[tokens[1]]}"
        self._findings.error("reference-kind", f"{message}; refer to a {kind}", node, "$ref")
        return False


def is_reference(value: Any) -> bool:
    """Whether a value is an object with a `$ref`."""
    return isinstance(value, dict) and "$ref" in value


def is_only_reference(value: Any) -> bool:
    """Whether a value is an object with a `$ref` and nothing else."""
    return isinstance(value, dict) and value.keys() == {"$ref"}


def targets(document: Document) -> frozenset[Key]:
    """Every value of any file that a reference leads to, but for the components of the document itself.

    Nothing is reported: what looks like a reference may stand in an example.
    """
    references = References(document, Findings(document))
    found: set[Key] = set()
    seen: set[str] = set()
    waiting = [document.source]
    while waiting:
        source = waiting.pop()
        seen.add(source.path)
        for node in _references(source):
            target = references.step(node)
            if target is not None:
                found.add(target.key)
                if target.source.path not in seen:
                    seen.add(target.source.path)
                    waiting.append(target.source)
    return frozenset(found)


def _references(source: Source) -> Iterator[Node]:
    """Each different `$ref` of a file, but for those to a component of the file itself."""
    seen: set[str] = set()
    waiting = [source.root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += [item for item in value if isinstance(item, dict | list)]
            continue
        if not isinstance(value, dict):
            continue
        waiting += [member for member in value.values() if isinstance(member, dict | list)]
        reference = value.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            seen.add(reference)
            if not _COMPONENT.fullmatch(reference):
                yield Node(source, "", {"$ref": reference})


_COMPONENT = re.compile(r"#/components/[^/]+/[^/]+")


def _objects(source: Source) -> Iterator[Node]:
    """Every object of a file, in no matter what position."""
    waiting = [Node(source, "", source.root)]
    while waiting:
        node = waiting.pop()
        if isinstance(node.value, dict):
            yield node
            waiting += [node.child(name) for name, value in node.value.items() if isinstance(value, dict | list)]
        elif isinstance(node.value, list):
            waiting += [node.child(i) for i, value in enumerate(node.value) if isinstance(value, dict | list)]
