"""Says what is wrong with a description: all that the stages find, and what rules of its own find beyond that."""

from __future__ import annotations

from .catalogue import CATALOGUE, Entry
from .engine import Linted, lint

__all__ = ["CATALOGUE", "Entry", "Linted", "lint"]
