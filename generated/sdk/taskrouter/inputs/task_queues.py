"""Task queues: what requests hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType

MaxReservedWorkers = TypeAliasType("MaxReservedWorkers", int)
"""Workers that one task is offered to at the same time."""
