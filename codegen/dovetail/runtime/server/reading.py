"""What reads parameters back stands beside what writes them, in `wire.reading`."""

from __future__ import annotations

from ..wire.reading import split_pairs, unescape_text

__all__ = ["split_pairs", "unescape_text"]
