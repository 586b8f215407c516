"""Lifts: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from .._runtime.client.models import Model

State = TypeAliasType("State", Literal["idle", "called", "moving", "broken"])
"""What it is doing."""


class Error(Model):
    """The `Error` of the description."""

    message: str


class Lift(Model):
    """The `Lift` of the description."""

    state: State | str
