"""Makes one plain OAS 3.1 value of a description: references followed, 3.0 lifted, every schema of another file named.

What comes out holds no reference but `{"$ref": "#/components/schemas/NAME"}`, and remembers where each object stood.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from ..document import Document
from .addresses import Addresses
from .extent import OPERATION, PART, Extent
from .fields import DROPPED, is_known, plain
from .kinds import FIELDS, Field, Kind
from .nodes import META_SCHEMA, Findings, Key, Node, Origins, describe
from .references import References, is_reference
from .repair import Unusable, repair, substitute
from .requirements import Requirements
from .schemas import Schemas

MAX_DEPTH: Final = 60
"""How deeply objects may be nested once references are followed."""

_NEVER_REFERRED: Final = frozenset({"info", "tag", "operation", "server", "encoding", "components"})
_TEXTS: Final = ("summary", "description")

# An operation is made anew for each path, for it gets an identifier and parameters of its own.
_MADE_ANEW: Final = frozenset({"path item", "operation", "callback"})


@dataclass(frozen=True, slots=True)
class Bundle:
    """The plain value, where its objects come from, and what was reached in other files."""

    value: dict[str, Any]
    origins: Origins
    external: Mapping[tuple[Kind, Key], Node]
    incomplete: Mapping[int, str]
    """What could not be read of a path item or an operation, by its identity, where it means nothing without that."""
    components: Mapping[str, Mapping[str, Any]]
    """All components that the document itself has, by section; those that nothing refers to, too."""


def bundle(document: Document, findings: Findings) -> Bundle:
    """Bundles a description; whether that went well, `findings` says."""
    return _Bundler(document, findings).run()


class _Bundler:
    def __init__(self, document: Document, findings: Findings) -> None:
        self._document = document
        self._findings = findings
        self._origins = Origins()
        self._external: dict[tuple[Kind, Key], Node] = {}
        addresses = Addresses()
        self._references = References(document, findings, addresses)
        self._schemas = Schemas(document, findings, self._origins, addresses)
        self._requirements = Requirements(document, self._references, lambda node: self._read(node, "security scheme"))
        self._lifted: dict[tuple[Kind, Key], dict[str, Any] | None] = {}
        self._extent = Extent(document.characters)
        self._incomplete: dict[int, str] = {}
        self._active: list[tuple[Kind, Key]] = []
        self._depth = 0

    def run(self) -> Bundle:
        source = self._document.source
        value = self._object(Node(source, "", source.root), "openapi") or {}
        value.setdefault("info", {"title": "", "version": ""})
        components = value.get("components", {})
        schemas = {**components.get("schemas", {}), **self._schemas.complete()}
        self._origins[schemas] = Node(source, "/components/schemas", schemas)
        schemes = {**components.get("securitySchemes", {}), **self._requirements.schemes}
        value["components"] = {"schemas": schemas, "securitySchemes": schemes}
        value["openapi"] = "3.2.0" if value["openapi"].startswith("3.2") else "3.1.1"
        for name in ("$self", "jsonSchemaDialect"):
            value.pop(name, None)
        for node in self._schemas.external.values():
            self._external["schema", node.key] = node
        return Bundle(value, self._origins, self._external, self._incomplete, components)

    def _object(self, node: Node, kind: Kind) -> dict[str, Any] | None:
        """An object without the references below it; what breaks the rules is left out, or None if nothing is left."""
        fields: Mapping[str, Field] = FIELDS[kind]
        everything = fields.get("*")
        lifted: dict[str, Any] = {}
        self._origins[lifted] = node
        self._extent.grow(OPERATION if kind == "operation" else PART)
        for name, value in node.value.items():
            held = fields.get(name) or (everything if not name.startswith("x-") else None)
            if name == "security" and kind in {"openapi", "operation"}:
                lifted[name] = self._requirements.lift(node.child(name))
            elif held is None:
                kept = self._plain(node, kind, name)
                if kept is not DROPPED:
                    lifted[name] = kept
            elif value is not None:
                child = self._field(node.child(name), held)
                if child is not None or held.kind == "request body":
                    lifted[name] = child
        if "example" in lifted and "examples" in lifted:
            message = "`example` and `examples` exclude one another; remove one of them"
            self._findings.error("example-and-examples", message, node, "example", is_key=True)
        self._note_gaps(kind, lifted)
        try:
            repair(kind, lifted)
        except Unusable as reason:
            below = [reason.field] if reason.field in node.value else []
            self._findings.error(reason.rule, str(reason), node, *below)
            return None
        content: Any = lifted.get("content") if kind == "parameter" else None
        if isinstance(content, dict) and content not in self._origins:
            self._origins.take(content, node)  # of a query string described by a schema
        return lifted

    def _note_gaps(self, kind: Kind, lifted: dict[str, Any]) -> None:
        """Remembers a parameter or a body that could not be read: `mend` leaves out what means nothing without it."""
        if kind not in {"operation", "path item"}:
            return
        if None in lifted.get("parameters", ()):
            lifted["parameters"] = [each for each in lifted["parameters"] if each is not None]
            self._incomplete[id(lifted)] = "a parameter"
        if "requestBody" in lifted and lifted["requestBody"] is None:
            del lifted["requestBody"]
            self._incomplete[id(lifted)] = "the request body"

    def _plain(self, node: Node, kind: Kind, name: str) -> Any:
        value = node.value[name]
        if not is_known(kind, name):
            message = f"no field {name!r} is known here; remove it, correct it, or begin it with 'x-'"
            self._findings.error(META_SCHEMA, message, node, name, is_key=True)
            return DROPPED
        if name in _TEXTS and is_reference(value):
            # A text that is kept in another file: the standard has no such thing, real descriptions do.
            self._findings.misplaced(node.child(name), "a text")
            target = self._references.step(node.child(name))
            value = target.value if target is not None else None
            self._extent.add(len(str(value)), partial(self._findings.place, node))
        return plain(kind, name, value)

    def _field(self, node: Node, held: Field) -> Any:
        if held.arrangement == "one":
            return self._one(node, held.kind)
        if is_reference(node.value) and isinstance(node.value["$ref"], str):
            return self._referred_field(node, held)
        if held.arrangement == "list" and isinstance(node.value, list):
            items = [self._one(node.child(index), held.kind) for index in range(len(node.value))]
            return items if held.kind == "parameter" else [item for item in items if item is not None]
        if held.arrangement != "list" and isinstance(node.value, dict):
            return self._members(node, held)
        self._tell_misshapen(node, _collection(held))
        return None

    def _referred_field(self, node: Node, held: Field) -> Any:
        """A `$ref` in the place of a whole map or list: the standard has none there, real descriptions do."""
        self._findings.misplaced(node, _collection(held))
        target = self._references.step(node)
        if target is None:
            return None
        identity = (held.kind, target.key)
        if identity in self._active:
            self._findings.error("circular-reference", "this reference leads back to itself", node, "$ref")
            return None
        self._count_again(identity, node)
        self._active.append(identity)
        try:
            with self._extent.measured(identity, target.value, is_anew=True):
                return self._field(target, held)
        finally:
            self._active.pop()

    def _members(self, node: Node, held: Field) -> dict[str, Any]:
        members: dict[str, Any] = {}
        self._origins[members] = node
        if node.pointer == "/components/schemas" and node.source is self._document.source:
            members.update(self._schemas.component(node.child(name)) for name in node.value)
            return members
        for name, value in node.value.items():
            if held.arrangement == "patterned" and name.startswith("x-"):
                members[name] = value
                continue
            lifted = self._one(node.child(name), held.kind)
            if lifted is not None:
                members[name] = lifted
        return members

    def _one(self, node: Node, kind: Kind) -> Any:
        """An object, followed if it is a reference; if it cannot be read, what stands for it, or None."""
        if kind == "schema":
            return self._schemas.lift(node)
        lifted = self._read(node, kind)
        if lifted is None:
            lifted = substitute(kind)
            if lifted is not None:
                self._origins.take(lifted, node)
        return lifted

    def _read(self, node: Node, kind: Kind) -> dict[str, Any] | None:
        if not isinstance(node.value, dict):
            self._tell_misshapen(node, _article(kind))
            return None
        self._depth += 1
        try:
            if self._depth > MAX_DEPTH:
                message = f"objects refer to one another more than {MAX_DEPTH} levels deep; straighten the references"
                self._findings.error("nesting-too-deep", message, node)
                return None
            return self._referred(node, kind) if is_reference(node.value) else self._direct(node, kind)
        finally:
            self._depth -= 1

    def _direct(self, node: Node, kind: Kind) -> dict[str, Any] | None:
        """An object that stands here itself; a component may have been read already, where it was referred to."""
        if kind in _MADE_ANEW or not node.pointer.startswith("/components/") or node.pointer.count("/") != 3:
            return self._object(node, kind)
        identity = (kind, node.key)
        if identity not in self._lifted:
            with self._extent.measured(identity, node.value, is_anew=False):
                self._lifted[identity] = self._object(node, kind)
        return self._lifted[identity]

    def _tell_misshapen(self, node: Node, wanted: str) -> None:
        self._findings.error("wrong-type", f"{wanted} is needed here, not {describe(node.value)}", node)

    def _referred(self, node: Node, kind: Kind) -> Any:
        if kind in _NEVER_REFERRED:
            self._findings.misplaced(node, _article(kind))
        target = self._references.follow(node, kind)
        if target is None:
            return None
        if not isinstance(target.value, dict):
            self._tell_misshapen(target, _article(kind))
            return None
        identity = (kind, target.key)
        if identity in self._active:
            message = f"'{node.value['$ref']}' leads back to the {kind} that it stands in; break the circle"
            self._findings.error("circular-reference", message, node, "$ref")
            return None
        if target.source is not self._document.source:
            self._external[identity] = target
        self._count_again(identity, node)
        if identity not in self._lifted or kind in _MADE_ANEW:
            self._active.append(identity)
            with self._extent.measured(identity, target.value, is_anew=kind in _MADE_ANEW):
                self._lifted[identity] = self._object(target, kind)
            self._active.pop()
        lifted = self._lifted[identity]
        return None if lifted is None else self._with_siblings(node, lifted, kind)

    def _count_again(self, identity: tuple[Kind, Key], node: Node) -> None:
        """Counts what was referred to before, and is now again by `node`."""
        self._extent.add_again(identity, partial(self._findings.place, node))

    def _with_siblings(self, node: Node, lifted: dict[str, Any], kind: Kind) -> dict[str, Any]:
        """The object with what may stand beside a reference: texts (OAS 3.1, section 4.8.23), all in a path item."""
        rest = {name: value for name, value in node.value.items() if name != "$ref"}
        if kind == "path item":
            beside = self._object(node._replace(value=rest), kind) or {}
        else:
            is_old = node.source.is_old(self._document.root)
            beside = {} if is_old else {name: rest[name] for name in _TEXTS if isinstance(rest.get(name), str)}
            self._tell_ignored(node, [name for name in rest if name not in _TEXTS and not name.startswith("x-")])
        if not beside:
            return lifted
        combined = {**lifted, **beside}
        self._origins[combined] = self._origins[lifted]
        lack = self._incomplete.get(id(lifted)) or self._incomplete.get(id(beside))
        if lack is not None:
            self._incomplete[id(combined)] = lack
        return combined

    def _tell_ignored(self, node: Node, ignored: list[str]) -> None:
        if ignored:
            listed = ", ".join(map(repr, ignored))
            message = f"what stands beside a $ref is ignored here: {listed}; move it to what is referred to"
            self._findings.warning("ignored-siblings", message, node, ignored[0], is_key=True)


def _article(kind: Kind) -> str:
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind} object"


def _collection(held: Field) -> str:
    return f"a {'list' if held.arrangement == 'list' else 'map'} of {held.kind} objects"
