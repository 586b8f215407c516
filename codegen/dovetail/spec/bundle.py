"""Makes one plain OAS 3.1 value of a description: references followed, 3.0 lifted, every schema of another file named.

What comes out holds no reference but `{"$ref": "#/components/schemas/NAME"}`, and remembers where each object stood.
"""

from __future__ import annotations

import os.path
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from ..document import Document, Source, pointers
from . import names, upgrade
from .kinds import FIELDS, Field, Kind
from .nodes import Findings, Key, Node
from .references import References, is_only_reference, is_reference, targets

SCHEMAS: Final = "#/components/schemas/"
MAX_DEPTH: Final = 60
"""How deeply objects may be nested once references are followed."""

_SUBSTITUTED: Final = frozenset({"$defs", "definitions", "$id", "$anchor", "$dynamicAnchor", "$schema"})
_DIALECTS: Final = ("https://json-schema.org/draft/2020-12/schema", "https://spec.openapis.org/oas/3.")


class Origins:
    """For each object that was made, by its identity, the node of the description that it was made from."""

    def __init__(self) -> None:
        # The object is kept with its node: an identity is good for as long as its object lives.
        self._nodes: dict[int, tuple[object, Node]] = {}

    def __getitem__(self, made: object) -> Node:
        return self._nodes[id(made)][1]

    def __setitem__(self, made: object, node: Node) -> None:
        self._nodes[id(made)] = (made, node)

    def __contains__(self, made: object) -> bool:
        return id(made) in self._nodes


@dataclass(slots=True)
class Bundle:
    """The plain value, where its objects come from, and what was reached in other files."""

    value: dict[str, Any]
    origins: Origins = field(default_factory=Origins)
    external: dict[tuple[Kind, Key], Node] = field(default_factory=dict)


def bundle(document: Document, findings: Findings) -> Bundle:
    """Bundles a description; whether that went well, `findings` says."""
    return _Bundler(document, findings).run()


class _Bundler:
    def __init__(self, document: Document, findings: Findings) -> None:
        self._document = document
        self._findings = findings
        self._references = References(document, findings)
        self._bundle = Bundle({})
        self._lifted: dict[tuple[Kind, Key], Any] = {}
        self._active: list[tuple[Kind, Key]] = []
        self._depth = 0
        self._is_old: dict[str, bool] = {}
        self._names: dict[Key, str] = {}
        self._targets = targets(document)
        self._name_components()
        self._wanted: dict[Key, Node] = {}
        self._patches: list[tuple[dict[str, Any], str, Key]] = []

    def run(self) -> Bundle:
        source = self._document.source
        value = self._object(Node(source, "", source.root), "openapi")
        components = value.setdefault("components", {})
        components["schemas"] = {**components.get("schemas", {}), **self._lift_wanted()}
        kept = {name: components[name] for name in ("schemas", "securitySchemes") if components.get(name)}
        value["components"] = kept
        value["openapi"] = value["openapi"] if str(value["openapi"]).startswith("3.2") else "3.1.1"
        for name in ("$self", "jsonSchemaDialect"):
            value.pop(name, None)
        self._bundle.value = value
        return self._bundle

    # Names

    def _name_components(self) -> None:
        """Takes the names that the document itself gives, also to schemas of other files: `Pet: {$ref: pet.yaml}`."""
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
            self._names[node.child(name).key] = safe
            if safe != name:
                message = f"the name {name!r} has characters that a component may not have; it becomes {safe!r}"
                self._findings.warning("component-name", message, node, name, is_key=True)
        claims: dict[Key, str] = {}
        for name in sorted(schemas):
            target = self._named(node.child(name)) if is_only_reference(schemas[name]) else None
            if target is not None and target.key not in self._names:
                claims.setdefault(target.key, self._names[node.child(name).key])
        self._names.update(claims)

    def _lift_wanted(self) -> dict[str, Any]:
        """The schemas that are referred to but have no name in the document, and those that they refer to."""
        lifted: dict[Key, Any] = {}
        while len(lifted) < len(self._wanted):
            for key, node in [*self._wanted.items()]:
                if key not in lifted:
                    lifted[key] = self._schema_content(node)
        home = os.path.dirname(self._document.path)  # noqa: PTH120
        assigned = names.assign(lifted, self._names.values(), home or ".")
        for holder, name, key in self._patches:
            holder[name] = SCHEMAS + assigned[key]
        return {assigned[key]: lifted[key] for key in sorted(lifted, key=assigned.__getitem__)}

    # Objects

    def _object(self, node: Node, kind: Kind) -> dict[str, Any]:
        """An object without the references below it; what has the wrong shape is reported and left out."""
        fields: Mapping[str, Field] = FIELDS[kind]
        everything = fields.get("*")
        lifted: dict[str, Any] = {}
        self._bundle.origins[lifted] = node
        for name, value in node.value.items():
            held = fields.get(name) or (everything if not name.startswith("x-") else None)
            if held is None:
                lifted[name] = value
            elif value is not None:
                child = self._field(node.child(name), held)
                if child is not None:
                    lifted[name] = child
        return lifted

    def _field(self, node: Node, held: Field) -> Any:
        if held.arrangement != "one" and is_reference(node.value) and isinstance(node.value["$ref"], str):
            return self._referred_field(node, held)
        match held.arrangement:
            case "one":
                return self._one(node, held.kind)
            case "list":
                if not isinstance(node.value, list):
                    return self._misshapen(node, f"a list of {held.kind} objects")
                return self._items(node, held.kind)
            case _:
                if not isinstance(node.value, dict):
                    return self._misshapen(node, f"a map of {held.kind} objects")
                return self._members(node, held)

    def _referred_field(self, node: Node, held: Field) -> Any:
        """A `$ref` in the place of a whole map or list: the standard has none there, real descriptions do."""
        message = f"a $ref may not stand for a whole {held.arrangement} of {held.kind} objects; refer to each of them"
        self._findings.warning("misplaced-reference", message, node, "$ref")
        target = self._references.step(node)
        if target is None:
            return None
        identity = (held.kind, target.key)
        if identity in self._active:
            self._findings.error("circular-reference", "this reference leads back to itself", node, "$ref")
            return None
        self._active.append(identity)
        try:
            return self._field(target, held)
        finally:
            self._active.pop()

    def _items(self, node: Node, kind: Kind) -> list[Any]:
        items = [self._one(node.child(index), kind) for index in range(len(node.value))]
        return [item for item in items if item is not None]

    def _members(self, node: Node, held: Field) -> dict[str, Any]:
        members: dict[str, Any] = {}
        self._bundle.origins[members] = node
        is_component = node.pointer == "/components/schemas" and node.source is self._document.source
        for name in node.value:
            child = node.child(name)
            if held.arrangement == "patterned" and name.startswith("x-"):
                members[name] = child.value
                continue
            lifted = self._component(child) if is_component else self._one(child, held.kind)
            if lifted is not None:
                members[self._names[child.key] if is_component else name] = lifted
        return members

    def _one(self, node: Node, kind: Kind) -> Any:
        if kind == "schema":
            return self._schema(node)
        if not isinstance(node.value, dict):
            return self._misshapen(node, f"a {kind} object" if kind != "operation" else "an operation object")
        self._depth += 1
        try:
            if self._depth > MAX_DEPTH:
                message = f"objects refer to one another more than {MAX_DEPTH} levels deep; straighten the references"
                self._findings.error("nesting-too-deep", message, node)
                return None
            return self._referred(node, kind) if is_reference(node.value) else self._object(node, kind)
        finally:
            self._depth -= 1

    def _misshapen(self, node: Node, wanted: str) -> None:
        self._findings.error("wrong-type", f"{wanted} is needed here, not {_describe(node.value)}", node)

    def _referred(self, node: Node, kind: Kind) -> Any:
        target = self._references.follow(node, kind)
        if target is None:
            return None
        if not isinstance(target.value, dict):
            return self._misshapen(target, f"a {kind} object")
        identity = (kind, target.key)
        if identity in self._active:
            message = f"'{node.value['$ref']}' leads back to the {kind} that it stands in; break the circle"
            self._findings.error("circular-reference", message, node, "$ref")
            return None
        if target.source is not self._document.source:
            self._bundle.external[identity] = target
        lifted = self._lifted.get(identity)
        # A path item is made anew for each path, for its operations get identifiers and parameters of their own.
        if lifted is None or kind in {"path item", "callback"}:
            self._active.append(identity)
            lifted = self._object(target, kind)
            self._active.pop()
            self._lifted[identity] = lifted
        return self._with_siblings(node, lifted)

    def _with_siblings(self, node: Node, lifted: dict[str, Any]) -> dict[str, Any]:
        """The object with the `summary` and `description` that stand beside the reference (OAS 3.1, section 4.8.23)."""
        beside = {name: value for name, value in node.value.items() if name in {"summary", "description"}}
        if not beside or self._is_30(node.source):
            return lifted
        combined = {**lifted, **beside}
        self._bundle.origins[combined] = self._bundle.origins[lifted]
        return combined

    # Schemas

    def _component(self, node: Node) -> Any:
        """A schema under its name; one that only refers to a schema elsewhere, under the same name, is that schema."""
        if is_only_reference(node.value):
            target = self._named(node)
            if target is None:
                return None
            if target.key != node.key and self._names.get(target.key) == self._names[node.key]:
                return self._schema_content(target)
        return self._schema_content(node)

    def _schema(self, node: Node) -> Any:
        """A schema that stands within something; one that others refer to moves to the components."""
        if not is_only_reference(node.value) and (node.key in self._names or node.key in self._targets):
            reference: dict[str, Any] = {"$ref": ""}
            self._point(reference, "$ref", node)
            self._bundle.origins[reference] = node
            return reference
        return self._schema_content(node)

    def _schema_content(self, node: Node) -> Any:
        value = node.value
        if isinstance(value, bool):
            return value
        if not isinstance(value, dict):
            return self._misshapen(node, "a schema (an object or a boolean)")
        if "$dynamicRef" in value and "$ref" not in value:
            value = {"$ref" if name == "$dynamicRef" else name: member for name, member in value.items()}
            node = Node(node.source, node.pointer, value)
        if is_reference(value) and isinstance(value["$ref"], str):
            return self._schema_reference(node)
        lifted = self._keywords(node)
        if self._is_30(node.source):
            upgrade.lift_schema(lifted)
        self._bundle.origins[lifted] = node
        return lifted

    def _keywords(self, node: Node) -> dict[str, Any]:
        fields = FIELDS["schema"]
        lifted: dict[str, Any] = {}
        for name, value in node.value.items():
            held = fields.get(name)
            if name in _SUBSTITUTED:
                self._check_dialect(node, name, value)
                continue
            if name == "discriminator" and isinstance(value, dict):
                lifted[name] = self._discriminator(node.child(name))
            elif held is None or value is None:
                lifted[name] = value
            else:
                child = self._field(node.child(name), held)
                if child is not None:
                    lifted[name] = child
        return lifted

    def _check_dialect(self, node: Node, name: str, value: Any) -> None:
        if name == "$schema" and not str(value).startswith(_DIALECTS):
            message = f"schemas of the dialect {value} are read as JSON Schema 2020-12; rewrite what differs"
            self._findings.warning("schema-dialect", message, node, name)

    def _schema_reference(self, node: Node) -> dict[str, Any] | None:
        target = self._named(node)
        if target is None:
            return None
        beside = {name: value for name, value in node.value.items() if name != "$ref"}
        if self._is_30(node.source):
            beside = upgrade.siblings(beside)
        lifted = self._keywords(Node(node.source, node.pointer, beside)) if beside else {}
        reference: dict[str, Any] = {"$ref": "", **lifted}
        self._point(reference, "$ref", target)
        self._bundle.origins[reference] = node
        return reference

    def _point(self, holder: dict[str, Any], name: str, target: Node) -> None:
        """Lets a member of an object refer to a schema, now or as soon as that has its name."""
        given = self._names.get(target.key)
        if given is not None:
            holder[name] = SCHEMAS + given
            return
        self._wanted.setdefault(target.key, target)
        self._patches.append((holder, name, target.key))

    def _named(self, node: Node) -> Node | None:
        """The schema that a reference stands for: the first on its way that has a name, or the one at its end."""
        seen = {node.key}
        at = node
        while True:
            target = self._references.step(at)
            if target is None or not self._references.fits(node, target, "schema"):
                return None
            if target.source is not self._document.source:
                self._bundle.external["schema", target.key] = target
            if target.key in self._names or not is_only_reference(target.value):
                return target
            if target.key in seen:
                self._findings.error("circular-reference", "this reference leads back to itself", node, "$ref")
                return None
            seen.add(target.key)
            at = target

    def _discriminator(self, node: Node) -> dict[str, Any]:
        lifted: dict[str, Any] = dict(node.value)
        mapping = lifted.get("mapping")
        if not isinstance(mapping, dict):
            return lifted
        lifted["mapping"] = dict(mapping)
        for value, name in mapping.items():
            if isinstance(name, str):
                self._map(node.child("mapping"), lifted["mapping"], value, name)
        return lifted

    def _map(self, node: Node, mapping: dict[str, Any], value: str, name: str) -> None:
        """One entry of a discriminator's mapping: the name of a component, or a reference (OAS 3.1, section 4.8.25)."""
        key = Key(self._document.source.path, pointers.build(("components", "schemas", name)))
        if key in self._names:
            mapping[value] = SCHEMAS + self._names[key]
            return
        reference = name if "#" in name or "/" in name or "." in name else f"{SCHEMAS}{name}"
        target = self._named(Node(node.source, pointers.join(node.pointer, value), {"$ref": reference}))
        if target is not None:
            self._point(mapping, value, target)

    def _is_30(self, source: Source) -> bool:
        if source.path not in self._is_old:
            own = source.root.get("openapi") if isinstance(source.root, dict) else None
            version = own if isinstance(own, str) else self._document.root.get("openapi")
            self._is_old[source.path] = str(version).startswith("3.0")
        return self._is_old[source.path]


def _describe(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "a list"
        case _:
            return "an object"
