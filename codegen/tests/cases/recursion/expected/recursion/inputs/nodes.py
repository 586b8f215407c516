"""Nodes: what requests hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NotRequired, TypeAlias

from typing_extensions import TypedDict

Value: TypeAlias = "str | float | Sequence[Value] | Mapping[str, Value]"


class Node(TypedDict):
    """The `Node` of the description."""

    name: str
    byName: NotRequired[Mapping[str, Node]]
    children: NotRequired[Sequence[Node]]
    edge: NotRequired[Edge]
    next: NotRequired[Node | None]
    value: NotRequired[Value]


class Edge(TypedDict):
    """The `Edge` of the description."""

    to: NotRequired[Node]
    weight: NotRequired[float]
