"""What values of a name must be. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import Enum

COLOUR = Enum("red", "green", "dark blue", "")
