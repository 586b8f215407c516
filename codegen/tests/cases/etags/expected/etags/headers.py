"""What headers of answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypedDict


class ETagAndXLeftHeaders(TypedDict, total=False):
    """Headers of an answer; those that are absent or not as described are left out."""

    e_tag: str
    """ETag."""
    x_left: int
    """X-Left."""
