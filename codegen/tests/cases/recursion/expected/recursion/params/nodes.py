"""Nodes: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .. import inputs
from .._runtime.client.operation import CallOptions


class NodeCreate(CallOptions, total=False):
    """What `create` of nodes takes besides what it needs; an absent key is not sent."""

    by_name: Mapping[str, inputs.Node]
    children: Sequence[inputs.Node]
    edge: inputs.Edge
    next: inputs.Node | None
    value: inputs.Value
