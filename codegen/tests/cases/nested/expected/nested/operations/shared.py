"""What several operations have in common. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import Integer, String
from .._runtime.client.operation import path

SHOP_ID = path("shop_id", "shop_id", String())
NUMBER = path("number", "number", Integer())
GOOD = path("good", "good", String())
