"""Dog bookings: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .shared import BookingUpdate


class DogBookingUpdate(BookingUpdate, total=False):
    """What `update` of dog bookings takes besides what it needs; an absent key is not sent."""

    leash: str
    """The field."""
