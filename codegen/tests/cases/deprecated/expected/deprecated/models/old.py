"""Old: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model


class FetchOldResponse(Model):
    """It."""

    age: int | None = None
    """How old it is."""
