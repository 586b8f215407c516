"""Shop doors: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import Integer
from .._runtime.client.operation import Operation, path

LIST: Operation[None] = Operation(
    "listDoors", "GET", "/api/v1/shops/{shop}/doors", (path("shop", "shop", Integer()),), returns=None
)
