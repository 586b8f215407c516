"""Records: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client import formats
from .._runtime.client.models import Model


class CreateRecordResponse(Model):
    """The record."""

    at: formats.DateTime
    day: formats.Date | None
    id: formats.Uuid | None = None
    mail: str | None = None
    share: float | None = None
