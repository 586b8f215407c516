"""`If-Match` and `ETag` (RFC 9110, 8.8.3 and 13.1.1), as leniently as clients of this API need."""

from __future__ import annotations

import re

# Clients send the bare number, the entity tag, and weak ones alike.
_TAG = re.compile(r'(?:W/)?"([^"]*)"|([^\s",]+)')


def etag(version: int) -> str:
    """The value of `ETag` for a version."""
    return f'"{version}"'


def is_met(if_match: str | None, version: int) -> bool:
    """Whether the header allows the change: it is absent, `*`, or one of its tags is the present version."""
    if if_match is None or if_match.strip() == "*":
        return True
    tags = (quoted or bare for quoted, bare in _TAG.findall(if_match))
    return any(tag == str(version) for tag in tags)
