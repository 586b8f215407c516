"""Winds: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model


class ListWindsResponseMeta(Model):
    """The `ListWindsResponseMeta` of the description."""

    total: int | None = None


class ListWindsResponse(Model):
    """A page."""

    rows: list[str]
    meta: ListWindsResponseMeta
