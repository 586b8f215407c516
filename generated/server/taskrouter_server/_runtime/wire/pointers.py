"""JSON Pointers (RFC 6901), written and taken apart."""

from __future__ import annotations


def step(pointer: str, *names: str) -> str:
    """Append member names to a JSON Pointer."""
    return "/".join((pointer, *map(_escaped, names)))


def tokens(pointer: str) -> tuple[str, ...]:
    """The member names that a JSON Pointer leads by; what precedes its first slash is not looked at."""
    found = pointer.split("/")[1:]
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in found) if "~" in pointer else tuple(found)


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1") if "~" in name or "/" in name else name
