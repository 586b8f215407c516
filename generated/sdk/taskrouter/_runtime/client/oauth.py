"""Tokens that are fetched: OAuth 2.0 (RFC 6749), and OpenID Connect Discovery 1.0 to find out where.

A token is kept until shortly before it expires. However many threads and tasks need one, one of them fetches it.
"""

from __future__ import annotations

import copy
import os
import threading
import time
from abc import abstractmethod
from base64 import b64encode
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import Future
from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Self, TypeAlias
from urllib.parse import quote_plus, urlencode, urljoin

from .credentials import Authorizing, Credential, checked_token, with_header
from .errors import ApiError, CredentialsError
from .steps import Wait
from .token_requests import ask_for, checked_url

if TYPE_CHECKING:
    from .arguments import Request
    from .settings import Settings

MARGIN = 30.0
"""Seconds before a token expires in which it is not used any more; at most a tenth of its life."""
DISCOVERY = "/.well-known/openid-configuration"
_PROVEN = frozenset({"dpop", "mac", "pop"})  # types of tokens that are worth nothing by themselves

Asking: TypeAlias = Generator[Any, Any, "Token"]


@dataclass(frozen=True, slots=True)
class Token:
    """A token, and the moment (of `time.monotonic`) from which on it is not used."""

    value: str = field(repr=False)
    stale_at: float


@dataclass(slots=True)
class _Fetch:
    """A token on its way; `error` is why it never came."""

    done: Future[None] = field(default_factory=Future[None])
    process: int = field(default_factory=os.getpid)
    error: ApiError | None = None

    def __post_init__(self) -> None:
        self.done.set_running_or_notify_cancel()


class TokenStore:
    """Keeps one token, and has it fetched by one caller at a time while the others wait."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._token: Token | None = None
        self._fetch: _Fetch | None = None

    def token(self, fetch: Callable[[], Asking], patience: float | None) -> Asking:
        """Give the token that is kept, or have one fetched; whoever else fetches one is waited for `patience` seconds.

        Raises:
            ApiError: the fetch failed, here or where it was waited for.
        """
        while True:
            with self._lock:
                if self._token is not None and time.monotonic() < self._token.stale_at:
                    return self._token
                under_way = self._fetch
                # What a parent process was fetching when it forked never comes.
                is_mine = under_way is None or under_way.process != os.getpid()
                if under_way is None or is_mine:
                    under_way = self._fetch = _Fetch()
            if is_mine:
                return (yield from self._fetched(under_way, fetch))
            yield Wait(under_way.done, patience)
            if under_way.error is not None:
                raise copy.copy(under_way.error)
            if not under_way.done.done():
                self._finish(under_way)

    def forget(self, value: str) -> None:
        """Forget a token, unless it was replaced already."""
        with self._lock:
            if self._token is not None and self._token.value == value:
                self._token = None

    def _fetched(self, mine: _Fetch, fetch: Callable[[], Asking]) -> Asking:
        try:
            token = yield from fetch()
        except ApiError as error:
            mine.error = error
            raise
        else:
            with self._lock:
                self._token = token
            return token
        finally:
            # Also when the caller is cancelled or interrupted: those who wait then fetch for themselves.
            self._finish(mine)
            mine.done.set_result(None)

    def _finish(self, fetch: _Fetch) -> None:
        with self._lock:
            if self._fetch is fetch:
                self._fetch = None


@dataclass(frozen=True, slots=True)
class Grant(Credential):
    """A way to be given tokens by an authorization server; what was fetched is shared by all who have the object.

    `token_url` is where, if not where the API's description says; `discovery` is the `openIdConnectUrl` that knows.
    `scopes` are asked for; without them the server decides. `authenticate` is how the client says who it is: in the
    header (RFC 6749 section 2.3.1) or in the body. `parameters` go along with the request for a token, such as
    `{"audience": "…"}`.
    """

    client_id: str
    client_secret: str | None = field(default=None, repr=False)
    _: KW_ONLY
    scopes: tuple[str, ...] = ()
    token_url: str = ""
    authenticate: Literal["header", "body"] = "header"
    parameters: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    discovery: str = field(default="", repr=False)
    stores: dict[str, TokenStore] = field(default_factory=dict[str, TokenStore], init=False, repr=False, compare=False)

    def at(self, token_url: str, discovery: str = "") -> Self:
        """Give the same grant with the place that a description names, where it has none of its own.

        Raises:
            CredentialsError: there is none at all.
        """
        if self.token_url or self.discovery:
            return self
        if not token_url and not discovery:
            raise CredentialsError(f"the API's description names no token URL: give {type(self).__name__} a token_url")
        placed = copy.copy(self)
        object.__setattr__(placed, "token_url", token_url)
        object.__setattr__(placed, "discovery", discovery)
        return placed

    @abstractmethod
    def form(self) -> dict[str, str]:
        """Give what the request for a token says of this kind of grant."""

    def received(self, answer: Mapping[str, object]) -> None:
        """Take note of what came with a token."""
        del answer

    def authorize(self, request: Request, settings: Settings) -> Authorizing:
        """Give the request with a token, which is fetched if there is none."""
        place = urljoin(settings.base_url, self.token_url or self.discovery)
        store = self.stores.setdefault(place, TokenStore())
        token = yield from store.token(lambda: self._fetch(settings), settings.timeout)
        return with_header(request, "Authorization", f"Bearer {token.value}")

    def forget(self, request: Request) -> bool:
        """Forget the token of a request: there will be another."""
        value = request.headers.get("Authorization", "").removeprefix("Bearer ")
        for store in [*self.stores.values()]:
            store.forget(value)
        return True

    def _fetch(self, settings: Settings) -> Asking:
        url = self.token_url
        if not url:
            known = "/.well-known/" in self.discovery
            discovery = self.discovery if known else self.discovery.rstrip("/") + DISCOVERY
            place = checked_url(urljoin(settings.base_url, discovery), settings)
            found = yield from ask_for("GET", place, settings)
            url = str(found.get("token_endpoint") or "")
            if not url:
                raise CredentialsError(f"{place} names no token_endpoint")
        url = checked_url(urljoin(settings.base_url, url), settings)
        form, headers = self._form_and_headers()
        answer = yield from ask_for("POST", url, settings, urlencode(form).encode(), headers)
        token = token_of(answer, url)
        self.received(answer)
        return token

    def _form_and_headers(self) -> tuple[dict[str, str], dict[str, str]]:
        form = {**self.form(), **({"scope": " ".join(self.scopes)} if self.scopes else {}), **self.parameters}
        if self.client_secret is None:
            return form | {"client_id": self.client_id}, {}
        if self.authenticate == "body":
            return form | {"client_id": self.client_id, "client_secret": self.client_secret}, {}
        pair = f"{quote_plus(self.client_id)}:{quote_plus(self.client_secret)}"
        return form, {"Authorization": "Basic " + b64encode(pair.encode()).decode("ascii")}


@dataclass(frozen=True, slots=True)
class ClientCredentials(Grant):
    """The application itself calls (RFC 6749 section 4.4), by the id and the secret it was registered with."""

    def form(self) -> dict[str, str]:
        """Give the type of the grant."""
        return {"grant_type": "client_credentials"}


@dataclass(frozen=True, slots=True)
class RefreshToken(Grant):
    """A person let the application call, and it got a refresh token for later (RFC 6749 section 6).

    `on_renewal` is told the refresh token that takes the place of the one used, for those servers that give a new one
    each time; it must be kept, for the old one is worth nothing then.
    """

    _: KW_ONLY
    refresh_token: str = field(repr=False)
    on_renewal: Callable[[str], object] | None = field(default=None, repr=False)
    current: list[str] = field(default_factory=list[str], init=False, repr=False, compare=False)

    def form(self) -> dict[str, str]:
        """Give the type of the grant, and the refresh token that is valid now."""
        return {"grant_type": "refresh_token", "refresh_token": (self.current or [self.refresh_token])[0]}

    def received(self, answer: Mapping[str, object]) -> None:
        """Use the new refresh token from now on, if there is one."""
        given = answer.get("refresh_token")
        if isinstance(given, str) and given and given != self.form()["refresh_token"]:
            self.current[:] = [given]
            if self.on_renewal is not None:
                self.on_renewal(given)


def token_of(answer: Mapping[str, object], url: str) -> Token:
    """Read the token out of what the server answered (RFC 6749 section 5.1).

    Raises:
        CredentialsError: there is none that can be sent.
    """
    kind = str(answer.get("token_type") or "bearer")
    if kind.lower() in _PROVEN:
        raise CredentialsError(f"{url} gives tokens of the type {kind[:40]!r}, which are no bearer tokens")
    try:
        value = checked_token(answer.get("access_token"))
    except CredentialsError:
        raise CredentialsError(f"{url} gave no access_token that can be sent") from None
    try:
        lifetime = float(str(answer["expires_in"]))
    except (KeyError, ValueError):
        lifetime = float("inf")
    return Token(value, time.monotonic() + lifetime - min(MARGIN, lifetime / 10))
