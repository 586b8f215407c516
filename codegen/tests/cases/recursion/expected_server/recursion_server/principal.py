"""Who calls. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import TypeVar

P = TypeVar("P")
"""Whatever an implementation's `authenticate` says of who calls."""
