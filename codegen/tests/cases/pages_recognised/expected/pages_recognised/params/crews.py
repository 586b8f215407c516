"""Crews: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import CallOptions


class CrewList(CallOptions, total=False):
    """What `list` of crews takes besides what it needs; an absent key is not sent."""

    page_token: str
    page_size: int
    """At most 50."""
