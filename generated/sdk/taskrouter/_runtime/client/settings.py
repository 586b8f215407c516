"""What holds for every call of a client."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urljoin, urlsplit

from .credentials import Credential
from .schemes import Scheme
from .urls import normalised, origin

if TYPE_CHECKING:
    from .operation import Operation

Certificates: TypeAlias = str | tuple[str, str]
"""The path of a file with a certificate and its key, or one path for each (PEM)."""

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?")


@dataclass(frozen=True)
class Settings:
    """What holds for every call of a client.

    `timeout`, in seconds, bounds the wait for a connection and then each wait for data; `None` waits for ever.
    `retries` is how often a call is sent again at most. `validate=False` sends values that the description forbids.
    `verify` is `False`, or the path of a file or folder of certificate authorities. `proxies` maps `http`, `https` or
    `all` to a proxy's URL. `credentials` are by the name of the security scheme. `security` is what most operations
    ask for: alternatives, each of the schemes that go together; `None` sends all the credentials there are. `headers`
    go with every request. `cert` is the certificate that the client shows. `servers` are those of single operations.

    Raises:
        ValueError: the base URL, a header, the timeout or the number of retries cannot be used.
    """

    base_url: str
    credentials: Mapping[str, Credential] = field(default_factory=dict[str, Credential], repr=False)
    timeout: float | None = 30.0
    retries: int = 2
    validate: bool = True
    user_agent: str = "python"
    verify: bool | str = True
    proxies: Mapping[str, str] | None = field(default=None, repr=False)
    headers: Mapping[str, str] | None = field(default=None, repr=False)
    cert: Certificates | None = field(default=None, repr=False)
    security: tuple[tuple[str, ...], ...] | None = None
    schemes: tuple[Scheme, ...] = field(default=(), repr=False)
    servers: tuple[str, ...] = ()
    random: Callable[[], float] = field(default=random.random, repr=False)
    origin: str = field(default="", init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "origin", origin(self.base_url))
        parts = urlsplit(self.base_url)
        if parts.query or parts.fragment:
            raise ValueError("base_url must not have a query or a fragment")
        object.__setattr__(self, "base_url", normalised(self.base_url).rstrip("/"))
        check_timeout(self.timeout)
        if self.retries < 0:
            raise ValueError("retries must not be negative")
        for name, value in (self.headers or {}).items():
            if not _TOKEN.fullmatch(name) or not _VALUE.fullmatch(value):
                raise ValueError(f"the header {name!r} cannot be sent: it holds visible ASCII and no line breaks")

    @cached_property
    def origins(self) -> frozenset[str]:
        """The origins that credentials may be sent to: those of the base URL and of the operations' own servers."""
        return frozenset({self.origin, *map(origin, self.servers)})

    def server_of(self, operation: Operation[Any]) -> str:
        """Give the URL that an operation's path is put after: mostly the base URL.

        Its own server counts if it is relative, or among those that are used, as it is not with a base URL that
        the description does not know.
        """
        own = operation.server
        if own is None:
            return self.base_url
        if own.startswith("/") and not own.startswith("//"):
            return normalised(urljoin(self.base_url, own)).rstrip("/")
        return normalised(own).rstrip("/") if own in self.servers else self.base_url


def check_timeout(timeout: float | None) -> None:
    """Refuse a timeout that is not a positive number of seconds.

    Raises:
        ValueError: it is not.
    """
    if timeout is not None and not timeout > 0:
        raise ValueError("a timeout is a positive number of seconds, or None to wait for ever")
