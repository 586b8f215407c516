"""How large and how slow a request may be.

What the HTTP server refuses before the application sees it has other bounds: uvicorn with h11 answers a head of more
than 64 KiB (`h11_max_incomplete_event_size`), a malformed request line, header or chunk, and a wrong Content-Length
with its own plain 400 and closes the connection.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a request; beyond them it is refused with the status that RFC 9110 and RFC 6585 name."""

    body: int = 1024 * 1024
    """Bytes of a body; more is refused with 413."""
    url: int = 8 * 1024
    """Bytes of path and query; more is refused with 414."""
    headers: int = 100
    """Header fields; more are refused with 431."""
    header_bytes: int = 32 * 1024
    """Bytes of all header names and values; more are refused with 431."""
    body_seconds: float = 30.0
    """Seconds in which a body must have arrived; a slower one is refused with 408."""
    drained: int = 8 * 1024 * 1024
    """Bytes of a refused body that are read and thrown away, so that its sender can read the refusal."""

    def refused_status(self, scope: Mapping[str, Any]) -> int | None:
        """The status with which a request of this head is refused, or None when it keeps to the bounds."""
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > self.url:
            return 414
        fields = scope["headers"]
        if len(fields) > self.headers or sum(len(name) + len(value) for name, value in fields) > self.header_bytes:
            return 431
        return None
