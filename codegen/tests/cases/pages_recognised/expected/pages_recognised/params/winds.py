"""Winds: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import CallOptions


class WindList(CallOptions, total=False):
    """What `list` of winds takes besides what it needs; an absent key is not sent."""

    offset: int
    limit_: int
    """Default 20."""
