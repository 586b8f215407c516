"""The clients of the presence package. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping

import httpx2
import requests

from ._runtime.client import client
from ._runtime.client.settings import Settings
from .resources.notes import AsyncNotes, Notes


class Client(client.Client):
    """Presence: a client that blocks until a call is done, on `requests`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `session` is one of your own, which stays open when the
    client closes; `verify` is a file of certificate authorities, or `False`.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://presence.example",
        timeout: float | None = 30.0,
        retries: int = 2,
        validate: bool = True,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        session: requests.Session | None = None,
    ) -> None:
        settings = Settings(base_url, {}, timeout, retries, validate, "presence/1.0.0 python", verify, proxies)
        super().__init__(settings, session)
        self.notes = Notes(self)


class AsyncClient(client.AsyncClient):
    """Presence: a client that awaits its calls, on `httpx2`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `http_client` is one of your own, which stays open when
    the client closes; `verify` is a file of certificate authorities, or `False`.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://presence.example",
        timeout: float | None = 30.0,
        retries: int = 2,
        validate: bool = True,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        settings = Settings(base_url, {}, timeout, retries, validate, "presence/1.0.0 python", verify, proxies)
        super().__init__(settings, http_client)
        self.notes = AsyncNotes(self)
