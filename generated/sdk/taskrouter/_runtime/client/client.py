"""The two drivers of a flow. They differ only in how they wait."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx2
import requests

from .arguments import Request, build_request
from .flow import Answer, Outcome, Pause, exchange
from .operation import Operation
from .pages import AsyncPager, Pager, Walk, first_request
from .settings import Settings
from .transports import AsyncTransport, Transport

T = TypeVar("T")


class Client:
    """Makes calls and blocks until they are done. Threads may share it; a forked child may go on using it."""

    def __init__(self, settings: Settings, session: requests.Session | None = None) -> None:
        self._settings = settings
        self._transport = Transport(settings, session)

    def call(self, operation: Operation[T], arguments: Mapping[str, object]) -> T:
        """Make one call and give what it returns."""
        return self._exchange(operation, build_request(operation, arguments, self._settings)).value

    def send(
        self, operation: Operation[T], arguments: Mapping[str, object], *, timeout: float | None = None
    ) -> Answer[T]:
        """Make one call and give what it returns with the status and the headers."""
        return self._exchange(operation, build_request(operation, arguments, self._settings, timeout))

    def pages(
        self, operation: Operation[T], arguments: Mapping[str, object], limit: int | None = None
    ) -> Pager[Any, T]:
        """Give the items of a list, at most `limit`; pages are fetched while you iterate."""
        first = first_request(operation, arguments, limit, self._settings)
        return Pager(
            lambda: Walk(operation.pages, first, limit, self._settings),
            lambda request: self._exchange(operation, request),
        )

    def _exchange(self, operation: Operation[T], request: Request) -> Answer[T]:
        flow = exchange(operation, request, self._settings)
        outcome: Outcome = None
        while True:
            try:
                step = flow.send(outcome)
            except StopIteration as done:
                answer: Answer[T] = done.value
                return answer
            if isinstance(step, Pause):
                time.sleep(step.seconds)
                outcome = None
            else:
                outcome = self._transport.send(step)

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
        self._settings = settings
        self._transport = AsyncTransport(settings, http_client)

    async def call(self, operation: Operation[T], arguments: Mapping[str, object]) -> T:
        """Make one call and give what it returns."""
        return (await self._exchange(operation, build_request(operation, arguments, self._settings))).value

    async def send(
        self, operation: Operation[T], arguments: Mapping[str, object], *, timeout: float | None = None
    ) -> Answer[T]:
        """Make one call and give what it returns with the status and the headers."""
        return await self._exchange(operation, build_request(operation, arguments, self._settings, timeout))

    def pages(
        self, operation: Operation[T], arguments: Mapping[str, object], limit: int | None = None
    ) -> AsyncPager[Any, T]:
        """Give the items of a list, at most `limit`; pages are fetched while you iterate."""
        first = first_request(operation, arguments, limit, self._settings)
        return AsyncPager(
            lambda: Walk(operation.pages, first, limit, self._settings),
            lambda request: self._exchange(operation, request),
        )

    async def _exchange(self, operation: Operation[T], request: Request) -> Answer[T]:
        flow = exchange(operation, request, self._settings)
        outcome: Outcome = None
        while True:
            try:
                step = flow.send(outcome)
            except StopIteration as done:
                answer: Answer[T] = done.value
                return answer
            if isinstance(step, Pause):
                await asyncio.sleep(step.seconds)
                outcome = None
            else:
                outcome = await self._transport.send(step)

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
