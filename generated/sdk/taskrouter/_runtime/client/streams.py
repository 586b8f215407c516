"""Answers that are read as they come: downloads, and streams of items."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self

from ..wire.streams import Event
from .answers import undecodable
from .errors import DecodeError, Headers
from .messages import AsyncChunks, Chunks, Request, Response
from .operation import Operation, T
from .readers import STREAMS, Reader, chosen, problems_of


class Opened:
    """An answer of which the head is there, and the body is still to come; it can be read once."""

    def __init__(self, operation: Operation[Any, Any], request: Request, response: Response) -> None:
        self._operation, self._request, self._response = operation, request, response
        self._is_begun = False

    @property
    def status(self) -> int:
        """The status of the answer."""
        return self._response.status

    @property
    def headers(self) -> Headers:
        """The headers of the answer."""
        return self._response.headers

    @property
    def content_type(self) -> str:
        """The media type of the body as the answer says it, empty where it does not."""
        return self._response.headers.get("content-type", "")

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.status} {self.content_type}>"

    def _begin(self) -> Any:
        if self._is_begun:
            raise RuntimeError("the answer can be read once, and was")
        self._is_begun = True
        return self._response.chunks


class Parsed(Opened, Generic[T]):
    """Bytes as they come, read as the items of a stream; without I/O."""

    def __init__(self, operation: Operation[T, Any], request: Request, response: Response) -> None:
        super().__init__(operation, request, response)
        documented = [reader for reader in operation.successes if reader.form in STREAMS] or operation.successes
        self._reader: Reader = chosen(documented, response.status, self.content_type, is_empty=False)
        self._parser = self._reader.parser()
        self._is_over = False

    def _fed(self, chunk: bytes) -> Iterator[Event | bytes]:
        return self._until_last(lambda: self._parser.feed(chunk))

    def _ended(self) -> Iterator[Event | bytes]:
        return self._until_last(self._parser.end)

    def _until_last(self, parse: Callable[[], Sequence[Event | bytes]]) -> Iterator[Event | bytes]:
        """Give what is complete, and nothing after an event by which the API says that it was the last."""
        try:
            found = parse()
        except ValueError as error:
            raise self._undecodable(error) from None
        for item in found:
            if self._reader.is_end(item):
                self._is_over = True
                return
            yield item

    def _item(self, found: Event | bytes) -> T:
        try:
            item: T = self._reader.item(found)
        except ValueError as error:
            raise self._undecodable(error) from None
        return item

    def _undecodable(self, error: ValueError) -> DecodeError:
        return undecodable(self._operation, self._request, self._response, problems_of(error))


class Closing(Opened):
    """An answer that can be left before its end."""

    def close(self) -> None:
        """Leave the rest, and let the connection go."""
        self._response.chunks.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class Download(Closing):
    """The content of an answer as it comes: iterate its chunks, `read` it whole, or `save` it.

    The connection is let go at the end of the content, by `close`, or at the end of a `with` block.
    """

    def __iter__(self) -> Iterator[bytes]:
        chunks: Chunks = self._begin()
        try:
            yield from chunks
        finally:
            chunks.close()

    def read(self) -> bytes:
        """Give all of it."""
        content = bytearray()
        for chunk in self:
            content += chunk
        return bytes(content)

    def save(self, path: str | os.PathLike[str]) -> int:
        """Write all of it to a file; give its size in bytes. What was written stays, also if the rest never comes."""
        size = 0
        with Path(path).open("wb") as file:
            for chunk in self:
                size += file.write(chunk)
        return size


class Stream(Parsed[T], Closing):
    """The items of an answer as they come; iterate it, or for server-sent events `events()`.

    The connection is let go at the end of the stream, by `close`, or at the end of a `with` block.
    """

    def __iter__(self) -> Iterator[T]:
        for found in self._found():
            yield self._item(found)

    def events(self) -> Iterator[Event]:
        """Iterate the server-sent events as they are: with their names, ids and data as text."""
        for found in self._found():
            if isinstance(found, Event):
                yield found

    def _found(self) -> Iterator[Event | bytes]:
        chunks: Chunks = self._begin()
        try:
            for chunk in chunks:
                yield from self._fed(chunk)
                if self._is_over:
                    return
            yield from self._ended()
        finally:
            chunks.close()


class AsyncClosing(Opened):
    """An answer that can be left before its end."""

    async def close(self) -> None:
        """Leave the rest, and let the connection go."""
        await self._response.chunks.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()


class AsyncDownload(AsyncClosing):
    """The content of an answer as it comes: iterate its chunks, `read` it whole, or `save` it.

    The connection is let go at the end of the content, by `close`, or at the end of an `async with` block.
    """

    async def __aiter__(self) -> AsyncIterator[bytes]:
        chunks: AsyncChunks = self._begin()
        try:
            async for chunk in chunks:
                yield chunk
        finally:
            await chunks.close()

    async def read(self) -> bytes:
        """Give all of it."""
        content = bytearray()
        async for chunk in self:
            content += chunk
        return bytes(content)

    async def save(self, path: str | os.PathLike[str]) -> int:
        """Write all of it to a file; give its size in bytes. What was written stays, also if the rest never comes."""
        size = 0
        with await asyncio.to_thread(Path(path).open, "wb") as file:
            async for chunk in self:
                size += await asyncio.to_thread(file.write, chunk)
        return size


class AsyncStream(Parsed[T], AsyncClosing):
    """The items of an answer as they come; iterate it, or for server-sent events `events()`.

    The connection is let go at the end of the stream, by `close`, or at the end of an `async with` block.
    """

    async def __aiter__(self) -> AsyncIterator[T]:
        async for found in self._found():
            yield self._item(found)

    async def events(self) -> AsyncIterator[Event]:
        """Iterate the server-sent events as they are: with their names, ids and data as text."""
        async for found in self._found():
            if isinstance(found, Event):
                yield found

    async def _found(self) -> AsyncIterator[Event | bytes]:
        chunks: AsyncChunks = self._begin()
        try:
            async for chunk in chunks:
                for found in self._fed(chunk):
                    yield found
                if self._is_over:
                    return
            for found in self._ended():
                yield found
        finally:
            await chunks.close()
