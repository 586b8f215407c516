"""What values of a name must be. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.kinds import Array, String

ID = String(pattern="^P[0-9]+$")
IDS = Array(ID, max_items=9)
