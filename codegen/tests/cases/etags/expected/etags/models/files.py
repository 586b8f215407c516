"""Files: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model


class File(Model):
    """The `File` of the description."""

    size: int | None = None
    text: str | None = None
