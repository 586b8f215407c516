"""The two drivers of a flow. They differ only in how they wait."""

from __future__ import annotations

import time
from collections.abc import Generator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from .messages import Request
from .settings import Settings
from .steps import Pause

if TYPE_CHECKING:
    import httpx2
    import requests

    from .answers import Answer
    from .flow import Step
    from .operation import H, Operation, T
    from .pages import AsyncPager, Pager
    from .streams import AsyncDownload, AsyncStream, Download, Stream

Result = TypeVar("Result")


def pause(seconds: float) -> None:
    """Block for some seconds."""
    time.sleep(seconds)


async def async_pause(seconds: float) -> None:
    """Let others run for some seconds."""
    import asyncio

    await asyncio.sleep(seconds)


class Client:
    """Makes calls and blocks until they are done. Threads may share it; a forked child may go on using it."""

    def __init__(self, settings: Settings, session: requests.Session | None = None) -> None:
        from .requests_transport import Transport

        self._settings = settings
        self._transport = Transport(settings, session)

    def call(self, operation: Operation[T, Any], arguments: Mapping[str, object]) -> T:
        """Make one call and give what it returns."""
        from . import calls

        request = calls.build_request(operation, arguments, self._settings)
        return self._run(calls.exchange(operation, request, self._settings)).value

    def send(
        self, operation: Operation[T, H], arguments: Mapping[str, object], *, timeout: float | None = None
    ) -> Answer[T, H]:
        """Make one call and give what it returns with the status, the headers and the links."""
        from . import calls

        request = calls.build_request(operation, arguments, self._settings, timeout)
        answer = self._run(calls.exchange(operation, request, self._settings))
        return answer.linked(arguments, request, self.call)

    def download(self, operation: Operation[Any, Any], arguments: Mapping[str, object]) -> Download:
        """Make one call and give the content that it answers with as it comes."""
        from . import calls

        request = calls.build_request(operation, arguments, self._settings, is_streamed=True)
        return calls.Download(operation, request, self._run(calls.reach(operation, request, self._settings)))

    def stream(self, operation: Operation[T, Any], arguments: Mapping[str, object]) -> Stream[T]:
        """Make one call and give the items that it answers with as they come."""
        from . import calls

        request = calls.build_request(operation, arguments, self._settings, is_streamed=True)
        return calls.Stream(operation, request, self._run(calls.reach(operation, request, self._settings)))

    def pages(
        self, operation: Operation[T, Any], arguments: Mapping[str, object], limit: int | None = None
    ) -> Pager[Any, T]:
        """Give the items of a list, at most `limit`; pages are fetched while you iterate."""
        from . import calls

        first = calls.first_request(operation, arguments, limit, self._settings)
        return calls.Pager(
            lambda: calls.Walk(operation.pages, first, limit, self._settings),
            lambda request: self._run(calls.exchange(operation, request, self._settings)),
            lambda: self.pages(operation.plain, arguments, limit),
        )

    def _run(self, flow: Generator[Step, Any, Result]) -> Result:
        outcome: object = None
        try:
            while True:
                try:
                    step = flow.send(outcome)
                except StopIteration as done:
                    result: Result = done.value
                    return result
                outcome = self._taken(step)
        finally:
            flow.close()

    def _taken(self, step: Step) -> object:
        if isinstance(step, Request):
            return self._transport.send(step)
        if isinstance(step, Pause):
            pause(step.seconds)
            return None
        return step.block()

    def close(self) -> None:
        """Close the connections; a session that was passed stays open. Closing twice is fine."""
        self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._settings.base_url}>"


class AsyncClient:
    """Makes calls and awaits them. Tasks may share it; another event loop gets connections of its own."""

    def __init__(self, settings: Settings, http_client: httpx2.AsyncClient | None = None) -> None:
        from .httpx2_transport import AsyncTransport

        self._settings = settings
        self._transport = AsyncTransport(settings, http_client)

    async def call(self, operation: Operation[T, Any], arguments: Mapping[str, object]) -> T:
        """Make one call and give what it returns."""
        from . import calls

        request = calls.build_request(operation, arguments, self._settings)
        return (await self._run(calls.exchange(operation, request, self._settings))).value

    async def send(
        self, operation: Operation[T, H], arguments: Mapping[str, object], *, timeout: float | None = None
    ) -> Answer[T, H]:
        """Make one call and give what it returns with the status, the headers and the links."""
        from . import calls

        request = calls.build_request(operation, arguments, self._settings, timeout)
        answer = await self._run(calls.exchange(operation, request, self._settings))
        return answer.linked(arguments, request, self.call)

    async def download(self, operation: Operation[Any, Any], arguments: Mapping[str, object]) -> AsyncDownload:
        """Make one call and give the content that it answers with as it comes."""
        from . import calls

        request = calls.build_request(operation, arguments, self._settings, is_streamed=True)
        return calls.AsyncDownload(operation, request, await self._run(calls.reach(operation, request, self._settings)))

    async def stream(self, operation: Operation[T, Any], arguments: Mapping[str, object]) -> AsyncStream[T]:
        """Make one call and give the items that it answers with as they come."""
        from . import calls

        request = calls.build_request(operation, arguments, self._settings, is_streamed=True)
        return calls.AsyncStream(operation, request, await self._run(calls.reach(operation, request, self._settings)))

    def pages(
        self, operation: Operation[T, Any], arguments: Mapping[str, object], limit: int | None = None
    ) -> AsyncPager[Any, T]:
        """Give the items of a list, at most `limit`; pages are fetched while you iterate."""
        from . import calls

        first = calls.first_request(operation, arguments, limit, self._settings)
        return calls.AsyncPager(
            lambda: calls.Walk(operation.pages, first, limit, self._settings),
            lambda request: self._run(calls.exchange(operation, request, self._settings)),
            lambda: self.pages(operation.plain, arguments, limit),
        )

    async def _run(self, flow: Generator[Step, Any, Result]) -> Result:
        outcome: object = None
        try:
            while True:
                try:
                    step = flow.send(outcome)
                except StopIteration as done:
                    result: Result = done.value
                    return result
                outcome = await self._taken(step)
        finally:
            flow.close()

    async def _taken(self, step: Step) -> object:
        if isinstance(step, Request):
            return await self._transport.send(step)
        if isinstance(step, Pause):
            await async_pause(step.seconds)
            return None
        return await step.wait()

    async def close(self) -> None:
        """Close the connections; a client that was passed stays open. Closing twice is fine."""
        await self._transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._settings.base_url}>"
