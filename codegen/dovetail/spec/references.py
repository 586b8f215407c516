"""Follows `$ref`: within the document, to other files beside it, and to URLs where fetching them is allowed."""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from ..document import CHANGED, Document, Source, is_url, pointers
from ..errors import SpecError
from .addresses import DATA, MAPS, Addresses, schemas_and_objects
from .kinds import COMPONENTS, Kind
from .nodes import Findings, Key, Node

_MAX_STEPS = 100


class References:
    """The references of one description, followed. What a reference leads to is None after a finding."""

    def __init__(self, document: Document, findings: Findings, addresses: Addresses) -> None:
        self._document = document
        self._findings = findings
        self._addresses = addresses
        self._active: set[Key] = set()
        addresses.take(document.source)

    def step(self, node: Node) -> Node | None:
        """What the `$ref` of `node` leads to, which may be another reference."""
        reference = node.value["$ref"]
        if not isinstance(reference, str):
            self._findings.error("invalid-reference", "$ref must be a string; it may be anything", node, "$ref")
            return None
        address, _, fragment = reference.partition("#")
        start = self._start(node, address)
        if start is None:
            return None
        if node.key in self._active:
            self._tell_circle(node)
            return None
        self._active.add(node.key)
        try:
            return self._within(node, start, unquote(fragment))
        finally:
            self._active.discard(node.key)

    def follow(self, node: Node, kind: Kind) -> Node | None:
        """What a chain of references ends at, which is no reference any more."""
        start, seen = node, {node.key}
        while is_reference(node.value):
            target = self.step(node)
            if target is None or not self.fits(node, target, kind):
                return None
            if target.key in seen or len(seen) > _MAX_STEPS:
                self._tell_circle(start)
                return None
            seen.add(target.key)
            node = target
        return node

    def _tell_circle(self, node: Node) -> None:
        message = "this reference leads back to itself, so it may be anything; let it lead elsewhere"
        self._findings.error("circular-reference", message, node, "$ref")

    def _start(self, node: Node, address: str) -> Node | None:
        """What the fragment of a reference begins at: a file, or a schema with an `$id`."""
        if not address:
            return self._addresses.resource(node)
        known = self._addresses.find(node, address)
        if known is not None:
            return known
        source = self._source(node, address)
        return Node(source, "", source.root) if source is not None else None

    def _source(self, node: Node, address: str) -> Source | None:
        try:
            parts = urlsplit(address)
        except ValueError:
            self._findings.error("invalid-reference", f"{address} is no URI reference; correct it", node, "$ref")
            return None
        if is_url(node.source.path) or parts.scheme.lower() in {"http", "https"} or parts.netloc:
            return self._remote(node, address)
        if parts.scheme or address.startswith(("/", "\\")):
            message = f"{address} is absolute; refer to a file by its path from {node.source.path}"
            self._findings.error("reference-outside", message, node, "$ref")
            return None
        return self._local(node, address)

    def _remote(self, node: Node, address: str) -> Source | None:
        url = urljoin(node.source.path if is_url(node.source.path) else "https:", address)
        if not is_url(url):
            self._findings.error("reference-outside", f"{url} is not fetched, only http and https are", node, "$ref")
            return None
        if self._document.remote is None:
            message = (
                f"{address} is remote and not fetched, so it may be anything; "
                "allow it with --allow-remote-refs, or save it beside the document and refer to the file"
            )
            self._findings.warning("remote-reference", message, node, "$ref")
            return None
        return self._open(node, address, url)

    def _local(self, node: Node, address: str) -> Source | None:
        path = os.path.normpath(os.path.join(os.path.dirname(node.source.path), unquote(address)))  # noqa: PTH118, PTH120
        if not self._document.tree.may_read(path):
            message = (
                f"{address} is outside the folder of {self._document.path}; only JSON and YAML files are read there"
            )
            self._findings.error("reference-outside", message, node, "$ref")
            return None
        return self._open(node, address, path)

    def _open(self, node: Node, address: str, path: str) -> Source | None:
        try:
            source = self._document.open(path)
        except SpecError as error:
            first = error.findings[0]
            if first.rule == CHANGED:
                raise
            if first.rule == "unreadable-file":
                message = f"{address} cannot be read: {first.message}{self._component(address)}"
                self._findings.error("unresolved-reference", message, node, "$ref")
            else:
                self._findings.add(error.findings)
            return None
        self._findings.add(source.findings)
        self._addresses.take(source)
        return source

    def _within(self, node: Node, start: Node, fragment: str) -> Node | None:
        if fragment and not fragment.startswith("/"):
            return self._anchor(node, start, fragment)
        root = Node(start.source, "", start.source.root)
        at = self._walk(start, fragment, is_followed=not start.pointer)
        if at.rest and start.pointer:
            # Strictly a pointer begins at the schema with the `$id`; often it is meant to begin at the file's root.
            outer = at = self._walk(root, fragment)
            if not outer.rest:
                message = f"the `$id` around this makes '#' begin at {start.pointer}; it is taken for the file's root"
                self._findings.warning("reference-base", message, node, "$ref")
                return outer.node
        if at.rest:
            if not at.is_reported:
                self._unresolved(node, at.node, at.rest[0])
            return None
        if at.node.source is self._document.source:
            self._document.entered.update(_WITHIN.findall(at.node.pointer))
        return at.node

    def _walk(self, start: Node, fragment: str, *, is_followed: bool = True) -> _Walk:
        """As far as a pointer leads; where a step is missing but a `$ref` stands there, on its other side."""
        at = start
        tokens = pointers.parse(fragment)
        for count, token in enumerate(tokens):
            below = _below(at, token)
            steps = 0
            while below is None and is_followed and is_reference(at.value) and steps < _MAX_STEPS:
                target = self.step(at)
                if target is None:
                    return _Walk(at, tokens[count:], is_reported=True)
                at, steps = target, steps + 1
                below = _below(at, token)
            if below is None:
                return _Walk(at, tokens[count:])
            at = below
        return _Walk(at, ())

    def _anchor(self, node: Node, start: Node, name: str) -> Node | None:
        found = self._addresses.anchor(start, name)
        if found is None:
            message = f"no schema has the $anchor {name!r}, so this may be anything; a pointer begins with '#/'"
            self._findings.error("unresolved-reference", message, node, "$ref")
        return found

    def _unresolved(self, node: Node, at: Node, token: str) -> None:
        where = f"'{at.source.path}'" if at.source is not node.source else "the document"
        reached = f"'#{at.pointer}'" if at.pointer else where
        hint = self._nearest(node, at, token)
        message = f"'{node.value['$ref']}' leads nowhere: {reached} has no {token!r}{hint or '; correct the reference'}"
        self._findings.error("unresolved-reference", message, node, "$ref")

    def _nearest(self, node: Node, at: Node, token: str) -> str:
        reference: str = node.value["$ref"]
        names = at.value if isinstance(at.value, dict) and self._document.shows(at.source.path) else ()
        close = self._findings.nearest(token, names)
        if close:
            old, new = (pointers.escape(name) for name in (token, close))
            return f"; did you mean '{reference.replace(f'/{old}', f'/{new}', 1)}'?"
        return self._component(pointers.parse("/" + reference.rpartition("/")[2])[0])

    def _component(self, name: str) -> str:
        """A hint at the component with this name, or nothing."""
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


def targets(document: Document, addresses: Addresses) -> frozenset[Key]:
    """Every value of any file that a reference leads to, but for the components of the document itself.

    Opens every file of the description on the way. Nothing is reported.
    """
    references = References(document, Findings(document), addresses)
    found: set[Key] = set()
    seen = {document.source.path}
    waiting = [document.source]
    missed: list[Node] = []
    while waiting:
        nodes = [*_references(waiting.pop(), addresses)]
        if not waiting:  # what led nowhere may have the address of a file that has been opened since
            nodes, missed = [*nodes, *missed], []
        for node in nodes:
            target = references.step(node)
            if target is None:
                missed.append(node)
                continue
            found.add(target.key)
            if target.source.path not in seen:
                seen.add(target.source.path)
                waiting.append(target.source)
    return frozenset(found)


def _references(source: Source, addresses: Addresses) -> Iterator[Node]:
    """Each different `$ref` of a file, but for those to a component of the file itself."""
    if addresses.has_resources(source):
        yield from (node for node in schemas_and_objects(source) if isinstance(node.value.get("$ref"), str))
        return
    seen: set[str] = set()
    waiting = [(source.root, False)]
    while waiting:
        value, is_map = waiting.pop()
        if isinstance(value, list):
            waiting += [(item, False) for item in value if isinstance(item, dict | list)]
            continue
        if not isinstance(value, dict):
            continue
        waiting += [
            (member, not is_map and name in MAPS)
            for name, member in value.items()
            if isinstance(member, dict | list) and (is_map or name not in DATA)
        ]
        reference = value.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            seen.add(reference)
            if not _COMPONENT.fullmatch(reference):
                yield Node(source, "", {"$ref": reference})


_WITHIN = re.compile(r"^/components/schemas/([^/]*)/")
_COMPONENT = re.compile(r"#/components/[^/]+/[^/]+")


class _Walk(NamedTuple):
    """How far a pointer led: the value reached, the tokens that remain, and whether the reason has been reported."""

    node: Node
    rest: tuple[str, ...]
    is_reported: bool = False


def _below(at: Node, token: str) -> Node | None:
    value = at.value
    if isinstance(value, dict):
        return at.child(token) if token in value else None
    if isinstance(value, list) and token.isdecimal() and int(token) < len(value):
        return at.child(int(token))
    return None
