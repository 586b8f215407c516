"""Paths of which none is the more concrete one for some requests."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from ...spec.mend import methods
from ..composition import types
from ..rule import Fault, Rule
from ..subject import Json, Subject

_VARIABLE = "{}"
_MAX_STEPS = 500_000
"""The most comparisons: paths that begin with variables, many times many others, would take forever."""


def _check(subject: Subject) -> Iterator[Fault]:
    paths: Json = {path: item for path, item in subject.value.get("paths", {}).items() if path.startswith("/")}
    tree: Json = {}
    for path in sorted(paths):
        at = tree
        for segment in _segments(path):
            at = at.setdefault(segment, {})
        at.setdefault("", path)
    steps = count()
    for path in sorted(paths):
        for other in _matching(tree, _segments(path), steps, is_more=False, is_less=False):
            shared = sorted(_methods(paths[path]) & _methods(paths[other]))
            if path < other and shared and _may_meet(subject, paths, path, other):
                message = f"{path} and {other} match some requests both ({', '.join(shared)}); rename one of them"
                yield Fault(message, subject.node(paths[other]), is_key=True)


def _segments(path: str) -> tuple[str, ...]:
    """The segments; one that is a variable and nothing else stands for any, one that only holds some for itself."""
    return tuple(
        _VARIABLE if segment.startswith("{") and segment.find("}") == len(segment) - 1 else segment + "/"
        for segment in path.split("/")[1:]
    )


def _matching(
    tree: Any, segments: tuple[str, ...], steps: Iterator[int], *, is_more: bool, is_less: bool
) -> Iterator[str]:
    """Paths that are more concrete than this one in one segment, and less in another."""
    if next(steps) > _MAX_STEPS:
        return
    if not segments:
        if is_more and is_less and "" in tree:
            yield tree[""]
        return
    first, rest = segments[0], segments[1:]
    if first != _VARIABLE:
        if first in tree:
            yield from _matching(tree[first], rest, steps, is_more=is_more, is_less=is_less)
        if _VARIABLE in tree:
            yield from _matching(tree[_VARIABLE], rest, steps, is_more=is_more, is_less=True)
        return
    for segment, below in tree.items():
        if segment and "{" not in segment.removeprefix(_VARIABLE):
            yield from _matching(below, rest, steps, is_more=is_more or segment != _VARIABLE, is_less=is_less)


def _may_meet(subject: Subject, paths: Json, path: str, other: str) -> bool:
    """Whether each variable may have the text that the other path has in its place."""
    return all(
        _may_be(subject, paths[at], ours, theirs)
        for at, there in ((path, other), (other, path))
        for ours, theirs in zip(at.split("/")[1:], there.split("/")[1:], strict=True)
    )


def _may_be(subject: Subject, item: Json, segment: str, text: str) -> bool:
    if not (segment.startswith("{") and segment.endswith("}")) or "{" in text:
        return True
    holders = (item, *(operation for _, operation in methods(item)))
    schemas = [
        parameter.get("schema", True)
        for holder in holders
        for parameter in holder.get("parameters", ())
        if parameter["in"] == "path" and parameter["name"] == segment[1:-1]
    ]
    return not schemas or any(_may_hold(types(subject, schema), text) for schema in schemas)


def _may_hold(allowed: frozenset[str] | None, text: str) -> bool:
    is_number = text[:1].isdecimal() or text[:1] == "-"
    return allowed is None or "string" in allowed or is_number or (text in {"true", "false"} and "boolean" in allowed)


def _methods(item: Json) -> set[str]:
    return {method for method, _ in methods(item)}


RULE = Rule(
    id="overlapping-paths",
    severity="warning",
    summary="two templates that match the same requests, neither of them more concrete",
    standard="OAS 3.1, 4.8.8.2: which of ambiguous templates is taken is up to the tool",
    check=_check,
)
