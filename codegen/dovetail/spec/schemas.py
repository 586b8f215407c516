"""Lifts Schema Objects: to 2020-12, with no reference in them but to named schemas, and fit to be compiled."""

from __future__ import annotations

from typing import Any, Final

from ..document import Document, pointers
from . import keywords, upgrade
from .components import SCHEMAS, Components
from .kinds import FIELDS, Field
from .nodes import Findings, Node, Origins, describe
from .references import References, is_only_reference, is_reference, targets

_SUBSTITUTED: Final = frozenset(
    {"$defs", "definitions", "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$schema", "$vocabulary"}
)
_DYNAMIC: Final = ("$dynamicRef", "$recursiveRef")
_DIALECTS: Final = ("https://json-schema.org/draft/2020-12/schema", "https://spec.openapis.org/oas/3.")
_OLD: Final = frozenset({"nullable", "exclusiveMinimum", "exclusiveMaximum"})


class Schemas:
    """The schemas of one description, lifted one by one as they are come across."""

    def __init__(self, document: Document, findings: Findings, origins: Origins) -> None:
        self._document = document
        self._findings = findings
        self._origins = origins
        self._references = References(document, findings)
        self._components = Components(document, findings, self._references)
        self._quiet = Components(document, Findings(document), References(document, Findings(document)))
        self._targets = targets(document)
        self._following: set[tuple[str, str]] = set()
        self.external: dict[tuple[str, str], Node] = {}

    def lift(self, node: Node) -> Any:
        """A schema that stands within something; one that others refer to moves to the components."""
        if not is_only_reference(node.value) and (self._components.name(node.key) or node.key in self._targets):
            return self._refer(node, node, {})
        return self._content(node)

    def component(self, node: Node) -> tuple[str, Any]:
        """A schema of the document's components, with its name."""
        name = self._components.name(node.key)
        assert name is not None, "every component has a name"
        if is_only_reference(node.value):
            target = self._target(node)
            if target is None:
                return name, {}
            if target.key != node.key and self._components.name(target.key) == name:
                return name, self._content(target)
        return name, self._content(node)

    def complete(self) -> dict[str, Any]:
        """The schemas that got a name because they were referred to; to be called when all others are lifted."""
        return self._components.complete(self._content)

    def _content(self, node: Node) -> Any:
        value = node.value
        if isinstance(value, bool):
            return value
        if not isinstance(value, dict):
            message = f"a schema is an object or a boolean, not {describe(value)}; it is taken to allow anything"
            self._findings.warning("invalid-schema", message, node)
            return {}
        if "$ref" not in value and any(name in value for name in _DYNAMIC):
            return self._dynamic_reference(node)
        if is_reference(value):
            return self._reference(node)
        lifted = self._keywords(node)
        self._origins[lifted] = node
        return lifted

    def _keywords(self, node: Node) -> dict[str, Any]:
        lifted: dict[str, Any] = {}
        for name, value in node.value.items():
            held = FIELDS["schema"].get(name)
            if name in _SUBSTITUTED:
                self._check_dialect(node, name, value)
            elif name == "discriminator" and isinstance(value, dict):
                lifted[name] = self._discriminator(node.child(name))
            elif held is not None:
                child = self._field(node.child(name), held) if value is not None else None
                if child is not None:
                    lifted[name] = child
            elif keywords.is_known(name):
                lifted[name] = value
            else:
                self._findings.warning("unknown-keyword", keywords.unknown(name), node, name, is_key=True)
        self._lift_old(node, lifted)
        for name, value in list(lifted.items()):
            lifted[name] = keywords.unique(name, value)
            if self._is_faulty(node, name, lifted[name]):
                del lifted[name]
        return lifted

    def _lift_old(self, node: Node, lifted: dict[str, Any]) -> None:
        if not node.source.is_old(self._document.root):
            for name in _OLD & lifted.keys():
                if isinstance(lifted[name], bool):
                    message = (
                        f"`{name}: {str(lifted[name]).lower()}` is of OpenAPI 3.0; it is read as it was meant there"
                    )
                    self._findings.warning("old-keyword", message, node, name, is_key=True)
        upgrade.lift_schema(lifted)

    def _is_faulty(self, node: Node, name: str, value: Any) -> bool:
        message = keywords.fault(name, value)
        if message is None:
            return False
        self._findings.warning("invalid-keyword", f"{message}; `{name}` is left out", node, name)
        return True

    def _field(self, node: Node, held: Field) -> Any:
        if held.arrangement == "one":
            return self.lift(node)
        if isinstance(node.value, dict) and held.arrangement == "map":
            if isinstance(node.value.get("$ref"), str):
                return self._referred_map(node, held)
            return {name: self.lift(node.child(name)) for name in node.value}
        if isinstance(node.value, list) and held.arrangement == "list":
            return [self.lift(node.child(index)) for index in range(len(node.value))]
        message = f"a {held.arrangement} of schemas is needed here, not {describe(node.value)}; it is left out"
        self._findings.warning("invalid-keyword", message, node)
        return None

    def _referred_map(self, node: Node, held: Field) -> Any:
        """A `$ref` in the place of a whole map: the standard has none there, real descriptions do."""
        self._findings.misplaced(node, "a map of schema objects")
        target = self._references.step(node)
        if target is None:
            return None
        if target.key in self._following:
            self._findings.error("circular-reference", "this reference leads back to itself", node, "$ref")
            return None
        self._following.add(target.key)
        try:
            return self._field(target, held)
        finally:
            self._following.discard(target.key)

    def _check_dialect(self, node: Node, name: str, value: Any) -> None:
        if name == "$schema" and not str(value).startswith(_DIALECTS):
            message = f"schemas of the dialect {value} are read as JSON Schema 2020-12; rewrite what differs"
            self._findings.warning("schema-dialect", message, node, name)

    # References

    def _reference(self, node: Node) -> dict[str, Any]:
        target = self._target(node)
        if target is None:
            return {}
        beside = {name: value for name, value in node.value.items() if name != "$ref"}
        if node.source.is_old(self._document.root):
            beside = upgrade.siblings(beside)
        return self._refer(node, target, self._keywords(node._replace(value=beside)) if beside else {})

    def _dynamic_reference(self, node: Node) -> dict[str, Any]:
        """A reference to the nearest schema around it that has the anchor; dynamic scope is not followed further."""
        name, reference = next((name, node.value[name]) for name in _DYNAMIC if name in node.value)
        beside = {keyword: value for keyword, value in node.value.items() if keyword not in _DYNAMIC}
        wanted = ("$recursiveAnchor", True) if name == "$recursiveRef" else ("$dynamicAnchor", str(reference)[1:])
        for around in reversed(self._around(node)):
            if isinstance(around.value, dict) and around.value.get(wanted[0]) == wanted[1]:
                return self._refer(node, around, self._keywords(node._replace(value=beside)) if beside else {})
        if name == "$recursiveRef":
            message = "no schema around this has `$recursiveAnchor: true`; write a $ref to the schema that is meant"
            self._findings.error("unresolved-reference", message, node, name)
            return {}
        return self._reference(node._replace(value={"$ref": reference, **beside}))

    def _around(self, node: Node) -> list[Node]:
        """The values that hold this one, from the root of the file down to itself."""
        around = [Node(node.source, "", node.source.root)]
        for token in pointers.parse(node.pointer):
            around.append(around[-1].child(int(token) if isinstance(around[-1].value, list) else token))
        return around

    def _refer(self, node: Node, target: Node, beside: dict[str, Any]) -> dict[str, Any]:
        reference: dict[str, Any] = {"$ref": "", **beside}
        self._components.point(reference, "$ref", target)
        self._origins[reference] = node
        return reference

    def _target(self, node: Node) -> Node | None:
        target = self._components.target(node)
        if target is not None and target.source is not self._document.source:
            self.external[target.key] = target
        return target

    def _discriminator(self, node: Node) -> dict[str, Any]:
        lifted: dict[str, Any] = dict(node.value)
        mapping = lifted.get("mapping")
        if isinstance(mapping, dict):
            lifted["mapping"] = {}
            for value, name in mapping.items():
                self._map(node.child("mapping").child(value), lifted["mapping"], value, str(name))
        return lifted

    def _map(self, node: Node, mapping: dict[str, Any], value: str, name: str) -> None:
        """One entry of a discriminator's mapping: the name of a component, or a reference (OAS 3.1, section 4.8.25)."""
        given = self._components.name(self._components.name_of(name))
        if given is not None:
            mapping[value] = SCHEMAS + given
            return
        reference = name if "#" in name or "/" in name or "." in name else SCHEMAS + pointers.escape(name)
        target = self._quiet.target(node._replace(value={"$ref": reference}))
        if target is None:
            message = f"{name!r} is no schema; the entry of the mapping is left out: correct or remove it"
            self._findings.warning("unresolved-mapping", message, node)
            return
        self._components.point(mapping, value, target)
