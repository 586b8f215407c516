"""Who calls. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import TypeVar

P = TypeVar("P")
"""Whatever an implementation's `authenticate` says of who calls."""
