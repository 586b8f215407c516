"""Security requirements, in which from 3.2 on a scheme may also be named by its address (OAS 3.2, section 4.30)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..document import Document
from .names import free, safe
from .nodes import Node
from .references import References

Json = dict[str, Any]


class Requirements:
    """The security requirements of one description; `schemes` are those of other files that they name."""

    def __init__(self, document: Document, references: References, read: Callable[[Node], Json | None]) -> None:
        self._references = references
        self._read = read
        self._main = document.source
        self._has_addresses = str(document.root["openapi"]).startswith("3.2")
        components = document.root.get("components")
        known = components.get("securitySchemes") if isinstance(components, dict) else None
        self._known = frozenset(known if isinstance(known, dict) else ())
        self._names: dict[str, str] = {}
        self.schemes: dict[str, Json] = {}

    def lift(self, node: Node) -> Any:
        """A list of requirements in which every scheme has a name."""
        if not self._has_addresses or not isinstance(node.value, list):
            return node.value
        return [self._requirement(node.child(index)) for index in range(len(node.value))]

    def _requirement(self, node: Node) -> Any:
        if not isinstance(node.value, dict):
            return node.value
        return {
            self._name(node, name) if "#" in name and name not in self._known else name: scopes
            for name, scopes in node.value.items()
        }

    def _name(self, node: Node, address: str) -> str:
        target = self._references.follow(node._replace(value={"$ref": address}), "security scheme")
        if target is None or not isinstance(target.value, dict):
            return address
        own = target.pointer.rpartition("/")[2]
        if target.source is self._main:
            return own
        identity = f"{target.source.path}#{target.pointer}"
        if identity not in self._names:
            lifted = self._read(target)
            if lifted is None:
                return address
            name = free(safe(own), {*self._known, *self.schemes})
            self._names[identity], self.schemes[name] = name, lifted
        return self._names[identity]
