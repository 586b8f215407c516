"""The clients of the nested package. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import client, settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2
    import requests

    from .resources.health import AsyncHealth, Health
    from .resources.root import AsyncRoot, Root
    from .resources.shops import AsyncShops, Shops


class Client(client.Client):
    """Nested: a client that blocks until a call is done, on `requests`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `session` is one of your own, which stays open when the
    client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://nested.example",
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
                base_url, {}, timeout, retries, validate, "nested/1.0.0 python", verify, proxies, headers
            ),
            session,
        )

    @cached_property
    def root(self) -> Root:
        """The root."""
        from .resources.root import Root

        return Root(self)

    @cached_property
    def shops(self) -> Shops:
        """Where things are sold."""
        from .resources.shops import Shops

        return Shops(self)

    @cached_property
    def health(self) -> Health:
        """The health."""
        from .resources.health import Health

        return Health(self)


class AsyncClient(client.AsyncClient):
    """Nested: a client that awaits its calls, on `httpx2`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `http_client` is one of your own, which stays open when
    the client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://nested.example",
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
                base_url, {}, timeout, retries, validate, "nested/1.0.0 python", verify, proxies, headers
            ),
            http_client,
        )

    @cached_property
    def root(self) -> AsyncRoot:
        """The root."""
        from .resources.root import AsyncRoot

        return AsyncRoot(self)

    @cached_property
    def shops(self) -> AsyncShops:
        """Where things are sold."""
        from .resources.shops import AsyncShops

        return AsyncShops(self)

    @cached_property
    def health(self) -> AsyncHealth:
        """The health."""
        from .resources.health import AsyncHealth

        return AsyncHealth(self)
