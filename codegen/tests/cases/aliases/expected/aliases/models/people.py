"""People: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType

from .._runtime.client.models import Model

Labels = TypeAliasType("Labels", dict[str, str])
Id = TypeAliasType("Id", str)
"""The id of a person."""
OtherId = Id


class Person(Model):
    """The `Person` of the description."""

    id: OtherId
    boss: Human | None = None
    friends: Folk | None = None
    labels: Labels | None = None


Human = Person

Folk = TypeAliasType("Folk", list[Human])
"""Many."""
