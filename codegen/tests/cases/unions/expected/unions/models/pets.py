"""Pets: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated, Literal

from typing_extensions import TypeAliasType

from .._runtime.client import formats
from .._runtime.client.models import Model
from .._runtime.client.unions import Tagged, UnknownObject

Positive = TypeAliasType("Positive", int)


class Cat(Model):
    """The `Cat` of the description."""

    kind: str
    lives: int
    born: formats.Date | None = None


class Tag(Model):
    """The `Tag` of the description."""

    number: Positive | None = None


class Dog(Model):
    """The `Dog` of the description."""

    kind: Literal["dog"] | str
    size: str | int | None = None
    tag: Tag | None = None
    """Its tag."""


Pet = TypeAliasType("Pet", Annotated[Cat | Dog | UnknownObject, Tagged("kind", {"cat": "Cat", "dog": "Dog"})])
