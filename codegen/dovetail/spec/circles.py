"""Finds schemas that are defined by themselves, and breaks the circle: nothing could be checked against them.

Recursion through `properties` or `items` is fine, for each step goes one level down in the value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from .bundle import Bundle
from .components import SCHEMAS
from .nodes import Findings

_LISTS: Final = ("allOf", "anyOf", "oneOf")
_SINGLE: Final = ("not", "if", "then", "else")
_ALTERNATIVES: Final = frozenset({"anyOf", "oneOf"})


class _Edge(NamedTuple):
    """A reference from a schema to one that has to hold of the very same value; `holder[member]` is it."""

    target: str
    holder: dict[str, Any] | list[Any]
    member: str | int
    is_forced: bool

    def cut(self) -> None:
        """Takes it out; in a list, so that the others keep their places until all are cut, it leaves None."""
        if isinstance(self.holder, list):
            self.holder[int(self.member)] = None
        else:
            self.holder.pop(str(self.member), None)


def break_circles(bundle: Bundle, findings: Findings) -> None:
    """Reports each circle once, and cuts the reference that closes it.

    An error where the circle is forced, a warning where a value may keep to another alternative.
    """
    schemas: dict[str, Any] = bundle.value["components"].get("schemas", {})
    edges = {name: sorted(_edges(schema), key=lambda edge: edge.target) for name, schema in schemas.items()}
    touched: list[str] = []
    for circle in _circles(edges):
        names = [edge.target for edge in circle]
        first = names.index(min(names))
        shown = " → ".join([*names[first:], *names[:first], names[first]])
        node = bundle.origins[schemas[names[first]]]
        if all(edge.is_forced for edge in circle):
            message = f"the schema is defined by itself: {shown}; that is left out: break the circle"
            findings.error("circular-schema", message, node)
        else:
            message = f"the schema is one of its own alternatives: {shown}; that is left out: remove the alternative"
            findings.warning("circular-schema", message, node)
        circle[-1].cut()
        touched.append(names[-2] if len(names) > 1 else names[-1])
    for name in touched:
        _tidy(schemas[name])


def _edges(schema: Any, *, is_forced: bool = True) -> Iterator[_Edge]:
    if not isinstance(schema, dict):
        return
    for keyword in _LISTS:
        branches = schema.get(keyword, ())
        below = is_forced and (keyword not in _ALTERNATIVES or len(branches) == 1)
        for index, branch in enumerate(branches):
            yield from _branch_edges(branch, branches, index, is_forced=below)
    for keyword in _SINGLE:
        if keyword in schema:
            yield from _branch_edges(schema[keyword], schema, keyword, is_forced=is_forced)
    dependent = schema.get("dependentSchemas", {})
    for name, branch in dependent.items():
        yield from _branch_edges(branch, dependent, name, is_forced=is_forced)
    if "$ref" in schema:
        yield _Edge(schema["$ref"].removeprefix(SCHEMAS), schema, "$ref", is_forced)


def _branch_edges(branch: Any, holder: Any, member: str | int, *, is_forced: bool) -> Iterator[_Edge]:
    """Those of a subschema; where it is nothing but a reference, the subschema itself would go with it."""
    if isinstance(branch, dict) and branch.keys() == {"$ref"}:
        yield _Edge(branch["$ref"].removeprefix(SCHEMAS), holder, member, is_forced)
    else:
        yield from _edges(branch, is_forced=is_forced)


def _tidy(schema: Any) -> None:
    """Takes out of lists what has been cut, and the lists that are left empty."""
    if not isinstance(schema, dict):
        return
    for keyword in _LISTS:
        if keyword in schema:
            schema[keyword] = [branch for branch in schema[keyword] if branch is not None]
            for branch in schema[keyword]:
                _tidy(branch)
            if not schema[keyword]:
                del schema[keyword]
    for branch in (*(schema.get(keyword) for keyword in _SINGLE), *schema.get("dependentSchemas", {}).values()):
        _tidy(branch)


def _circles(edges: Mapping[str, list[_Edge]]) -> Iterator[tuple[_Edge, ...]]:
    """The circles of a graph, each as its edges; without the last edge of each, there are none."""
    done: set[str] = set()
    for start in sorted(edges):
        if start in done:
            continue
        path: list[_Edge] = []
        depths = {start: 0}
        waiting = [iter(edges[start])]
        names = [start]
        while waiting:
            edge = next(waiting[-1], None)
            if edge is None:
                waiting.pop()
                name = names.pop()
                done.add(name)
                del depths[name]
                if path:
                    path.pop()
            elif edge.target in depths:
                yield (*path[depths[edge.target] :], edge)
            elif edge.target not in done and edge.target in edges:
                depths[edge.target] = len(names)
                names.append(edge.target)
                path.append(edge)
                waiting.append(iter(edges[edge.target]))
