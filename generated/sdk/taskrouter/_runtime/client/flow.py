"""What one call does, step by step, without I/O of its own.

`exchange` is a generator: it yields a `Request` to send or a `Pause` to wait, is sent a `Response` or the
`TransportError` that came instead, and returns the `Answer`.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Generator
from dataclasses import dataclass, field, replace
from typing import Generic, TypeAlias, TypeVar, cast
from urllib.parse import urljoin

from pydantic import ValidationError

from .arguments import Request
from .errors import BY_STATUS, ConnectError, DecodeError, Headers, ServerError, StatusError, TransportError, retry_after
from .operation import Operation
from .settings import Settings
from .urls import normalised, origin

T = TypeVar("T")

IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"})
TRANSIENT = frozenset({408, 500, 502, 503, 504})
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MAX_REDIRECTS = 5
LONGEST_BACKOFF = 8.0
LONGEST_RETRY_AFTER = 60.0

log = logging.getLogger(__name__.partition("._runtime")[0])


@dataclass(frozen=True, slots=True)
class Pause:
    """Ask the driver to wait."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Response:
    """What came back."""

    status: int
    headers: Headers
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """The value an operation returned, with the status and headers it came with."""

    value: T
    status: int
    headers: Headers


Outcome: TypeAlias = Response | TransportError | None
Flow: TypeAlias = Generator[Request | Pause, Outcome, Answer[T]]


def exchange(operation: Operation[T], request: Request, settings: Settings) -> Flow[T]:
    """Send the request, send it again while that can help and do no harm, and read the answer.

    Raises:
        ApiError: whatever went wrong, in the tree of `errors`.
    """
    attempt = redirects = 0
    while True:
        started = time.perf_counter()
        outcome = yield request
        _log(request, outcome, started)
        if isinstance(outcome, Response) and outcome.status in REDIRECTS and redirects < MAX_REDIRECTS:
            target = _redirected(request, outcome, settings)
            if target is not None:
                redirects += 1
                request = target
                continue
        pause = _pause(request, outcome, attempt, settings) if attempt < settings.retries else None
        if pause is not None:
            attempt += 1
            yield Pause(pause)
        elif isinstance(outcome, Response):
            return read(operation, request, outcome)
        else:
            raise outcome or TransportError("the driver gave no outcome")


def _log(request: Request, outcome: Outcome, started: float) -> None:
    if log.isEnabledFor(logging.DEBUG):
        result = outcome.status if isinstance(outcome, Response) else type(outcome).__name__
        spent = (time.perf_counter() - started) * 1000
        log.debug("%s %s -> %s in %.0f ms", request.method, request.place, result, spent)


def _pause(request: Request, outcome: Outcome, attempt: int, settings: Settings) -> float | None:
    """Give the seconds to wait before the next attempt, `None` when there must be none."""
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


def _redirected(request: Request, response: Response, settings: Settings) -> Request | None:
    location = response.headers.get("location")
    if location is None or request.method not in {"GET", "HEAD"}:
        return None
    try:
        return follow(request, location, settings)
    except ValueError:
        return None


def follow(request: Request, reference: str, settings: Settings) -> Request:
    """Give the request for a URL that an answer named; credentials go to the origin of the base URL alone.

    Raises:
        ValueError: the URL is of another origin, or is none.
    """
    url = urljoin(request.url, reference).partition("#")[0]
    if origin(url) != settings.origin:
        raise ValueError(f"{origin(url)} is not the origin of the base URL, {settings.origin}")
    return replace(request, url=normalised(url))


def read(operation: Operation[T], request: Request, response: Response) -> Answer[T]:
    """Read the value out of a response.

    Raises:
        StatusError: the status is not 2xx.
        DecodeError: the body is not what the description says.
    """
    status, headers = response.status, response.headers
    if not 200 <= status < 300:
        kind = BY_STATUS.get(status, ServerError if status >= 500 else StatusError)
        raise kind(status, headers, response.body, request.method, request.place)
    if operation.returns is None:
        return Answer(cast("T", None), status, headers)
    try:
        return Answer(operation.reader.validate_json(response.body), status, headers)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
    problems = [f"/{'/'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in found]
    media = headers.get("content-type", "no content type")
    where = f"{operation.id}: {status} from {request.method} {request.place}"
    raise DecodeError(f"{where} is not as described ({media}, {len(response.body)} bytes)", problems)
