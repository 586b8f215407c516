"""The clients of the unions package. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import client, settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2
    import requests

    from .resources.pets import AsyncPets, Pets


class Client(client.Client):
    """Unions: a client that blocks until a call is done, on `requests`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `session` is one of your own, which stays open when the
    client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://unions.example",
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
                base_url, {}, timeout, retries, validate, "unions/1.0.0 python", verify, proxies, headers
            ),
            session,
        )

    @cached_property
    def pets(self) -> Pets:
        """The pets."""
        from .resources.pets import Pets

        return Pets(self)


class AsyncClient(client.AsyncClient):
    """Unions: a client that awaits its calls, on `httpx2`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `http_client` is one of your own, which stays open when
    the client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://unions.example",
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
                base_url, {}, timeout, retries, validate, "unions/1.0.0 python", verify, proxies, headers
            ),
            http_client,
        )

    @cached_property
    def pets(self) -> AsyncPets:
        """The pets."""
        from .resources.pets import AsyncPets

        return AsyncPets(self)
