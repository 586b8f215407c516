"""Finds schemas that are defined by themselves: no value can be checked against them, no type can be made of them.

Recursion through `properties` or `items` is fine, for each step goes one level down in the value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from .bundle import Bundle
from .components import SCHEMAS
from .nodes import Findings

_FORCED: Final = ("allOf",)
_POSSIBLE: Final = ("anyOf", "oneOf")


def check_circles(bundle: Bundle, findings: Findings) -> None:
    """Reports each circle once: an error where it is forced, a warning where another branch leads out of it."""
    schemas: Mapping[str, Any] = bundle.value["components"].get("schemas", {})
    forced = {name: sorted(set(_in_place(schema, _FORCED))) for name, schema in schemas.items()}
    possible = {name: sorted(set(_in_place(schema, _FORCED + _POSSIBLE))) for name, schema in schemas.items()}
    reported: set[frozenset[str]] = set()
    for circle in _circles(forced):
        reported.add(frozenset(circle))
        message = f"the schema is defined by itself: {_shown(circle)}; break the circle"
        findings.error("circular-schema", message, bundle.origins[schemas[circle[0]]])
    for circle in _circles(possible):
        if frozenset(circle) not in reported:
            message = f"the schema is one of its own alternatives: {_shown(circle)}; remove that alternative"
            findings.warning("circular-schema", message, bundle.origins[schemas[circle[0]]])


def _shown(circle: tuple[str, ...]) -> str:
    return " → ".join((*circle, circle[0]))


def _in_place(schema: Any, keywords: tuple[str, ...]) -> Iterator[str]:
    """The named schemas that a value of this schema must, or may, keep to as a whole."""
    if not isinstance(schema, dict):
        return
    if "$ref" in schema:
        yield schema["$ref"].removeprefix(SCHEMAS)
    for keyword in keywords:
        for branch in schema.get(keyword, ()):
            yield from _in_place(branch, keywords)


def _circles(edges: Mapping[str, list[str]]) -> Iterator[tuple[str, ...]]:
    """Circles of a graph, each beginning with its least name; every circle has a node in one of them."""
    done: set[str] = set()
    for start in sorted(edges):
        path: list[str] = []
        waiting = [(start, 0)]
        while waiting:
            name, depth = waiting.pop()
            del path[depth:]
            if name in path:
                circle = path[path.index(name) :]
                first = circle.index(min(circle))
                yield tuple(circle[first:] + circle[:first])
            elif name not in done:
                path.append(name)
                done.add(name)
                waiting += [(target, len(path)) for target in reversed(edges.get(name, []))]
