"""The clients of the inline_objects package. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import client, settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2
    import requests

    from .resources.trees import AsyncTrees, Trees


class Client(client.Client):
    """Inline: a client that blocks until a call is done, on `requests`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `session` is one of your own, which stays open when the
    client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://inline.example",
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
                base_url, {}, timeout, retries, validate, "inline_objects/1.0.0 python", verify, proxies, headers
            ),
            session,
        )

    @cached_property
    def trees(self) -> Trees:
        """The trees."""
        from .resources.trees import Trees

        return Trees(self)


class AsyncClient(client.AsyncClient):
    """Inline: a client that awaits its calls, on `httpx2`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `http_client` is one of your own, which stays open when
    the client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        base_url: str = "https://inline.example",
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
                base_url, {}, timeout, retries, validate, "inline_objects/1.0.0 python", verify, proxies, headers
            ),
            http_client,
        )

    @cached_property
    def trees(self) -> AsyncTrees:
        """The trees."""
        from .resources.trees import AsyncTrees

        return AsyncTrees(self)
