"""Tides: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model


class ListTidesResponseMeta(Model):
    """The `ListTidesResponseMeta` of the description."""

    total: int | None = None


class ListTidesResponse(Model):
    """A page."""

    rows: list[str]
    meta: ListTidesResponseMeta
