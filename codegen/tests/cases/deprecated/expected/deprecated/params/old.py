"""Old: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.operation import CallOptions


class OldFetch(CallOptions, total=False):
    """What `fetch` of old takes besides what it needs; an absent key is not sent."""

    age: int
    """Deprecated. How old."""
    year: int
    """Since when. Deprecated in favour of nothing."""
