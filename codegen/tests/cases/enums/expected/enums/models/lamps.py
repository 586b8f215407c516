"""Lamps: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from .._runtime.client.models import Model

Colour = TypeAliasType("Colour", Literal["red", "green", "dark blue", ""])
"""What it shines in."""


class Lamp(Model):
    """The `Lamp` of the description."""

    colour: Colour | str
    kind: Literal["lamp"] | str
    level: Literal[1, 2, 3] | int | None = None
    others: list[Colour | str] | None = None
    was: Literal["red", "green"] | str | None = None
