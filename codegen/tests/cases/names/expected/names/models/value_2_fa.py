"""Value 2 fa: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model


class Value2Fa(Model):
    """The `Value2Fa` of the description."""

    on: bool | None = None
