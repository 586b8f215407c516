"""Crews: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model
from .shared import Boat


class ListCrewsResponse(Model):
    """A page."""

    crews: list[Boat] | None = None
    next_page_token: str | None = None
