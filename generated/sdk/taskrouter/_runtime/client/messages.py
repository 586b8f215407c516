"""What goes out and what comes back, as a driver sees it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from .errors import Headers

if TYPE_CHECKING:
    from .files import Upload


@dataclass(frozen=True, slots=True)
class Request:
    """What a driver sends: bytes that no HTTP client needs to change. Headers, body and query are in no `repr`.

    `is_streamed` leaves the body of a successful answer unread.
    """

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    body: bytes | Upload | None = field(repr=False)
    timeout: float | None
    is_streamed: bool = False

    @property
    def place(self) -> str:
        """The URL without its query, which may hold secrets."""
        return self.url.partition("?")[0]


class Chunks(Protocol):
    """The body of an answer that is still coming, decompressed."""

    def __iter__(self) -> Iterator[bytes]:
        """Give it as it comes. Raises `TransportError` where the rest does not."""
        ...

    def close(self) -> None:
        """Leave the rest."""
        ...


class AsyncChunks(Protocol):
    """The body of an answer that is still coming, decompressed."""

    def __aiter__(self) -> AsyncIterator[bytes]:
        """Give it as it comes. Raises `TransportError` where the rest does not."""
        ...

    async def close(self) -> None:
        """Leave the rest."""
        ...


@dataclass(frozen=True, slots=True)
class Response:
    """What came back: the body as a whole, or as `Chunks` or `AsyncChunks` that are still to come."""

    status: int
    headers: Headers
    body: bytes = field(repr=False)
    chunks: Any = field(default=None, repr=False, compare=False)
