"""Lifts: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.client.operation import CallOptions


class LiftUpdate(CallOptions, total=False):
    """What `update` of lifts takes besides what it needs; an absent key is not sent."""

    state: Literal["called"]
    """What it is doing."""
