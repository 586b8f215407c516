"""The description as the rules see it: its objects by kind, each with its place, references followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple, cast

from ..document import Document
from ..spec.bundle import Bundle
from ..spec.kinds import COMPONENTS, FIELDS, Field, Kind
from ..spec.mend import operations
from ..spec.nodes import Node

Json = dict[str, Any]
Direction = Literal["request", "response", "both"]
"""Which way a message goes that an object describes; `both` where that cannot be told, or it is of no message."""

_Scope = Direction | Literal["paths"]

_DIRECTIONS: Mapping[Kind, Direction] = {"request body": "request", "parameter": "request", "response": "response"}


class Site(NamedTuple):
    """An object as it was resolved, the node that it was made from, and the direction of its message."""

    value: Json
    node: Node
    direction: Direction = "both"


class OperationSite(NamedTuple):
    """An operation where it hangs: the path (or the name of a webhook), the method, and the path item."""

    path: str
    method: str
    value: Json
    node: Node
    item: Json
    is_path: bool

    @property
    def parameters(self) -> tuple[Json, ...]:
        """Those of the path item that the operation does not have itself, then its own."""
        both = (*self.item.get("parameters", ()), *self.value.get("parameters", ()))
        return tuple({(each["name"], each["in"]): each for each in both}.values())


class Requirement(NamedTuple):
    """A security scheme that is required, with scopes, and where: `tokens` below `node`."""

    node: Node
    tokens: tuple[str | int, ...]
    name: str
    scopes: list[object]


@dataclass
class Subject:
    """One description to be judged."""

    document: Document
    bundle: Bundle
    _sites: dict[Kind, list[Site]] = field(default_factory=dict[Kind, list[Site]], repr=False)

    def __post_init__(self) -> None:
        """Visits every object once."""
        _Survey(self.bundle, self._sites).run()

    @property
    def value(self) -> Json:
        """The whole description, as OpenAPI 3.1 or 3.2."""
        return self.bundle.value

    @property
    def is_old(self) -> bool:
        """Whether the description is written in OpenAPI 3.0."""
        return self.document.source.is_old(self.document.root)

    @property
    def root(self) -> Node:
        """The document itself."""
        return Node(self.document.source, "", self.document.root)

    def each(self, kind: Kind) -> list[Site]:
        """All objects of a kind, each once, wherever they stand."""
        return self._sites.get(kind, [])

    def node(self, made: object) -> Node:
        """Where an object was made from."""
        return self.bundle.origins[made]

    def schema(self, name: str) -> Any:
        """The schema that a reference or a bare name stands for; True, which allows anything, where there is none."""
        schemas = self.value["components"].get("schemas", {})
        return schemas.get(name.removeprefix("#/components/schemas/"), True)

    def requirements(self) -> Iterator[Requirement]:
        """The security schemes that the document and its operations require, as written."""
        for node in (self.root, *(each.node for each in self.operations)):
            written: object = node.value.get("security") if isinstance(node.value, dict) else None
            for index, requirement in enumerate(cast("list[object]", written) if isinstance(written, list) else ()):
                members = cast("dict[str, object]", requirement) if isinstance(requirement, dict) else {}
                for name, scopes in members.items():
                    listed = cast("list[object]", scopes) if isinstance(scopes, list) else []
                    yield Requirement(node, ("security", index, name), name, listed)

    @cached_property
    def operations(self) -> tuple[OperationSite, ...]:
        """The operations of paths and webhooks, and of their callbacks."""
        return tuple(
            OperationSite(path, method, value, self.node(value), item, is_path)
            for path, method, value, item, is_path in operations(self.value)
        )


class _Survey:
    """Sorts the objects of a bundled description by kind."""

    def __init__(self, bundle: Bundle, sites: dict[Kind, list[Site]]) -> None:
        self._bundle = bundle
        self._sites = sites
        self._seen: set[tuple[Kind, int]] = set()
        self._waiting: list[tuple[Any, Kind, _Scope]] = []

    def run(self) -> None:
        held = {**self._bundle.components, **self._bundle.value["components"]}
        for section, kind in COMPONENTS.items():
            self._put(held.get(section, {}), Field(kind, "map"), _DIRECTIONS.get(kind, "both"))
        # What waits last is visited first: an object that paths refer to goes the way that it goes there.
        self._waiting.append((self._bundle.value, "openapi", "both"))
        while self._waiting:
            self._visit(*self._waiting.pop())

    def _visit(self, made: Any, kind: Kind, scope: _Scope) -> None:
        if not isinstance(made, dict) or (kind, id(made)) in self._seen or made not in self._bundle.origins:
            return
        self._seen.add((kind, id(made)))
        direction = "both" if scope == "paths" else scope
        self._sites.setdefault(kind, []).append(Site(made, self._bundle.origins[made], direction))
        if kind == "callback":
            self._put(made, Field("path item", "patterned"), "both")
            return
        for name, holds in FIELDS[kind].items():
            if name in made and name != "components":
                self._put(made[name], holds, "paths" if name == "paths" else _below(scope, holds.kind))

    def _put(self, value: Any, holds: Field, scope: _Scope) -> None:
        if holds.arrangement == "one":
            self._waiting.append((value, holds.kind, scope))
        elif isinstance(value, list):
            self._waiting.extend((item, holds.kind, scope) for item in reversed(value))
        elif isinstance(value, dict):
            self._waiting.extend(
                (member, holds.kind, scope)
                for name, member in reversed(value.items())
                if holds.arrangement != "patterned" or not name.startswith("x-")
            )


def _below(scope: _Scope, kind: Kind) -> _Scope:
    """The scope of what an object holds; callbacks go the other way round, and their schemas are judged as both."""
    if kind == "callback":
        return "both"
    return _DIRECTIONS.get(kind, scope) if scope == "paths" else scope
