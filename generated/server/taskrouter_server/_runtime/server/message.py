"""One request as ASGI gives it: its head, and its body within the limits."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import cached_property
from urllib.parse import quote

import anyio
from starlette.types import Receive, Scope

from .calls import Refusal
from .faults import Fault
from .judge import joined_headers
from .limits import Limits


class Disconnected(Exception):
    """The client went away before its request was complete."""


class Oversized(Exception):
    """The body is larger or slower than the limits; `status` and `fault` say which."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        self.fault = Fault("body", "", "limit", message)
        super().__init__(message)


class Message:
    """A request: `path` and `query` are as sent, still percent-encoded; `headers` has lower-case names."""

    def __init__(self, scope: Scope, receive: Receive, limits: Limits) -> None:
        self.scope, self._receive, self._limits = scope, receive, limits
        self.method: str = scope["method"].upper()
        raw = scope.get("raw_path") or quote(scope["path"]).encode("ascii")
        root = quote(scope.get("root_path", ""))
        self.path: str = raw.decode("latin-1").removeprefix(root)
        self.query: str = scope["query_string"].decode("utf-8", "surrogateescape")
        self._is_read = False

    @cached_property
    def fields(self) -> list[tuple[str, str]]:
        """Every header field as sent; RFC 9110 (5.5) takes bytes beyond ASCII as opaque, hence Latin-1."""
        return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in self.scope["headers"]]

    @cached_property
    def headers(self) -> dict[str, str]:
        """The headers by lower-case name."""
        return joined_headers(self.fields)

    @property
    def url(self) -> str:
        """The absolute URL as the sender sees it."""
        server = self.scope.get("server") or ("localhost", None)
        host = self.headers.get("host") or f"{server[0]}:{server[1]}"
        query = f"?{self.query}" if self.query else ""
        return f"{self.scope.get('scheme', 'http')}://{host}{quote(self.scope.get('root_path', ''))}{self.path}{query}"

    @property
    def is_unread(self) -> bool:
        """Whether a body was announced and not read to its end."""
        announced = self.headers.get("content-length", "0") != "0" or "transfer-encoding" in self.headers
        return announced and not self._is_read

    def refusal(self, status: int, operation_id: str, faults: tuple[Fault, ...] = ()) -> Refusal:
        """The refusal of this request by its operation."""
        return Refusal(status, self.method, self.path, operation_id, faults)

    async def body(self) -> bytes:
        """Read the whole body.

        Raises:
            Oversized: it is larger than the limit (413) or did not arrive in time (408).
            Disconnected: the client went away.
        """
        announced = self.headers.get("content-length", "0")
        if announced.isdecimal() and int(announced[:20]) > self._limits.body:
            raise self._too_large
        chunks: list[bytes] = []
        size = 0
        with anyio.move_on_after(self._limits.body_seconds):
            async for chunk in self._chunks():
                size += len(chunk)
                if size > self._limits.body:
                    raise self._too_large
                chunks.append(chunk)
        if not self._is_read:
            raise Oversized(408, f"must arrive within {self._limits.body_seconds:g} seconds")
        return b"".join(chunks)

    async def drain(self) -> None:
        """Throw the rest of the body away, within limits: else its sender may never read the answer.

        A sender that waits for `100 Continue` (RFC 9110, 10.1.1) is not asked for it.
        """
        left = self._limits.drained if "expect" not in self.headers else 0
        if not left:
            return
        with anyio.move_on_after(1):
            async for chunk in self._chunks():
                left -= len(chunk)
                if left < 0:
                    return

    @property
    def _too_large(self) -> Oversized:
        return Oversized(413, f"must be at most {self._limits.body} bytes")

    async def _chunks(self) -> AsyncIterator[bytes]:
        while not self._is_read:
            event = await self._receive()
            if event["type"] == "http.disconnect":
                raise Disconnected
            self._is_read = not event.get("more_body", False)
            yield event.get("body", b"")
