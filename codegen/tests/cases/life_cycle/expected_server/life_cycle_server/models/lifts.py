"""Lifts: what requests and answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType, TypedDict

State = TypeAliasType("State", Literal["idle", "called", "moving", "broken"])
"""What it is doing."""


class Lift(TypedDict):
    """The `Lift` of the description."""

    state: State
