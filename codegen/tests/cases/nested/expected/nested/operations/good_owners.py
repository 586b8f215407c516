"""Good owners: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import Integer
from .._runtime.client.operation import Operation, path
from . import shared

LIST: Operation[None] = Operation(
    "listOwners",
    "GET",
    "/api/v1/shops/{shop_id}/shelves/{shelf}/goods/{good}/owners",
    (shared.SHOP_ID, path("shelf", "shelf", Integer()), shared.GOOD),
    returns=None,
)
