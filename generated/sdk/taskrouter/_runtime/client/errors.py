"""Every error that a call raises.

    ApiError
    ├── ArgumentError            the arguments cannot be sent; nothing was (a ValueError and a TypeError too)
    ├── CredentialsError         there are no usable credentials (a ValueError too)
    ├── TransportError           no whole response arrived
    │   ├── ConnectError         no connection, so nothing was sent
    │   │   └── ConnectTimeout
    │   ├── ReadTimeout          the request was sent and the answer took too long
    │   └── ProtocolError        the connection broke, or what arrived is not an HTTP response
    ├── DecodeError              the answer is not what the description says
    └── StatusError              the API refused: 3xx, 4xx or 5xx
        ├── BadRequest 400  Unauthorized 401  Forbidden 403  NotFound 404  MethodNotAllowed 405
        ├── Conflict 409  PreconditionFailed 412  ContentTooLarge 413  RateLimited 429
        └── ServerError 5xx

None of them holds what was sent but its method and its URL without the query.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import cached_property
from http import HTTPStatus
from typing import Any, cast


class Headers(Mapping[str, str]):
    """The headers of a response; names are found in any case and listed in lower case."""

    __slots__ = ("_values",)

    def __init__(self, pairs: Mapping[str, str]) -> None:
        self._values = {name.lower(): value for name, value in pairs.items()}

    def __getitem__(self, name: str) -> str:
        return self._values[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Headers({self._values!r})"


class ApiError(Exception):
    """Base of every error that a call raises."""


class ArgumentError(ApiError, ValueError, TypeError):
    """The arguments cannot be sent; `problems` has every reason, and nothing was sent."""

    def __init__(self, operation_id: str, problems: Sequence[str]) -> None:
        super().__init__(operation_id, tuple(problems))
        self.operation_id = operation_id
        self.problems = tuple(problems)

    def __str__(self) -> str:
        if len(self.problems) == 1:
            return f"{self.operation_id}: {self.problems[0]}"
        return f"{self.operation_id}: {len(self.problems)} problems" + "".join(f"\n  - {it}" for it in self.problems)


class CredentialsError(ApiError, ValueError):
    """There are no credentials, or they cannot be sent."""


class TransportError(ApiError):
    """No whole response arrived."""


class ConnectError(TransportError):
    """There was no connection, so nothing was sent."""


class ConnectTimeout(ConnectError):
    """The connection took longer than the timeout, so nothing was sent."""


class ReadTimeout(TransportError):
    """The request was sent, and the answer took longer than the timeout; the API may have acted on it."""


class ProtocolError(TransportError):
    """The connection broke, or what arrived is not an HTTP response; the API may have acted on the request."""


class DecodeError(ApiError):
    """The answer is not what the description says; `problems` names each field.

    `status`, `headers` and `body` are those of the answer; `None` and nothing where it is not one answer alone.
    """

    def __init__(
        self,
        message: str,
        problems: Sequence[str] = (),
        status: int | None = None,
        headers: Headers | None = None,
        body: bytes = b"",
    ) -> None:
        super().__init__(message, tuple(problems), status, headers, body)
        self.message = message
        self.problems = tuple(problems)
        self.status, self.headers, self.body = status, headers, body

    def __str__(self) -> str:
        return self.message + "".join(f"\n  - {problem}" for problem in self.problems)


class StatusError(ApiError):
    """The API refused.

    `message`, `code` and `more_info` are what its body says, in the shape `{code, message, more_info}` or in that of
    RFC 9457 (`{type, title, detail}`); `request_id` is the first header whose name ends in `request-id`. `reader` reads
    the body as the description says it is.
    """

    def __init__(self, status: int, headers: Headers, body: bytes, method: str, url: str) -> None:
        super().__init__(status, headers, body, method, url)
        self.status, self.headers, self.body, self.method, self.url = status, headers, body, method, url
        fields = _fields(body)
        code = fields.get("code")
        self.code = code if isinstance(code, (int, str)) and not isinstance(code, bool) else None
        self.message = _first(fields, "message", "detail", "title") or _reason(status)
        self.more_info = _first(fields, "more_info", "type")
        self.request_id = next((headers[name] for name in headers if name.endswith("request-id")), None)
        self.reader: Callable[[], object] | None = None

    @cached_property
    def value(self) -> Any:
        """The body as the description has it for this status; `None` where it has nothing, or something else."""
        return None if self.reader is None else self.reader()

    def __reduce__(self) -> tuple[Any, ...]:
        state = {**self.__dict__, "reader": None, "value": self.value}
        return type(self), self.args, state

    def __str__(self) -> str:
        code = "" if self.code is None else f" (code {self.code})"
        return f"{self.status} from {self.method} {self.url}: {self.message}{code}"

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self}>"


def _fields(body: bytes) -> Mapping[str, object]:
    try:
        value: object = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def _first(fields: Mapping[str, object], *names: str) -> str | None:
    return next((value for name in names if isinstance(value := fields.get(name), str) and value), None)


def _reason(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "no reason given"


class BadRequest(StatusError):
    """400: the request breaks a rule of the API."""


class Unauthorized(StatusError):
    """401: the credentials are wrong."""


class Forbidden(StatusError):
    """403: the credentials do not allow this."""


class NotFound(StatusError):
    """404: there is no such resource."""


class MethodNotAllowed(StatusError):
    """405: the resource does not take this method."""


class Conflict(StatusError):
    """409: the resource is in another state."""


class PreconditionFailed(StatusError):
    """412: the resource has another version than `If-Match` says."""


class ContentTooLarge(StatusError):
    """413: the request is too large."""


class RateLimited(StatusError):
    """429: too many requests."""

    @property
    def retry_after(self) -> float | None:
        """How many seconds to wait, counted from now, where the API says so."""
        return retry_after(self.headers, datetime.now(UTC).timestamp())


class ServerError(StatusError):
    """5xx: the API failed."""


BY_STATUS: Mapping[int, type[StatusError]] = {
    400: BadRequest,
    401: Unauthorized,
    403: Forbidden,
    404: NotFound,
    405: MethodNotAllowed,
    409: Conflict,
    412: PreconditionFailed,
    413: ContentTooLarge,
    429: RateLimited,
}


def retry_after(headers: Headers, now: float) -> float | None:
    """Read `Retry-After`, seconds or an HTTP date (RFC 9110 section 10.2.3), as seconds from `now`, never negative."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, TypeError, OverflowError):
        return None
