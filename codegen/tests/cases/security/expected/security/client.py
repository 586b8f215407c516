"""The clients of the security package. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import client, schemes, settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2
    import requests

    from .resources.door import AsyncDoor, Door
    from .resources.gold import AsyncGold, Gold

_SCHEMES = (
    schemes.BasicScheme(
        name="account",
        argument="username and password",
        environment=(
            {"username": "SAFE_NAME", "password": "SAFE_KEY"},
            {"username": "SAFE_ROBOT", "password": "SAFE_TOKEN"},
        ),
    ),
)


class Client(client.Client):
    """Safe: a client that blocks until a call is done, on `requests`.

    Your name and your key. Without `username` and `password` they come from `SAFE_NAME` and `SAFE_KEY` or
    `SAFE_ROBOT` and `SAFE_TOKEN`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `session` is one of your own, which stays open when the
    client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
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
        headers: Mapping[str, str] | None = None,
        session: requests.Session | None = None,
    ) -> None:
        super().__init__(
            settings.Settings(
                base_url,
                schemes.gather(_SCHEMES, {"account": (username, password)}, is_required=True),
                timeout,
                retries,
                validate,
                "security/1.0.0 python",
                verify,
                proxies,
                headers,
                security=(("account",),),
                schemes=_SCHEMES,
            ),
            session,
        )

    @cached_property
    def door(self) -> Door:
        """The door."""
        from .resources.door import Door

        return Door(self)

    @cached_property
    def gold(self) -> Gold:
        """The gold."""
        from .resources.gold import Gold

        return Gold(self)


class AsyncClient(client.AsyncClient):
    """Safe: a client that awaits its calls, on `httpx2`.

    Your name and your key. Without `username` and `password` they come from `SAFE_NAME` and `SAFE_KEY` or
    `SAFE_ROBOT` and `SAFE_TOKEN`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `http_client` is one of your own, which stays open when
    the client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
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
        headers: Mapping[str, str] | None = None,
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        super().__init__(
            settings.Settings(
                base_url,
                schemes.gather(_SCHEMES, {"account": (username, password)}, is_required=True),
                timeout,
                retries,
                validate,
                "security/1.0.0 python",
                verify,
                proxies,
                headers,
                security=(("account",),),
                schemes=_SCHEMES,
            ),
            http_client,
        )

    @cached_property
    def door(self) -> AsyncDoor:
        """The door."""
        from .resources.door import AsyncDoor

        return AsyncDoor(self)

    @cached_property
    def gold(self) -> AsyncGold:
        """The gold."""
        from .resources.gold import AsyncGold

        return AsyncGold(self)
