"""Lamps: what requests hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

Colour = TypeAliasType("Colour", Literal["red", "green", "dark blue", ""])
"""What it shines in."""
