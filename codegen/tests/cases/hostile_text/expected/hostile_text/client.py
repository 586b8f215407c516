"""The clients of the hostile_text package. Generated from spec.json; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import client, settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2
    import requests

    from .resources.x import AsyncX, X


class Client(client.Client):
    """Hostile \"\"\" \\ {{ 7*7 }} API: a client that blocks until a call is done, on `requests`.

    `base_url` is where the API is served.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `session` is one of your own, which stays open when the
    client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str,
        timeout: float | None = 30.0,
        retries: int = 2,
        validate: bool = True,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        session: requests.Session | None = None,
    ) -> None:
        super().__init__(
            settings.Settings(
                base_url, {}, timeout, retries, validate, "hostile_text/0.0.0 python", verify, proxies, headers
            ),
            session,
        )

    @cached_property
    def x(self) -> X:
        """The x."""
        from .resources.x import X

        return X(self)


class AsyncClient(client.AsyncClient):
    """Hostile \"\"\" \\ {{ 7*7 }} API: a client that awaits its calls, on `httpx2`.

    `base_url` is where the API is served.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `http_client` is one of your own, which stays open when
    the client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str,
        timeout: float | None = 30.0,
        retries: int = 2,
        validate: bool = True,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        super().__init__(
            settings.Settings(
                base_url, {}, timeout, retries, validate, "hostile_text/0.0.0 python", verify, proxies, headers
            ),
            http_client,
        )

    @cached_property
    def x(self) -> AsyncX:
        """The x."""
        from .resources.x import AsyncX

        return AsyncX(self)
