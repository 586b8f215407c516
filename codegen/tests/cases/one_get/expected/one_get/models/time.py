"""Time: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client import formats
from .._runtime.client.models import Model


class Time(Model):
    """A moment, and where it is read."""

    now: formats.DateTime
    """The moment."""
    zone: str | None = None
    """The time zone of the clock."""
