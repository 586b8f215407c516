"""The clients of the schemes package. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import client, schemes, servers, settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    import httpx2
    import requests as _requests

    from ._runtime.client import credentials
    from ._runtime.client.credentials import AsyncTokenProvider, TokenProvider
    from ._runtime.client.oauth import ClientCredentials, RefreshToken
    from ._runtime.client.settings import Certificates
    from .resources.basic import AsyncBasic, Basic
    from .resources.coins import AsyncCoins, Coins
    from .resources.requests import AsyncRequests, Requests

_SCHEMES = (
    schemes.HttpScheme(name="digest", argument="digest", scheme="Digest"),
    schemes.ApiKeyScheme(name="key", argument="key", key="api key", place="query"),
    schemes.OAuth2Scheme(
        name="oauth2", argument="oauth2", token_url="/token", refresh_url="https://id.vault.example/renew"
    ),
    schemes.ApiKeyScheme(name="session", argument="session_auth", key="sid", place="cookie"),
    schemes.MutualTlsScheme(name="tls", argument="tls"),
    schemes.BasicScheme(name="user", argument="user"),
)


class Client(client.Client):
    """Vault: a client that blocks until a call is done, on `requests`.

    `digest`: HTTP Digest.

    `key`: A key, sent as the parameter `api key` of the query.

    `oauth2`: OAuth 2.0. Scopes: `read`, `write`.

    `session_auth`: From the login.

    `tls`: A certificate of the client's: the path of a file that holds it and its key, or one path for each.

    `user`: HTTP Basic.

    Without `base_url`, `region` fills in `https://{region}.vault.example/v1`. Servers to choose by `base_url`:
    `https://eu.vault.example/v1`, `https://sandbox.vault.example` (For trying).

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `session` is one of your own, which stays open when the
    client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        digest: str | TokenProvider | None = None,
        key: str | TokenProvider | None = None,
        oauth2: str | TokenProvider | ClientCredentials | RefreshToken | None = None,
        session_auth: str | TokenProvider | None = None,
        tls: Certificates | None = None,
        user: credentials.Basic | tuple[str, str] | None = None,
        base_url: str | None = None,
        region: Literal["eu", "us"] = "eu",
        timeout: float | None = 30.0,
        retries: int = 2,
        validate: bool = True,
        verify: bool | str = True,
        proxies: Mapping[str, str] | None = None,
        headers: Mapping[str, str] | None = None,
        session: _requests.Session | None = None,
    ) -> None:
        super().__init__(
            settings.Settings(
                base_url
                or servers.fill("https://{region}.vault.example/v1", {"region": region}, {"region": ("eu", "us")}),
                schemes.gather(
                    _SCHEMES,
                    {
                        "digest": digest,
                        "key": key,
                        "oauth2": oauth2,
                        "session": session_auth,
                        "tls": tls or session,
                        "user": user,
                    },
                ),
                timeout,
                retries,
                validate,
                "schemes/1.0.0 python",
                verify,
                proxies,
                headers,
                cert=tls,
                security=(("user",), ("key", "session"), ()),
                schemes=_SCHEMES,
                servers=() if base_url else ("https://upload.vault.example",),
            ),
            session,
        )

    @cached_property
    def basic(self) -> Basic:
        """The basic."""
        from .resources.basic import Basic

        return Basic(self)

    @cached_property
    def coins(self) -> Coins:
        """The coins."""
        from .resources.coins import Coins

        return Coins(self)

    @cached_property
    def requests(self) -> Requests:
        """The requests."""
        from .resources.requests import Requests

        return Requests(self)


class AsyncClient(client.AsyncClient):
    """Vault: a client that awaits its calls, on `httpx2`.

    `digest`: HTTP Digest.

    `key`: A key, sent as the parameter `api key` of the query.

    `oauth2`: OAuth 2.0. Scopes: `read`, `write`.

    `session_auth`: From the login.

    `tls`: A certificate of the client's: the path of a file that holds it and its key, or one path for each.

    `user`: HTTP Basic.

    Without `base_url`, `region` fills in `https://{region}.vault.example/v1`. Servers to choose by `base_url`:
    `https://eu.vault.example/v1`, `https://sandbox.vault.example` (For trying).

    `timeout` is in seconds; `retries` is how often a call that is safe to repeat is sent again;
    `validate=False` sends what the description forbids; `http_client` is one of your own, which stays open when
    the client closes; `verify` is a file of certificate authorities, or `False`; `headers` go with every call.
    """

    def __init__(
        self,
        *,
        digest: str | AsyncTokenProvider | None = None,
        key: str | AsyncTokenProvider | None = None,
        oauth2: str | AsyncTokenProvider | ClientCredentials | RefreshToken | None = None,
        session_auth: str | AsyncTokenProvider | None = None,
        tls: Certificates | None = None,
        user: credentials.Basic | tuple[str, str] | None = None,
        base_url: str | None = None,
        region: Literal["eu", "us"] = "eu",
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
                base_url
                or servers.fill("https://{region}.vault.example/v1", {"region": region}, {"region": ("eu", "us")}),
                schemes.gather(
                    _SCHEMES,
                    {
                        "digest": digest,
                        "key": key,
                        "oauth2": oauth2,
                        "session": session_auth,
                        "tls": tls or http_client,
                        "user": user,
                    },
                ),
                timeout,
                retries,
                validate,
                "schemes/1.0.0 python",
                verify,
                proxies,
                headers,
                cert=tls,
                security=(("user",), ("key", "session"), ()),
                schemes=_SCHEMES,
                servers=() if base_url else ("https://upload.vault.example",),
            ),
            http_client,
        )

    @cached_property
    def basic(self) -> AsyncBasic:
        """The basic."""
        from .resources.basic import AsyncBasic

        return AsyncBasic(self)

    @cached_property
    def coins(self) -> AsyncCoins:
        """The coins."""
        from .resources.coins import AsyncCoins

        return AsyncCoins(self)

    @cached_property
    def requests(self) -> AsyncRequests:
        """The requests."""
        from .resources.requests import AsyncRequests

        return AsyncRequests(self)
