"""Notes: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model


class Place(Model):
    """The `Place` of the description."""

    town: str


class Note(Model):
    """The `Note` of the description."""

    always: str
    always_or_null: str | None
    reference_or_null: Place | None
    list_of_nulls: list[float | None] | None = None
    sometimes: int | None = None
    sometimes_or_null: int | None = None
