"""Value 2fa: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model


class Value2fa(Model):
    """The `Value2fa` of the description."""

    on: bool | None = None
