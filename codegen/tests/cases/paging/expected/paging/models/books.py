"""Books: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model


class Book(Model):
    """The `Book` of the description."""

    title: str
