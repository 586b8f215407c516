"""What proves to the API who calls; no `repr` shows it."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from .errors import CredentialsError


@dataclass(frozen=True, slots=True)
class Basic:
    """A user name and a password, for HTTP Basic (RFC 7617, in UTF-8)."""

    username: str
    password: str = field(repr=False)

    def __post_init__(self) -> None:
        if not self.username or not self.password:
            raise CredentialsError("the user name and the password must not be empty")
        if ":" in self.username:
            raise CredentialsError("a user name cannot hold a colon (RFC 7617 section 2)")
        if not (self.username + self.password).isprintable():
            raise CredentialsError("the user name and the password must not hold control characters")

    @property
    def authorization(self) -> str:
        """The value of the `Authorization` header."""
        return "Basic " + b64encode(f"{self.username}:{self.password}".encode()).decode("ascii")


@dataclass(frozen=True, slots=True)
class Bearer:
    """A token (RFC 6750)."""

    token: str = field(repr=False)

    def __post_init__(self) -> None:
        if not self.token or not self.token.isascii() or not self.token.isprintable() or " " in self.token:
            raise CredentialsError("a token is visible ASCII")

    @property
    def authorization(self) -> str:
        """The value of the `Authorization` header."""
        return f"Bearer {self.token}"


Credentials: TypeAlias = Basic | Bearer


def basic(username: str | None, password: str | None, environment: Sequence[tuple[str, str]] = ()) -> Basic:
    """Take the user name and password given, or else the first pair of environment variables that are both set.

    Raises:
        CredentialsError: only one of the two is given, or neither is and no pair of variables is set.
    """
    if username is not None and password is not None:
        return Basic(username, password)
    if username is not None or password is not None:
        raise CredentialsError(
            f"the {'password' if password is None else 'user name'} is missing: give both or neither"
        )
    for names in environment:
        found = os.environ.get(names[0]), os.environ.get(names[1])
        if found[0] and found[1]:
            return Basic(found[0], found[1])
    ways = "".join(f", or set {first} and {second}" for first, second in environment)
    raise CredentialsError(f"no credentials: pass a user name and a password{ways}")
