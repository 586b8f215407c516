"""The clients of the security package. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping

import httpx2
import requests

from ._runtime.client import client
from ._runtime.client.credentials import basic
from ._runtime.client.settings import Settings
from .resources.door import AsyncDoor, Door
from .resources.gold import AsyncGold, Gold


class Client(client.Client):
    """Safe: a client that blocks until a call is done, on `requests`.

    Your name and your key. Without `username` and `password` they come from `SAFE_NAME` and `SAFE_KEY` or
    `SAFE_ROBOT` and `SAFE_TOKEN`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `session` is one of your own, which stays open when the
    client closes; `verify` is a file of certificate authorities, or `False`.
    """

    def __init__(
        self,
        username: str | None = None,
        password: str | None = None,
        *,
        base_url: str = "https://safe.example",
        timeout: float | None = 30.0,
        retries: int = 2,
        validate: bool = True,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        session: requests.Session | None = None,
    ) -> None:
        credentials = {"account": basic(username, password, (("SAFE_NAME", "SAFE_KEY"), ("SAFE_ROBOT", "SAFE_TOKEN")))}
        settings = Settings(base_url, credentials, timeout, retries, validate, "security/1.0.0 python", verify, proxies)
        super().__init__(settings, session)
        self.door = Door(self)
        self.gold = Gold(self)


class AsyncClient(client.AsyncClient):
    """Safe: a client that awaits its calls, on `httpx2`.

    Your name and your key. Without `username` and `password` they come from `SAFE_NAME` and `SAFE_KEY` or
    `SAFE_ROBOT` and `SAFE_TOKEN`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `http_client` is one of your own, which stays open when
    the client closes; `verify` is a file of certificate authorities, or `False`.
    """

    def __init__(
        self,
        username: str | None = None,
        password: str | None = None,
        *,
        base_url: str = "https://safe.example",
        timeout: float | None = 30.0,
        retries: int = 2,
        validate: bool = True,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        credentials = {"account": basic(username, password, (("SAFE_NAME", "SAFE_KEY"), ("SAFE_ROBOT", "SAFE_TOKEN")))}
        settings = Settings(base_url, credentials, timeout, retries, validate, "security/1.0.0 python", verify, proxies)
        super().__init__(settings, http_client)
        self.door = AsyncDoor(self)
        self.gold = AsyncGold(self)
