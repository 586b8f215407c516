"""Notes: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import CallOptions


class NoteCreate(CallOptions, total=False):
    """What `create` of notes takes besides what it needs; an absent key is not sent."""

    free: int
    """Default 3."""
    free_or_null: int | None
