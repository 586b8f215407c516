"""Shared: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import CallOptions


class BookingUpdate(CallOptions, total=False):
    """What `update` of bookings takes besides what it needs; an absent key is not sent."""

    field_eight: str
    """The eight field."""
    field_five: str
    """The five field."""
    field_four: str
    """The four field."""
    field_nine: str
    """The nine field."""
    field_one: str
    """The one field."""
    field_seven: str
    """The seven field."""
    field_six: str
    """The six field."""
    field_three: str
    """The three field."""
    field_two: str
    """The two field."""
