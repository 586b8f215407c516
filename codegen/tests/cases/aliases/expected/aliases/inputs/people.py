"""People: what requests hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import TypeAliasType

Id = TypeAliasType("Id", str)
"""The id of a person."""
OtherId = Id
Ids = TypeAliasType("Ids", Sequence[OtherId])
