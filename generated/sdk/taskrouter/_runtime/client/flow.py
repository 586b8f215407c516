"""What one call does, step by step, without I/O of its own.

`reach` is a generator: it yields a `Request` to send, a `Pause` to wait or a `Detour` to take, is sent a `Response` or
the `TransportError` that came instead (or what the detour gave), and returns the `Response`; `exchange` reads it.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Generator
from dataclasses import replace
from typing import Any, TypeAlias
from urllib.parse import urljoin

from .answers import Answer, read, refusal
from .authorization import authorize, renewed
from .errors import ConnectError, TransportError, retry_after
from .files import Upload
from .messages import Request, Response
from .operation import H, Operation, T
from .settings import Settings
from .steps import Detour, Pause
from .urls import normalised, origin

IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"})
TRANSIENT = frozenset({408, 500, 502, 503, 504})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MAX_REDIRECTS = 5
LONGEST_BACKOFF = 8.0
LONGEST_RETRY_AFTER = 60.0

log = logging.getLogger(__name__.partition("._runtime")[0])

Step: TypeAlias = Request | Pause | Detour
Outcome: TypeAlias = Response | TransportError | None
"""What came of a `Request`; a `Pause` brings nothing, and a `Detour` whatever it was for."""
Flow: TypeAlias = Generator[Step, Any, Answer[T, H]]


def exchange(operation: Operation[T, H], request: Request, settings: Settings) -> Flow[T, H]:
    """Make a call and read the answer.

    Raises:
        ApiError: whatever went wrong, in the tree of `errors`.
    """
    response = yield from reach(operation, request, settings)
    return read(operation, request, response)


def reach(operation: Operation[Any, Any], request: Request, settings: Settings) -> Generator[Step, Any, Response]:
    """Send the request with credentials, and again while that can help and do no harm, until there is a success.

    Raises:
        ApiError: whatever went wrong, in the tree of `errors`.
    """
    attempt = redirects = 0
    is_renewed = False
    sent = yield from authorize(request, operation, settings)
    while True:
        started = time.perf_counter()
        outcome: Outcome = yield sent
        _log(sent, outcome, started)
        if isinstance(outcome, Response):
            if 200 <= outcome.status < 300:
                return outcome
            target = _redirected(sent, outcome, settings) if redirects < MAX_REDIRECTS else None
            if target is not None:
                redirects += 1
                request = replace(request, url=target)
                sent = yield from authorize(request, operation, settings)
                continue
            if outcome.status == 401 and not is_renewed and _is_repeatable(request):
                is_renewed = True
                again = yield from renewed(request, sent, operation, settings)
                if again is not sent:
                    sent = again
                    continue
        pause = _pause(request, outcome, attempt, settings) if attempt < settings.retries else None
        if pause is None:
            raise _final(operation, sent, outcome)
        attempt += 1
        yield Pause(pause)


def _final(operation: Operation[Any, Any], request: Request, outcome: Outcome) -> Exception:
    if isinstance(outcome, Response):
        return refusal(operation, request, outcome)
    return outcome or TransportError("the driver gave no outcome")


def _is_repeatable(request: Request) -> bool:
    return not isinstance(request.body, Upload) or request.body.is_repeatable


def _log(request: Request, outcome: Outcome, started: float) -> None:
    if log.isEnabledFor(logging.DEBUG):
        result = outcome.status if isinstance(outcome, Response) else type(outcome).__name__
        spent = (time.perf_counter() - started) * 1000
        log.debug("%s %s -> %s in %.0f ms", request.method, request.place, result, spent)


def _pause(request: Request, outcome: Outcome, attempt: int, settings: Settings) -> float | None:
    """Give the seconds to wait before the next attempt, `None` when there must be none."""
    if not _is_repeatable(request):
        return None
    backoff = settings.random() * min(LONGEST_BACKOFF, 0.5 * float(2**attempt))
    if not isinstance(outcome, Response):
        # Without a connection nothing was sent; else a request that is not idempotent may have been acted on.
        return backoff if isinstance(outcome, ConnectError) or request.method in IDEMPOTENT else None
    if outcome.status != 429 and not (outcome.status in TRANSIENT and request.method in IDEMPOTENT):
        return None
    asked = retry_after(outcome.headers, time.time())
    if asked is None:
        return backoff
    # Waiting less than asked would only be refused again: who calls shall decide.
    return asked if asked <= LONGEST_RETRY_AFTER else None


def _redirected(request: Request, response: Response, settings: Settings) -> str | None:
    location = response.headers.get("location") if response.status in REDIRECTS else None
    if location is None or request.method not in {"GET", "HEAD"} or not _is_repeatable(request):
        return None
    try:
        return target_of(request, location, settings)
    except ValueError:
        return None


def target_of(request: Request, reference: str, settings: Settings) -> str:
    """Give the URL that an answer named; credentials go to the origin of the base URL and of documented servers alone.

    Raises:
        ValueError: the URL is of another origin, or is none.
    """
    url = urljoin(request.url, reference).partition("#")[0]
    if origin(url) not in settings.origins:
        raise ValueError(f"{origin(url)} is not the origin of the base URL, {settings.origin}")
    return normalised(url)
