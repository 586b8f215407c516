"""Books: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import CallOptions


class BookList(CallOptions, total=False):
    """What `list` of books takes besides what it needs; an absent key is not sent."""

    genre: str
    page_size: int
    """Default 20; 1 to 100."""
