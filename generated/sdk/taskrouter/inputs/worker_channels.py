"""Worker channels: what requests hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType

Capacity = TypeAliasType("Capacity", int)
"""Tasks that a worker takes on one channel at the same time."""
