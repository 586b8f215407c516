"""Boats: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import CallOptions


class BoatList(CallOptions, total=False):
    """What `list` of boats takes besides what it needs; an absent key is not sent."""

    per_page: int
    """Default 30."""
    page: int
    """Default 1."""
