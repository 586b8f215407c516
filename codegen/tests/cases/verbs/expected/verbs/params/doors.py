"""Doors: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from .._runtime.client.operation import CallOptions


class DoorUpdate(CallOptions, total=False):
    """What `update` of doors takes besides what it needs; an absent key is not sent."""

    if_match: str
    action: Literal["open", "lock", "paint"]
    lock_code: str
    """The code, digits only."""
    paint_coats: int
    """How often. 1 to 9."""
    paint_colour: str
    """The colour."""
    paint_from: str
    """Which side."""
    reason: str


class DoorLock(CallOptions, total=False):
    """What `lock` of doors takes besides what it needs; an absent key is not sent."""

    if_match: str
    reason: str


class DoorOpen(CallOptions, total=False):
    """What `open` of doors takes besides what it needs; an absent key is not sent."""

    if_match: str
    reason: str


class DoorPaint(CallOptions, total=False):
    """What `paint` of doors takes besides what it needs; an absent key is not sent."""

    if_match: str
    coats: int
    """How often. 1 to 9."""
    from_: str
    """Which side."""
