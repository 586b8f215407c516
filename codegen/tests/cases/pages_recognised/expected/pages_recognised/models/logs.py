"""Logs: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model


class ListLogsResponseMeta(Model):
    """The `ListLogsResponseMeta` of the description."""

    total: int | None = None


class ListLogsResponse(Model):
    """A page."""

    rows: list[str]
    meta: ListLogsResponseMeta
