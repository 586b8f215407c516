"""Nodes: what requests and answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import NotRequired, TypeAlias

from typing_extensions import TypedDict

Value: TypeAlias = "str | float | list[Value] | dict[str, Value]"


class Node(TypedDict):
    """The `Node` of the description."""

    name: str
    byName: NotRequired[dict[str, Node]]
    children: NotRequired[list[Node]]
    edge: NotRequired[Edge]
    next: NotRequired[Node | None]
    value: NotRequired[Value]


class Edge(TypedDict):
    """The `Edge` of the description."""

    to: NotRequired[Node]
    weight: NotRequired[float]
