"""Orders: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .._runtime.client.operation import CallOptions


class OrderCreate(CallOptions, total=False):
    """What `create` of orders takes besides what it needs; an absent key is not sent."""

    labels: Mapping[str, int]
    notes: Sequence[str]
    paid: bool | None
    secret: str
