"""Nodes: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Array, Map, Nullable, String
from .._runtime.client.operation import Operation, field
from . import kinds

LIST: Operation[models.Node] = Operation("fetchNode", "GET", "/nodes", (), returns=models.Node)

CREATE: Operation[models.Value] = Operation(
    "createNode",
    "POST",
    "/nodes",
    (
        field("name", "name", String(), is_required=True),
        field("by_name", "byName", Map(kinds.NODE)),
        field("children", "children", Array(kinds.NODE)),
        field("edge", "edge", kinds.EDGE),
        field("next", "next", Nullable(kinds.NODE)),
        field("value", "value", kinds.VALUE),
    ),
    returns=models.Value,
    body="application/json",
    body_required=True,
)
