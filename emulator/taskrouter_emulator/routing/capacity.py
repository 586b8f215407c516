"""The arithmetic of worker channels."""

from __future__ import annotations


def available_capacity_percentage(configured: int, assigned: int) -> int:
    """The free share of a channel in whole percent, 0..100, halves rounded up.

    A capacity that was lowered below what is assigned leaves 0, as does a capacity of 0.
    """
    if configured <= 0:
        return 0
    free = min(max(configured - assigned, 0), configured)
    return (200 * free + configured) // (2 * configured)
