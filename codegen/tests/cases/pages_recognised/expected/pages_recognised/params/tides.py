"""Tides: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import CallOptions


class TideList(CallOptions, total=False):
    """What `list` of tides takes besides what it needs; an absent key is not sent."""

    page: int
    """Default 1."""
    per_page: int
    """At most 200."""
