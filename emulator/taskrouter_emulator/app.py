"""The ASGI application: the API, the control interface where it was asked for, and a loop that does what is due."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from starlette.applications import Starlette
from starlette.types import Receive, Scope, Send

from taskrouter_server import create_app

from .accounts import DEFAULT_ACCOUNTS, Account, Accounts
from .control import control_routes
from .desk import CLIENT_ADDRESS, Desk
from .emulator import Emulator
from .service import EmulatorService
from .settings import Options
from .store import MEMORY, open_store
from .tolerances import TOLERANCES

_log = logging.getLogger(__name__)

_PULSE_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Configuration:
    """Everything that a process needs to serve: it is handed to each worker process as it is."""

    store: str = MEMORY
    accounts: Sequence[Account] = DEFAULT_ACCOUNTS
    options: Options = field(default_factory=Options)


class Application:
    """The application around one emulator; the emulator's store is closed with it."""

    def __init__(self, emulator: Emulator, accounts: Sequence[Account] = DEFAULT_ACCOUNTS) -> None:
        self.emulator = emulator
        self._desk = Desk(emulator)
        known = Accounts(accounts)
        self._app: Starlette = create_app(EmulatorService(self._desk, known), tolerances=TOLERANCES)
        if emulator.options.is_controllable:
            self._app.router.routes.append(control_routes(self._desk, known))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or live as long as the server does."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
            return
        CLIENT_ADDRESS.set((scope.get("client") or (None,))[0])
        await self._app(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        pulse = asyncio.create_task(self._pulse())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        pulse.cancel()
        with suppress(asyncio.CancelledError):
            await pulse
        self.emulator.store.close()
        await send({"type": "lifespan.shutdown.complete"})

    async def _pulse(self) -> None:
        """Do what is due although nobody asks, so that events bear the dates on which they were seen."""
        while True:
            await asyncio.sleep(_PULSE_SECONDS)
            try:
                await self._desk.in_thread(self.emulator.settle_all)
            except Exception:  # noqa: BLE001 - the loop goes on whatever happened, and says so
                _log.exception("what is due could not be done; trying again")


def make_application(configuration: Configuration) -> Application:
    """The application of one process; raises StoreError where the store cannot be opened."""
    emulator = Emulator(open_store(configuration.store), configuration.options)
    return Application(emulator, configuration.accounts)
