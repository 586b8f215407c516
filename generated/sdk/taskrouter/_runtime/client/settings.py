"""What holds for every call of a client."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from .credentials import Credentials
from .urls import normalised, origin


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every call of a client.

    `timeout`, in seconds, bounds the wait for a connection and then each wait for data; `None` waits for ever.
    `retries` is how often a call is sent again at most. `validate=False` sends values that the description forbids.
    `verify` is `False`, or the path of a file or folder of certificate authorities. `proxies` maps `http`, `https` or
    `all` to a proxy's URL. `credentials` are by the name of the security scheme.

    Raises:
        ValueError: the base URL, the timeout or the number of retries cannot be used.
    """

    base_url: str
    credentials: Mapping[str, Credentials] = field(default_factory=dict[str, Credentials], repr=False)
    timeout: float | None = 30.0
    retries: int = 2
    validate: bool = True
    user_agent: str = "python"
    verify: bool | str = True
    proxies: Mapping[str, str] | None = field(default=None, repr=False)
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


def check_timeout(timeout: float | None) -> None:
    """Refuse a timeout that is not a positive number of seconds.

    Raises:
        ValueError: it is not.
    """
    if timeout is not None and not timeout > 0:
        raise ValueError("a timeout is a positive number of seconds, or None to wait for ever")
