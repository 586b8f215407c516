"""What proves to the API who calls; no `repr` shows it."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from base64 import b64encode
from collections.abc import Awaitable, Callable, Generator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote, unquote_plus

from .errors import CredentialsError
from .steps import Ask

if TYPE_CHECKING:
    from .arguments import Request
    from .settings import Settings

TokenProvider: TypeAlias = Callable[[], str]
"""Gives a valid token; it is asked before every request, so it should keep what it got."""
AsyncTokenProvider: TypeAlias = Callable[[], str | Awaitable[str]]
"""Gives a valid token, or something to await for one; it is asked before every request."""
Authorizing: TypeAlias = "Generator[Any, Any, Request]"
"""Yields what the driver is to do (requests for tokens, pauses, detours) and returns a request with credentials."""

_COOKIE = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*")  # RFC 6265 section 4.1.1
_HEADER_VALUE = re.compile(r"[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?")


class Credential(ABC):
    """Proves who calls, by what it adds to a request."""

    __slots__ = ()

    @abstractmethod
    def authorize(self, request: Request, settings: Settings) -> Authorizing:
        """Give the request with the credential in it."""

    def forget(self, request: Request) -> bool:
        """Forget what the API refused in a request; `False` if there will be nothing else to offer."""
        del request
        return False


@dataclass(frozen=True, slots=True)
class Basic(Credential):
    """A user name and a password, for HTTP Basic (RFC 7617, in UTF-8)."""

    username: str
    password: str = field(repr=False)

    def __post_init__(self) -> None:
        if not self.username and not self.password:
            raise CredentialsError("the user name and the password must not both be empty")
        if ":" in self.username:
            raise CredentialsError("a user name cannot hold a colon (RFC 7617 section 2)")
        if not (self.username + self.password).isprintable():
            raise CredentialsError("the user name and the password must not hold control characters")

    @property
    def authorization(self) -> str:
        """The value of the `Authorization` header."""
        return "Basic " + b64encode(f"{self.username}:{self.password}".encode()).decode("ascii")

    def authorize(self, request: Request, settings: Settings) -> Authorizing:
        """Give the request with the header; nothing is asked of the driver."""
        del settings
        yield from ()
        return with_header(request, "Authorization", self.authorization)


@dataclass(frozen=True, slots=True)
class Bearer(Credential):
    """A token (RFC 6750), or a function that gives one."""

    token: str | AsyncTokenProvider = field(repr=False)

    def __post_init__(self) -> None:
        if isinstance(self.token, str):
            checked_token(self.token)

    @property
    def authorization(self) -> str:
        """The value of the `Authorization` header, where the token is known."""
        return f"Bearer {self.token}" if isinstance(self.token, str) else ""

    def authorize(self, request: Request, settings: Settings) -> Authorizing:
        """Give the request with the token in its header; a function is asked for it."""
        del settings
        token = self.token if isinstance(self.token, str) else checked_token((yield Ask(self.token)))
        return with_header(request, "Authorization", f"Bearer {token}")

    def forget(self, request: Request) -> bool:
        """A function may have another token the next time."""
        del request
        return not isinstance(self.token, str)


@dataclass(frozen=True, slots=True)
class Authorization(Credential):
    """What stands after the name of any other HTTP scheme in the `Authorization` header (RFC 9110, 11.4)."""

    scheme: str
    value: str | AsyncTokenProvider = field(repr=False)

    def __post_init__(self) -> None:
        if isinstance(self.value, str):
            checked_header(self.value)

    def authorize(self, request: Request, settings: Settings) -> Authorizing:
        """Give the request with the header."""
        del settings
        value = self.value if isinstance(self.value, str) else checked_header((yield Ask(self.value)))
        return with_header(request, "Authorization", f"{self.scheme} {value}")

    def forget(self, request: Request) -> bool:
        """A function may have another value the next time."""
        del request
        return not isinstance(self.value, str)


@dataclass(frozen=True, slots=True)
class ApiKey(Credential):
    """A key in a header, a parameter of the query or a cookie, as `place` says."""

    key: str | AsyncTokenProvider = field(repr=False)
    name: str
    place: str

    def __post_init__(self) -> None:
        if isinstance(self.key, str):
            self._checked(self.key)

    def authorize(self, request: Request, settings: Settings) -> Authorizing:
        """Give the request with the key in it."""
        del settings
        key = self.key if isinstance(self.key, str) else self._checked((yield Ask(self.key)))
        if self.place == "query":
            return with_query(request, self.name, key)
        if self.place == "cookie":
            return with_cookie(request, self.name, key)
        return with_header(request, self.name, key)

    def forget(self, request: Request) -> bool:
        """A function may have another key the next time."""
        del request
        return not isinstance(self.key, str)

    def _checked(self, key: object) -> str:
        if self.place == "header":
            return checked_header(key)
        if not isinstance(key, str) or not key:
            raise CredentialsError(f"the key for {self.name} is text, and not empty")
        if self.place == "cookie" and not _COOKIE.fullmatch(key):
            raise CredentialsError(f"the key for {self.name} holds what no cookie can (RFC 6265 section 4.1.1)")
        return key


class Certificate(Credential):
    """A certificate of the client's, which the transport shows when it connects: requests stay as they are."""

    __slots__ = ()

    def authorize(self, request: Request, settings: Settings) -> Authorizing:
        """Give the request as it is."""
        del settings
        yield from ()
        return request


def checked_token(token: object) -> str:
    """Give the token if it can be sent.

    Raises:
        CredentialsError: it is no text, empty, or holds what no token does (RFC 6750 section 2.1).
    """
    if not isinstance(token, str) or not token or not token.isascii() or not token.isprintable() or " " in token:
        raise CredentialsError("a token is visible ASCII, without the name of a scheme before it")
    return token


def checked_header(value: object) -> str:
    """Give the value if a header can hold it.

    Raises:
        CredentialsError: it is no text, empty, or holds what no header does.
    """
    if not isinstance(value, str) or not _HEADER_VALUE.fullmatch(value):
        raise CredentialsError("a credential in a header is visible ASCII, without line breaks or spaces around it")
    return value


def with_header(request: Request, name: str, value: str) -> Request:
    """Give the request with a header, in the place of one of the same name in any case."""
    lower = name.lower()
    headers = {known: said for known, said in request.headers.items() if known.lower() != lower}
    headers[name] = value
    return replace(request, headers=headers)


def with_cookie(request: Request, name: str, value: str) -> Request:
    """Give the request with a cookie, after those it has; one of the same name is replaced."""
    sent = next((said for known, said in request.headers.items() if known.lower() == "cookie"), "")
    others = [pair for pair in sent.split("; ") if pair and pair.partition("=")[0] != name]
    return with_header(request, "Cookie", "; ".join([*others, f"{name}={value}"]))


def with_query(request: Request, name: str, value: str) -> Request:
    """Give the request with a parameter at the end of its query; those of the same name are replaced."""
    place, _, query = request.url.partition("?")
    others = [pair for pair in query.split("&") if pair and unquote_plus(pair.partition("=")[0]) != name]
    written = "=".join(quote(part, safe="") for part in (name, value))
    return replace(request, url=f"{place}?{'&'.join([*others, written])}")
