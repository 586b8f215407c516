"""The clients of the verbs package. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import client, settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2
    import requests

    from .resources.doors import AsyncDoors, Doors


class Client(client.Client):
    """Doors: a client that blocks until a call is done, on `requests`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `session` is one of your own, which stays open when the
    client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://doors.example",
        timeout: float | None = 30.0,
        retries: int = 2,
        validate: bool = True,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        session: requests.Session | None = None,
    ) -> None:
        super().__init__(
            settings.Settings(base_url, {}, timeout, retries, validate, "verbs/1.0.0 python", verify, proxies, headers),
            session,
        )

    @cached_property
    def doors(self) -> Doors:
        """The doors."""
        from .resources.doors import Doors

        return Doors(self)


class AsyncClient(client.AsyncClient):
    """Doors: a client that awaits its calls, on `httpx2`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `http_client` is one of your own, which stays open when
    the client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://doors.example",
        timeout: float | None = 30.0,
        retries: int = 2,
        validate: bool = True,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        super().__init__(
            settings.Settings(base_url, {}, timeout, retries, validate, "verbs/1.0.0 python", verify, proxies, headers),
            http_client,
        )

    @cached_property
    def doors(self) -> AsyncDoors:
        """The doors."""
        from .resources.doors import AsyncDoors

        return AsyncDoors(self)
