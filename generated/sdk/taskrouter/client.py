"""The clients of the taskrouter package. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Mapping

import httpx2
import requests

from ._runtime.client import client
from ._runtime.client.credentials import basic
from ._runtime.client.settings import Settings
from .resources.workspaces import AsyncWorkspaces, Workspaces


class Client(client.Client):
    """TaskRouter Reservations: a client that blocks until a call is done, on `requests`.

    The SID of an account with its auth token, or the SID of an API key with its secret. Without `username` and
    `password` they come from `TWILIO_ACCOUNT_SID` and `TWILIO_AUTH_TOKEN` or `TWILIO_API_KEY` and
    `TWILIO_API_KEY_SECRET`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `session` is one of your own, which stays open when the
    client closes; `verify` is a file of certificate authorities, or `False`.
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
        session: requests.Session | None = None,
    ) -> None:
        credentials = {
            "accountSid_authToken": basic(
                username,
                password,
                (("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"), ("TWILIO_API_KEY", "TWILIO_API_KEY_SECRET")),
            )
        }
        settings = Settings(
            base_url, credentials, timeout, retries, validate, "taskrouter/1.0.0 python", verify, proxies
        )
        super().__init__(settings, session)
        self.workspaces = Workspaces(self)


class AsyncClient(client.AsyncClient):
    """TaskRouter Reservations: a client that awaits its calls, on `httpx2`.

    The SID of an account with its auth token, or the SID of an API key with its secret. Without `username` and
    `password` they come from `TWILIO_ACCOUNT_SID` and `TWILIO_AUTH_TOKEN` or `TWILIO_API_KEY` and
    `TWILIO_API_KEY_SECRET`.

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `http_client` is one of your own, which stays open when
    the client closes; `verify` is a file of certificate authorities, or `False`.
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
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        credentials = {
            "accountSid_authToken": basic(
                username,
                password,
                (("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"), ("TWILIO_API_KEY", "TWILIO_API_KEY_SECRET")),
            )
        }
        settings = Settings(
            base_url, credentials, timeout, retries, validate, "taskrouter/1.0.0 python", verify, proxies
        )
        super().__init__(settings, http_client)
        self.workspaces = AsyncWorkspaces(self)
