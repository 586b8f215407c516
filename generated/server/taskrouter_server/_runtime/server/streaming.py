"""Sending a body while it is made."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Callable
from inspect import isasyncgen, isgenerator

from starlette.concurrency import iterate_in_threadpool, run_in_threadpool

from .bodies import Stream


async def chunks(stream: Stream, failed: Callable[[Exception], None]) -> AsyncIterator[bytes]:
    """Give the bytes of each item; what is iterated blockingly runs in a thread.

    The status is sent by then, so that an item that is not as documented, or an error, can only cut the body off:
    `failed` is told, and the exception goes on to the HTTP server, which closes the connection.
    """
    items = stream.items
    source = items if isinstance(items, AsyncIterable) else iterate_in_threadpool(items)
    try:
        async for item in source:
            yield stream.write(item)
    except Exception as error:
        failed(error)
        raise
    finally:
        await close(stream)


async def close(stream: Stream) -> None:
    """Let a generator end, which may hold something open, whether all of it was sent or not."""
    if isasyncgen(stream.items):
        await stream.items.aclose()
    elif isgenerator(stream.items):
        await run_in_threadpool(stream.items.close)
