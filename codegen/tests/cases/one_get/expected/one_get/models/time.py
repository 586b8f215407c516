"""Time: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import datetime

from .._runtime.client.models import Model


class Time(Model):
    """A moment, and where it is read."""

    now: datetime
    """The moment."""
    zone: str | None = None
    """The time zone of the clock."""
