"""The security schemes of a description (OAS 3.1, 4.8.27), and how credentials for them are given or found."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from .credentials import ApiKey, AsyncTokenProvider, Authorization, Basic, Bearer, Certificate, Credential
from .errors import CredentialsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme(ABC):
    """A way to prove who calls: its name in the description, and the argument of the client that it is given by.

    `environment` names variables that credentials are taken from if there is no argument, best first: each entry maps
    the parts (`username`, `password`, `token`, `client_id`, `client_secret`) to variables that must all be set.
    """

    name: str
    argument: str
    environment: tuple[Mapping[str, str], ...] = ()

    @property
    def way(self) -> str:
        """How the credential is given, in words."""
        return f"pass {self.argument}" + "".join(
            f", or set {' and '.join(names.values())}" for names in self.environment
        )

    def credential(self, given: object) -> Credential | None:
        """Make the credential of what was given, or else of the first variables that are all set.

        Raises:
            CredentialsError: what was given or found cannot be sent.
        """
        if given is not None:
            return self.of(given)
        for names in self.environment:
            found = {part: os.environ.get(variable, "") for part, variable in names.items()}
            if all(found.values()):
                return self.found(found)
        return None

    @abstractmethod
    def of(self, given: object) -> Credential | None:
        """Make the credential of what was given."""

    def found(self, parts: Mapping[str, str]) -> Credential | None:
        """Make the credential of what the environment has."""
        return self.of(parts["token"])

    def _text(self, given: object, wanted: str) -> str | AsyncTokenProvider:
        if isinstance(given, str):
            return given
        if not callable(given):
            raise self._refused(wanted)
        return cast("AsyncTokenProvider", given)

    def _refused(self, wanted: str) -> CredentialsError:
        return CredentialsError(f"{self.argument} must be {wanted}")


class BasicScheme(Scheme):
    """HTTP Basic."""

    __slots__ = ()

    def credential(self, given: object) -> Credential | None:
        """Take the pair, if there is anything in it."""
        return Scheme.credential(self, None if given == (None, None) else given)

    def of(self, given: object) -> Credential | None:
        """Take a `Basic`, or a user name and a password."""
        if isinstance(given, Basic):
            return given
        if not isinstance(given, tuple) or len(cast("tuple[object, ...]", given)) != 2:
            raise self._refused("a Basic, or a user name and a password")
        username, password = cast("tuple[object, object]", given)
        if not isinstance(username, str) or not isinstance(password, str):
            missing = "password" if password is None else "user name"
            raise CredentialsError(f"the {missing} is missing: give both or neither, each as text")
        return Basic(username, password)

    def found(self, parts: Mapping[str, str]) -> Credential | None:
        """Take the user name and the password."""
        return Basic(parts["username"], parts["password"])


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpScheme(Scheme):
    """Bearer, or any other scheme of the `Authorization` header, whose name stands before what was given."""

    scheme: str = "Bearer"

    def of(self, given: object) -> Credential | None:
        """Take a token, or a function that gives one."""
        text = self._text(given, "text, or a function that gives it")
        return Bearer(text) if self.scheme == "Bearer" else Authorization(self.scheme, text)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKeyScheme(Scheme):
    """A key under the name `key`, in a `header`, the `query` or a `cookie`."""

    key: str
    place: str

    def of(self, given: object) -> Credential | None:
        """Take a key, or a function that gives one."""
        return ApiKey(self._text(given, "text, or a function that gives it"), self.key, self.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuth2Scheme(Scheme):
    """OAuth 2.0, or OpenID Connect: where tokens are fetched and renewed, or the `discovery` URL that knows where."""

    token_url: str = ""
    refresh_url: str = ""
    discovery: str = ""

    def of(self, given: object) -> Credential | None:
        """Take a token, a function that gives one, or a grant by which tokens are fetched."""
        if isinstance(given, str):
            return Bearer(given)
        # Clients that are given no grant start without what grants need.
        from .oauth import Grant, RefreshToken

        if isinstance(given, RefreshToken):
            return given.at(self.refresh_url or self.token_url, self.discovery)
        if isinstance(given, Grant):
            return given.at(self.token_url, self.discovery)
        return Bearer(self._text(given, "a token, a function that gives one, or a grant"))

    def found(self, parts: Mapping[str, str]) -> Credential | None:
        """Take a token, or the id and the secret of a client."""
        if "token" in parts:
            return self.of(parts["token"])
        from .oauth import ClientCredentials

        return self.of(ClientCredentials(parts["client_id"], parts["client_secret"]))


class MutualTlsScheme(Scheme):
    """A certificate of the client's; that of a session of the caller's own counts."""

    __slots__ = ()

    def of(self, given: object) -> Credential | None:
        """Take note that there is one."""
        del given
        return Certificate()


def gather(
    schemes: Sequence[Scheme], given: Mapping[str, object], *, is_required: bool = False
) -> dict[str, Credential]:
    """Give the credentials that were given by the names of their schemes, or that the environment has.

    Raises:
        CredentialsError: some cannot be sent; or there are none, and `is_required` says that no call works without.
    """
    found = {scheme.name: scheme.credential(given.get(scheme.name)) for scheme in schemes}
    if is_required and not any(found.values()):
        raise CredentialsError(f"no credentials: {', or '.join(scheme.way for scheme in schemes)}")
    return {name: credential for name, credential in found.items() if credential is not None}
