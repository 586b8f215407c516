"""Shop shelves: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import Operation
from . import shared

LIST: Operation[None] = Operation(
    "listShelves", "GET", "/api/v1/shops/{shop_id}/shelves", (shared.SHOP_ID,), returns=None
)
