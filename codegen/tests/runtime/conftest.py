"""What every test of the runtime may ask for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest

from codegen.tests.runtime.scripted import Reply, Server, Twin


@pytest.fixture
def serve() -> Iterator[Callable[[Reply], Server]]:
    """Start servers, and stop them after the test."""
    servers: list[Server] = []

    def start(reply: Reply) -> Server:
        server = Server(reply)
        servers.append(server)
        threading.Thread(target=server.run, daemon=True).start()
        return server

    yield start
    for server in servers:
        server.listener.close()


@pytest.fixture(params=["sync", "async"])
def twin(request: pytest.FixtureRequest) -> Twin:
    """Each test that asks for this runs over `requests` and over `httpx2`."""
    return Twin(request.param == "async")


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses a test made; none of them takes any time."""
    paused: list[float] = []

    async def pause(seconds: float) -> None:
        paused.append(seconds)

    monkeypatch.setattr("dovetail.runtime.client.client.pause", paused.append)
    monkeypatch.setattr("dovetail.runtime.client.client.async_pause", pause)
    return paused


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "NETRC", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
