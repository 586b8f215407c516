"""Nodes: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from .._runtime.client.models import Model

Value = TypeAliasType("Value", "str | float | list[Value] | dict[str, Value]")


class Node(Model):
    """The `Node` of the description."""

    name: str
    by_name: Annotated[dict[str, Node] | None, Field(alias="byName")] = None
    children: list[Node] | None = None
    edge: Edge | None = None
    next: Node | None = None
    value: Value | None = None


class Edge(Model):
    """The `Edge` of the description."""

    to: Node | None = None
    weight: float | None = None
