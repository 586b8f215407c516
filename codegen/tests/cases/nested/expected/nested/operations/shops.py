"""Shops: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import Operation
from . import shared

LIST: Operation[None] = Operation("listShops", "GET", "/api/v1/shops", (), returns=None)

CREATE: Operation[None] = Operation("createShop", "POST", "/api/v1/shops", (), returns=None)

FETCH: Operation[None] = Operation("fetchShop", "GET", "/api/v1/shops/{shop_id}", (shared.SHOP_ID,), returns=None)

UPDATE: Operation[None] = Operation("patchShop", "PATCH", "/api/v1/shops/{shop_id}", (shared.SHOP_ID,), returns=None)

DELETE: Operation[None] = Operation("deleteShop", "DELETE", "/api/v1/shops/{shop_id}", (shared.SHOP_ID,), returns=None)

CLOSE: Operation[None] = Operation(
    "closeShop", "POST", "/api/v1/shops/{shop_id}/close", (shared.SHOP_ID,), returns=None
)
