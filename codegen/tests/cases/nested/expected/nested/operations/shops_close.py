"""Shops close: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import Operation
from . import shared

CREATE: Operation[None] = Operation(
    "closeShop", "POST", "/api/v1/shops/{shop_id}/close", (shared.SHOP_ID,), returns=None
)
