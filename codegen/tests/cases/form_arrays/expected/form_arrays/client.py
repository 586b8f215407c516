"""The clients of the form_arrays package. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import client, settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2
    import requests

    from .resources.lists import AsyncLists, Lists


class Client(client.Client):
    """Lists: a client that blocks until a call is done, on `requests`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `session` is one of your own, which stays open when the
    client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://lists.example",
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
                base_url, {}, timeout, retries, validate, "form_arrays/1.0.0 python", verify, proxies, headers
            ),
            session,
        )

    @cached_property
    def lists(self) -> Lists:
        """The lists."""
        from .resources.lists import Lists

        return Lists(self)


class AsyncClient(client.AsyncClient):
    """Lists: a client that awaits its calls, on `httpx2`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `http_client` is one of your own, which stays open when
    the client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://lists.example",
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
                base_url, {}, timeout, retries, validate, "form_arrays/1.0.0 python", verify, proxies, headers
            ),
            http_client,
        )

    @cached_property
    def lists(self) -> AsyncLists:
        """The lists."""
        from .resources.lists import AsyncLists

        return AsyncLists(self)
