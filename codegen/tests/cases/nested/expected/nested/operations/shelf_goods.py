"""Shelf goods: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import Operation
from . import shared

FETCH: Operation[None] = Operation(
    "fetchGood",
    "GET",
    "/api/v1/shops/{shop_id}/shelves/{number}/goods/{good}",
    (shared.SHOP_ID, shared.NUMBER, shared.GOOD),
    returns=None,
)
