"""A client for tests over real sockets: bare HTTP, so that anything can be sent."""

from __future__ import annotations

import socket
from collections.abc import Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import requests

from taskrouter_emulator.accounts import DEFAULT_ACCOUNTS

ACCOUNT = DEFAULT_ACCOUNTS[0]


class Caller:
    """Calls an emulator as an account; paths are below `/v1`."""

    def __init__(self, url: str, username: str = ACCOUNT.sid, password: str = ACCOUNT.token) -> None:
        self.url = url
        self.session = requests.Session()
        self.session.trust_env = False
        self.session.auth = (username, password)

    def call(self, method: str, path: str, **options: Any) -> requests.Response:
        """Any request."""
        return self.session.request(method, f"{self.url}/v1{path}", timeout=60, allow_redirects=False, **options)

    def get(self, path: str, **params: Any) -> Any:
        """What is at the path."""
        response = self.call("GET", path, params=params)
        assert response.status_code == 200, response.text
        return response.json()

    def post(self, path: str, **form: Any) -> Any:
        """What a form posted to the path gives."""
        response = self.call("POST", path, data=form)
        assert response.status_code in {200, 201}, response.text
        return response.json()

    def fresh_workspace(self, **form: Any) -> str:
        """The path of a new workspace."""
        return f"/Workspaces/{self.post('/Workspaces', FriendlyName='Office', **form)['sid']}"

    def offers(self, workspace: str, *, workers: int, tasks: int) -> list[dict[str, Any]]:
        """Pending reservations: every task offered to every worker."""
        available = self.get(f"{workspace}/Activities", Available="true")["activities"][0]["sid"]
        for number in range(workers):
            worker = self.post(f"{workspace}/Workers", FriendlyName=f"Worker {number}", ActivitySid=available)
            self.post(f"{workspace}/Workers/{worker['sid']}/Channels/default", Capacity=50)
        queue = self.post(f"{workspace}/TaskQueues", FriendlyName="Queue", MaxReservedWorkers=workers)["sid"]
        made = [self.post(f"{workspace}/Tasks", TaskQueueSid=queue)["sid"] for _ in range(tasks)]
        return [
            reservation
            for task in made
            for reservation in self.get(f"{workspace}/Tasks/{task}/Reservations")["reservations"]
        ]


def raw(url: str, request: bytes) -> bytes:
    """What a server answers to exactly these bytes until it closes; nothing where it waits for more."""
    parts = urlsplit(url)
    chunks = []
    with socket.create_connection((parts.hostname or "", parts.port or 80), timeout=3) as connection:
        connection.sendall(request)
        with suppress(TimeoutError):
            while chunk := connection.recv(65_536):
                chunks.append(chunk)
    return b"".join(chunks)


def message(method: str, target: str, headers: Mapping[str, str], body: bytes = b"") -> bytes:
    """The bytes of a request."""
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body
