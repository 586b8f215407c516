"""What the two transports have in common: how a fault is told, and by whom a scheme goes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from .errors import TransportError

if TYPE_CHECKING:
    from .messages import Request

CONNECTIONS = 100
"""Connections that are kept open for later."""
CHUNK = 64 * 1024
"""Bytes of a streamed answer that are given at a time, at most."""


def by_scheme(proxies: Mapping[str, str]) -> dict[str, str]:
    """Give the proxy of each scheme that has one."""
    given = {scheme.removesuffix("://"): url for scheme, url in proxies.items()}
    return {
        scheme: given.get(scheme, given.get("all", ""))
        for scheme in ("http", "https")
        if given.keys() & {scheme, "all"}
    }


def causes_of(error: BaseException) -> Iterator[BaseException]:
    """Give an error and what it came of, the first cause last."""
    current: BaseException | None = error
    for _ in range(20):
        if current is None:
            return
        yield current
        reason = getattr(current, "reason", None)
        nested = next((arg for arg in current.args if isinstance(arg, BaseException)), None)
        following = current.__cause__ or current.__context__ or nested
        current = reason if isinstance(reason, BaseException) else following


def described(kind: type[TransportError], causes: Sequence[BaseException], request: Request) -> TransportError:
    """Make an error of what the operating system or TLS said: the libraries' own messages hold the query."""
    system = next((cause for cause in reversed(causes) if isinstance(cause, OSError) and cause.strerror), None)
    reason: object = type(causes[-1]).__name__
    if isinstance(system, OSError):
        # asyncio puts words of its own in place of the system's.
        reason = os.strerror(system.errno or 0) if isinstance(system, ConnectionError) else system.strerror
    return kind(f"{request.method} {request.place}: {reason}")
