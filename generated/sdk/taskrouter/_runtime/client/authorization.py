"""Who calls: the credentials that go with a request, and new ones where the API refused them.

Both functions are generators of a flow, without I/O: they yield the requests, pauses and detours that a token may
take, and are sent what came of them. They start from the request as it was built, without credentials, and so must a
request to another URL (a redirect, a next page), which is only made for one of `Settings.origins`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from .credentials import Authorizing
from .errors import CredentialsError
from .messages import Request
from .operation import Operation
from .settings import Settings


def authorize(request: Request, operation: Operation[Any], settings: Settings) -> Authorizing:
    """Give the request with the credentials that the operation asks for, and the headers that every request has.

    Raises:
        CredentialsError: some are missing, or no token was given for them.
        TransportError: the server that gives tokens cannot be reached.
    """
    if settings.headers:
        request = _with_headers(request, settings.headers)
    for name in chosen(operation, settings):
        request = yield from settings.credentials[name].authorize(request, settings)
    return request


def renewed(request: Request, refused: Request, operation: Operation[Any], settings: Settings) -> Authorizing:
    """Give `request` with other credentials than those of `refused`, to which the API answered 401.

    It is `refused` itself if there are no others: asking again would bring the same answer.
    """
    offers = {settings.credentials[name].forget(refused) for name in chosen(operation, settings)}
    if True not in offers:
        return refused
    again = yield from authorize(request, operation, settings)
    return refused if (again.url, again.headers) == (refused.url, refused.headers) else again


def chosen(operation: Operation[Any], settings: Settings) -> tuple[str, ...]:
    """Give the names of the schemes to use: the first alternative whose credentials were all given.

    Raises:
        CredentialsError: there is none, and no call without credentials is allowed.
    """
    alternatives = settings.security if operation.security is None else operation.security
    if alternatives is None:
        return tuple(settings.credentials)
    for names in alternatives:
        if names and all(name in settings.credentials for name in names):
            return names
    if not alternatives or () in alternatives:
        return ()
    ways = {scheme.name: scheme.way for scheme in settings.schemes}
    told = [" and ".join(ways.get(name, f"pass {name}") for name in names) for names in alternatives]
    raise CredentialsError(f"{operation.id}: no credentials: {'; or '.join(told)}")


def _with_headers(request: Request, headers: Mapping[str, str]) -> Request:
    """Those of the call come first, but for the name of the client's software."""
    own = {name.lower() for name in request.headers} - {"user-agent"}
    added = {name: value for name, value in headers.items() if name.lower() not in own}
    lower = {name.lower() for name in added}
    kept = {name: value for name, value in request.headers.items() if name.lower() not in lower}
    return replace(request, headers={**kept, **added})
