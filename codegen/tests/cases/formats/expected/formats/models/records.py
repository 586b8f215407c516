"""Records: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import date, datetime

from .._runtime.client.models import Model


class CreateRecordResponse(Model):
    """The record."""

    at: datetime
    day: date | None
    id: str | None = None
    mail: str | None = None
    share: float | None = None
