"""Serving: one process, or several that share a socket and a store."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import uvicorn
from sqlalchemy import select
from uvicorn.supervisors import Multiprocess

from .app import Configuration, make_application
from .emulator import Emulator
from .seed import seed
from .store import open_store
from .store.rows import Workspace

# What a head may measure before the HTTP server gives up; the application refuses smaller ones in the API's own shape.
_MAX_HEAD = 256 * 1024
_WORKER_START_SECONDS = 60.0


def serve(
    configuration: Configuration, listener: socket.socket, *, workers: int, is_seeded: bool, is_verbose: bool
) -> None:
    """Serve until a signal ends it; says on standard output when it can be called.

    Raises:
        StoreError: The store cannot be opened.
    """
    announce = partial(_announce, configuration.options.address)
    if workers == 1:
        application = make_application(configuration)
        if is_seeded:
            seed_empty(application.emulator, configuration)
        _Server(_settings(application, is_verbose=is_verbose), announce).run(sockets=[listener])
        return
    emulator = Emulator(open_store(configuration.store), configuration.options)
    if is_seeded:
        seed_empty(emulator, configuration)
    emulator.store.close()
    settings = _settings(partial(make_application, configuration), is_verbose=is_verbose, workers=workers)
    _Servers(settings, [listener], announce).run()


def seed_empty(emulator: Emulator, configuration: Configuration) -> None:
    """Make the demo in every account that has no workspace."""
    with emulator.store.read() as session:
        owners = set(session.scalars(select(Workspace.account_sid).distinct()))
    for account in configuration.accounts:
        if account.sid not in owners:
            seed(emulator, account.sid)


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, announce: Callable[[], None]) -> None:
        super().__init__(config)
        self._announce = announce

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._announce()


class _Servers(Multiprocess):
    def __init__(self, config: uvicorn.Config, sockets: list[socket.socket], announce: Callable[[], None]) -> None:
        super().__init__(config, sockets)
        self._announce = announce

    def init_processes(self) -> None:
        super().init_processes()
        if all(process.wait_until_ready(_WORKER_START_SECONDS, self.should_exit) for process in self.processes):
            self._announce()


def _announce(address: str) -> None:
    sys.stdout.write(f"taskrouter-emulator listening on {address}\n")
    sys.stdout.flush()


def _settings(application: Any, *, is_verbose: bool, workers: int = 1) -> uvicorn.Config:
    return uvicorn.Config(
        application,
        factory=workers > 1,
        workers=workers,
        lifespan="on",
        proxy_headers=False,
        server_header=False,
        access_log=is_verbose,
        log_config=_logging(is_verbose=is_verbose),
        h11_max_incomplete_event_size=_MAX_HEAD,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=5,
        timeout_worker_healthcheck=30,
    )


def _logging(*, is_verbose: bool) -> dict[str, Any]:
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "stream": "ext://sys.stderr"}},
        "root": {"level": "WARNING", "handlers": ["stderr"]},
        "loggers": {
            "taskrouter_emulator": {"level": "INFO"},
            "uvicorn": {"level": "INFO" if is_verbose else "WARNING"},
        },
    }
