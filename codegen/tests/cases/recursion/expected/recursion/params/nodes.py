"""Nodes: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .. import models
from .._runtime.client.operation import CallOptions


class NodeCreate(CallOptions, total=False):
    """What `create` of a node takes besides what it needs; an absent key is not sent."""

    by_name: Mapping[str, Mapping[str, object]]
    children: Sequence[Mapping[str, object]]
    edge: Mapping[str, object]
    next: Mapping[str, object] | None
    value: models.Value
