"""What a flow asks of its driver besides sending a request; a driver closes its flow when it gives up on it."""

from __future__ import annotations

import concurrent.futures
import inspect
from abc import ABC, abstractmethod
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Pause:
    """Ask the driver to wait."""

    seconds: float


class Detour(ABC):
    """Ask the driver to do something that may take its time, and to send in what that gives."""

    __slots__ = ()

    @abstractmethod
    def block(self) -> object:
        """Do it, and block until it is done."""

    @abstractmethod
    async def wait(self) -> object:
        """Do it, and let other tasks run until it is done."""


@dataclass(frozen=True, slots=True)
class Ask(Detour):
    """Ask for what a function of the caller's gives; in the async twin it may be awaitable."""

    provider: Callable[[], object]

    def block(self) -> object:
        """Call the function.

        Raises:
            TypeError: what it gives must be awaited.
        """
        given = self.provider()
        if inspect.isawaitable(given):
            if isinstance(given, Coroutine):
                given.close()
            raise TypeError("a blocking client cannot await what a provider gives: use the async one")
        return given

    async def wait(self) -> object:
        """Call the function, and await what it gives where that is needed."""
        given = self.provider()
        return await given if inspect.isawaitable(given) else given


@dataclass(frozen=True, slots=True)
class Wait(Detour):
    """Ask to wait until something is done, elsewhere in the process, or until `timeout` seconds have passed.

    Whoever does it must have called `set_running_or_notify_cancel`, so that nobody who waits can cancel it.
    """

    done: Future[Any]
    timeout: float | None

    def block(self) -> object:
        """Wait in this thread."""
        concurrent.futures.wait([self.done], self.timeout)
        return None

    async def wait(self) -> object:
        """Wait in this task."""
        import asyncio

        await asyncio.wait([asyncio.wrap_future(self.done)], timeout=self.timeout)
        return None
