"""Pets: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from datetime import date
from typing import Literal

from typing_extensions import TypeAliasType

from .._runtime.client.models import Model

Positive = TypeAliasType("Positive", int)


class Cat(Model):
    """The `Cat` of the description."""

    kind: str
    lives: int
    born: date | None = None


class Tag(Model):
    """The `Tag` of the description."""

    number: Positive | None = None


class Dog(Model):
    """The `Dog` of the description."""

    kind: Literal["dog"] | str
    size: str | int | None = None
    tag: Tag | None = None
    """Its tag."""


Pet = TypeAliasType("Pet", Cat | Dog)
