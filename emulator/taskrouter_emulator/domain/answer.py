"""What an operation gives back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from ..preconditions import etag
from ..representation import Shown


@dataclass(frozen=True, slots=True)
class Answer:
    """A body (None: no content) and the value of `ETag`, for what has one."""

    body: Shown | None = None
    etag: str | None = None


def versioned(body: Shown, version: int) -> Answer:
    """A resource with its version."""
    return Answer(body, etag(version))


def versioned_page(body: Shown, versions: Iterable[tuple[str, int]]) -> Answer:
    """A page with a tag over the SIDs and versions of what is on it."""
    digest = blake2b(digest_size=12)
    for sid, version in versions:
        digest.update(f"{sid}/{version};".encode())
    return Answer(body, f'"{digest.hexdigest()}"')
