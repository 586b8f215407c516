"""JSON Pointers (RFC 6901): the addresses of values within a document."""

from __future__ import annotations

from collections.abc import Iterable


def escape(token: str) -> str:
    """One reference token as it stands in a pointer."""
    return token.replace("~", "~0").replace("/", "~1") if "~" in token or "/" in token else token


def unescape(token: str) -> str:
    """What a reference token stands for."""
    return token.replace("~1", "/").replace("~0", "~") if "~" in token else token


def join(pointer: str, *tokens: str | int) -> str:
    """The pointer of what lies `tokens` below `pointer`."""
    for token in tokens:
        pointer = f"{pointer}/{escape(token) if isinstance(token, str) else token}"
    return pointer


def build(tokens: Iterable[str | int]) -> str:
    """The pointer of a path of keys and indices from the root."""
    return join("", *tokens)


def parse(pointer: str) -> tuple[str, ...]:
    """The reference tokens of a pointer; `ValueError` where it is neither empty nor begins with a slash."""
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise ValueError(f"not a JSON Pointer: {pointer!r}")
    return tuple(map(unescape, pointer[1:].split("/")))
