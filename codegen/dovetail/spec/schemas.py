"""Lifts Schema Objects: to 2020-12, with no reference in them but to named schemas, and fit to be compiled."""

from __future__ import annotations

from typing import Any, Final

from ..document import Document, pointers
from . import keywords, upgrade
from .addresses import Addresses
from .components import SCHEMAS, Components
from .dynamic import DynamicScopes, around
from .kinds import FIELDS, Field
from .nodes import Findings, Key, Node, Origins, describe
from .references import References, is_only_reference, is_reference, targets

_SUBSTITUTED: Final = frozenset(
    {"$defs", "definitions", "$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$schema", "$vocabulary"}
)
_HOLDERS: Final = FIELDS["schema"]
_DYNAMIC: Final = ("$dynamicRef", "$recursiveRef")
_DIALECTS: Final = ("https://json-schema.org/draft/2020-12/schema", "https://spec.openapis.org/oas/3.")
_OLD: Final = frozenset({"nullable", "exclusiveMinimum", "exclusiveMaximum"})


class Schemas:
    """The schemas of one description, lifted one by one as they are come across."""

    def __init__(self, document: Document, findings: Findings, origins: Origins, addresses: Addresses) -> None:
        self._document = document
        self._findings = findings
        self._origins = origins
        self._targets = targets(document, addresses)
        self._dynamics = DynamicScopes(document, findings, addresses)
        self._references = References(document, findings, addresses)
        self._components = Components(document, findings, self._references)
        self._shared = self._components.pointers | {target.pointer for target in self._targets}
        unheard = Findings(document)
        self._quiet = Components(document, unheard, References(document, unheard, addresses))
        self._following: set[Key] = set()
        self.external: dict[Key, Node] = {}

    def lift(self, node: Node) -> Any:
        """A schema that stands within something; one that others refer to moves to the components."""
        if node.pointer in self._shared and not is_only_reference(node.value):
            key = node.key
            if key in self._targets or self._components.name(key):
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
            self._findings.error("invalid-schema", message, node)
            return {}
        if "$ref" not in value and ("$dynamicRef" in value or "$recursiveRef" in value):
            return self._dynamic_reference(node)
        if is_reference(value):
            return self._reference(node)
        lifted = self._keywords(node)
        self._origins[lifted] = node
        return lifted

    def _keywords(self, node: Node) -> dict[str, Any]:
        lifted: dict[str, Any] = {}
        for name, value in node.value.items():
            if name in keywords.PLAIN:
                lifted[name] = value
            elif name in _SUBSTITUTED:
                self._check_dialect(node, name, value)
            elif name in _HOLDERS:
                child = self._field(node.child(name), _HOLDERS[name]) if value is not None else None
                if child is not None:
                    lifted[name] = child
            elif name == "discriminator":
                lifted[name] = self._discriminator(node.child(name)) if isinstance(value, dict) else value
            elif name.startswith("x-"):
                lifted[name] = value
            else:
                self._tell_unknown(node, name)
        if lifted.get("type") == "file":
            told = "`type: file` is of OpenAPI 2.0; it is read as `type: string, format: binary`: write that"
            self._findings.error("old-keyword", told, node, "type")
            upgrade.lift_file(lifted)
        if not upgrade.FORMS.isdisjoint(lifted):
            self._lift_old(node, lifted)
        for name in keywords.RULES.keys() & lifted.keys():
            value = lifted[name] = keywords.unique(lifted[name]) if name in keywords.SETS else lifted[name]
            message = keywords.RULES[name](value)
            if message is not None:
                self._findings.error("invalid-keyword", f"{message}; `{name}` is left out", node, name)
                del lifted[name]
        return lifted

    def _tell_unknown(self, node: Node, name: str) -> None:
        close = self._findings.nearest(name, keywords.known(), cutoff=0.75)
        hint = f"did you mean {close!r}?" if close else "remove it, or begin it with 'x-'"
        message = f"JSON Schema has no keyword {name!r}, so it is left out; {hint}"
        # From 3.1 on a keyword that nobody knows is an annotation.
        tell = self._findings.error if node.source.is_old(self._document.root) else self._findings.warning
        tell("unknown-keyword", message, node, name, is_key=True)

    def _lift_old(self, node: Node, lifted: dict[str, Any]) -> None:
        if not node.source.is_old(self._document.root):
            for name in _OLD & lifted.keys():
                if isinstance(lifted[name], bool):
                    message = (
                        f"`{name}: {str(lifted[name]).lower()}` is of OpenAPI 3.0; it is read as it was meant there"
                    )
                    tell = self._findings.warning if name == "nullable" else self._findings.error
                    tell("old-keyword", message, node, name, is_key=True)
        upgrade.lift_schema(lifted)

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
        self._findings.error("invalid-keyword", message, node)
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
            self._tell_ignored(node, beside)
            beside = upgrade.siblings(beside)
        return self._refer(node, target, self._keywords(node._replace(value=beside)) if beside else {})

    def _tell_ignored(self, node: Node, beside: dict[str, Any]) -> None:
        """OpenAPI 3.0 ignores what stands beside a `$ref`; that matters where it says what values there may be."""
        ignored = [name for name in beside if name not in upgrade.ANNOTATIONS and not name.startswith("x-")]
        if ignored:
            listed = ", ".join(map(repr, ignored))
            message = f"OpenAPI 3.0 ignores what stands beside a $ref: {listed}; write allOf: [{{$ref: …}}] and add it"
            self._findings.warning("ignored-siblings", message, node, ignored[0], is_key=True)

    def _dynamic_reference(self, node: Node) -> dict[str, Any]:
        name, reference = next((name, node.value[name]) for name in _DYNAMIC if name in node.value)
        beside = {keyword: value for keyword, value in node.value.items() if keyword not in _DYNAMIC}
        target = self._recursion(node) if name == "$recursiveRef" else self._dynamics.bound(node, str(reference)[1:])
        if target is not None:
            target = self._dynamics.enter(node, target)
            return self._refer(node, target, self._keywords(node._replace(value=beside)) if beside else {})
        if name == "$recursiveRef":
            message = "no schema around this has `$recursiveAnchor: true`; write a $ref to the schema that is meant"
            self._findings.error("unresolved-reference", message, node, name)
            return {}
        return self._reference(node._replace(value={"$ref": reference, **beside}))

    @staticmethod
    def _recursion(node: Node) -> Node | None:
        """What `$recursiveRef` (2019-09) leads to: the nearest schema around it that says so."""
        return next((each for each in reversed(around(node)) if _has_recursive_anchor(each.value)), None)

    def _refer(self, node: Node, target: Node, beside: dict[str, Any]) -> dict[str, Any]:
        reference: dict[str, Any] = {"$ref": "", **beside}
        self._components.point(reference, "$ref", target)
        self._origins[reference] = node
        return reference

    def _target(self, node: Node) -> Node | None:
        target = self._components.target(node)
        if target is None:
            return None
        if target.source is not self._document.source:
            self.external[target.key] = target
        return self._dynamics.enter(node, target)

    def _discriminator(self, node: Node) -> dict[str, Any]:
        lifted: dict[str, Any] = dict(node.value)
        mapping = lifted.get("mapping")
        if isinstance(mapping, dict):
            lifted["mapping"] = {}
            for value, name in mapping.items():
                self._map(node.child("mapping").child(value), lifted["mapping"], value, str(name))
        default = lifted.pop("defaultMapping", None)
        if isinstance(default, str):
            self._map(node.child("defaultMapping"), lifted, "defaultMapping", default)
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
            self._findings.error("unresolved-mapping", message, node)
            return
        self._components.point(mapping, value, target)


def _has_recursive_anchor(value: Any) -> bool:
    return isinstance(value, dict) and value.get("$recursiveAnchor") is True
