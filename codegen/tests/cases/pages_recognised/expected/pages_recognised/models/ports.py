"""Ports: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model
from .shared import Boat


class ListPortsResponse(Model):
    """A page."""

    data: list[Boat]
    has_more: bool
