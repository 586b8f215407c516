"""Models: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from .._runtime.client.models import Model

Literal_ = TypeAliasType("Literal_", Literal["a", "b"])


class Model_(Model):
    """The `Model_` of the description."""

    kind: Literal_ | str | None = None
    name: str | None = None
