"""Requests to an authorization server, and what it answers (RFC 6749 section 5)."""

from __future__ import annotations

import json
import time
from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlsplit

from .errors import ConnectError, CredentialsError, TransportError, retry_after
from .steps import Pause
from .urls import origin

if TYPE_CHECKING:
    from .settings import Settings

LONGEST_WAIT = 8.0
LARGEST = 1_000_000
_TRANSIENT = frozenset({408, 429, 500, 502, 503, 504})
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


def checked_url(url: str, settings: Settings) -> str:
    """Give a URL to which secrets may be sent: by TLS (RFC 6749 section 3.2), in this machine, or the API itself.

    Raises:
        CredentialsError: it is none.
    """
    try:
        place = origin(url)
    except ValueError as error:
        raise CredentialsError(f"the token URL cannot be used: {error}") from None
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in _LOOPBACK and place not in settings.origins:
        raise CredentialsError(f"{place} is not asked for tokens: secrets are sent by https only")
    return url.partition("#")[0]


def ask_for(
    method: str, url: str, settings: Settings, body: bytes | None = None, extra: Mapping[str, str] | None = None
) -> Generator[Any, Any, Mapping[str, object]]:
    """Send a request, again while the server or the way there is at fault, and give the object in the answer.

    Raises:
        CredentialsError: the server refuses, or answers with something else.
        TransportError: there is no answer.
    """
    from .messages import Request

    headers = {
        "User-Agent": settings.user_agent,
        "Accept-Encoding": "gzip, deflate",
        "Accept": "application/json",
        "Connection": "keep-alive",
        **(extra or {}),
    }
    if body is not None:
        headers |= {"Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(body))}
    request = Request(method=method, url=url, headers=headers, body=body, timeout=settings.timeout)
    for attempt in range(settings.retries + 1):
        outcome = yield request
        pause = _pause(outcome, attempt, settings)
        if pause is None or attempt == settings.retries:
            return _read(outcome, f"{method} {request.place}")
        yield Pause(pause)
    raise AssertionError("unreachable")


def _pause(outcome: Any, attempt: int, settings: Settings) -> float | None:
    backoff = settings.random() * min(LONGEST_WAIT, 0.5 * float(2**attempt))
    if isinstance(outcome, TransportError):
        # A refresh token that was used may be worth nothing any more: only what was never sent is sent again.
        return backoff if isinstance(outcome, ConnectError) else None
    if outcome.status not in _TRANSIENT:
        return None
    asked = retry_after(outcome.headers, time.time())
    return backoff if asked is None else asked if asked <= LONGEST_WAIT else None


def _read(outcome: Any, place: str) -> Mapping[str, object]:
    if isinstance(outcome, TransportError):
        raise outcome
    try:
        found: object = json.loads(outcome.body[:LARGEST])
    except (ValueError, RecursionError):
        found = None
    fields: Mapping[str, object] = cast("dict[str, object]", found) if isinstance(found, dict) else {}
    if not 200 <= outcome.status < 300:
        said = " ".join(str(fields[part]) for part in ("error", "error_description") if fields.get(part))
        shown = "".join(character if character.isprintable() else " " for character in said[:200])
        raise CredentialsError(f"{place} answered {outcome.status}{f': {shown}' if shown else ''}")
    if not fields:
        raise CredentialsError(f"{place} answered {outcome.status} without a JSON object")
    return fields
