"""The clients of the taskrouter package. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import client, schemes, settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2
    import requests

    from .resources.workspaces import AsyncWorkspaces, Workspaces

_SCHEMES = (
    schemes.BasicScheme(
        name="accountSid_authToken",
        argument="username and password",
        environment=(
            {"username": "TWILIO_ACCOUNT_SID", "password": "TWILIO_AUTH_TOKEN"},
            {"username": "TWILIO_API_KEY", "password": "TWILIO_API_KEY_SECRET"},
        ),
    ),
)


class Client(client.Client):
    """TaskRouter Reservations: a client that blocks until a call is done, on `requests`.

    The SID of an account with its auth token, or the SID of an API key with its secret. Without `username` and
    `password` they come from `TWILIO_ACCOUNT_SID` and `TWILIO_AUTH_TOKEN` or `TWILIO_API_KEY` and
    `TWILIO_API_KEY_SECRET`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `session` is one of your own, which stays open when the
    client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        username: str | None = None,
        password: str | None = None,
        *,
        base_url: str = "https://taskrouter.twilio.com",
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
                schemes.gather(_SCHEMES, {"accountSid_authToken": (username, password)}, is_required=True),
                timeout,
                retries,
                validate,
                "taskrouter/1.0.0 python",
                verify,
                proxies,
                headers,
                security=(("accountSid_authToken",),),
                schemes=_SCHEMES,
            ),
            session,
        )

    @cached_property
    def workspaces(self) -> Workspaces:
        """The root of everything else."""
        from .resources.workspaces import Workspaces

        return Workspaces(self)


class AsyncClient(client.AsyncClient):
    """TaskRouter Reservations: a client that awaits its calls, on `httpx2`.

    The SID of an account with its auth token, or the SID of an API key with its secret. Without `username` and
    `password` they come from `TWILIO_ACCOUNT_SID` and `TWILIO_AUTH_TOKEN` or `TWILIO_API_KEY` and
    `TWILIO_API_KEY_SECRET`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `http_client` is one of your own, which stays open when
    the client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        username: str | None = None,
        password: str | None = None,
        *,
        base_url: str = "https://taskrouter.twilio.com",
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
                schemes.gather(_SCHEMES, {"accountSid_authToken": (username, password)}, is_required=True),
                timeout,
                retries,
                validate,
                "taskrouter/1.0.0 python",
                verify,
                proxies,
                headers,
                security=(("accountSid_authToken",),),
                schemes=_SCHEMES,
            ),
            http_client,
        )

    @cached_property
    def workspaces(self) -> AsyncWorkspaces:
        """The root of everything else."""
        from .resources.workspaces import AsyncWorkspaces

        return AsyncWorkspaces(self)
