"""Label prints: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import String
from .._runtime.client.operation import Operation, path
from . import shared

LIST: Operation[None] = Operation(
    "listPrints",
    "GET",
    "/api/v1/shops/{shop_id}/shelves/{number}/goods/{good}/labels/{label}/prints",
    (shared.SHOP_ID, shared.NUMBER, shared.GOOD, path("label", "label", String())),
    returns=None,
)
