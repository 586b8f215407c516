"""Shared: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model


class Boat(Model):
    """The `Boat` of the description."""

    id: str
