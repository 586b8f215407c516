"""What came back, read: the value of an answer, its headers and the steps from it, or the error it stands for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Generic, cast

from .errors import BY_STATUS, DecodeError, Headers, ServerError, StatusError
from .headers import typed_headers
from .links import NO_LINKS, Exchanged, Links
from .messages import Request, Response
from .operation import H, Operation, T
from .readers import Reader, chosen, nearness, problems_of


@dataclass(frozen=True, slots=True)
class Answer(Generic[T, H]):
    """The value an operation returned, with the status, headers and content it came with.

    `links` has a method for each documented step from here to another operation: `answer.links.NAME(…)` makes that
    call, and what is passed wins over what the answer says.
    """

    value: T
    status: int
    headers: Headers
    content: bytes = field(default=b"", repr=False, compare=False)
    links: Links = field(default=NO_LINKS, repr=False, compare=False)
    operation: Operation[T, H] | None = field(default=None, repr=False, compare=False)

    @property
    def typed_headers(self) -> H:
        """The documented headers by their Python names; those that are absent or not as described are left out."""
        described = () if self.operation is None else self.operation.headers
        return cast("H", typed_headers(described, self.headers))

    def linked(self, arguments: Mapping[str, object], request: Request, call: Callable[..., Any]) -> Answer[T, H]:
        """Give the answer with the steps from it, which `call` makes."""
        operation = self.operation
        if operation is None or not operation.links:
            return self
        exchanged = Exchanged(operation, {**arguments, **operation.fixed}, request, self)
        return replace(self, links=Links(exchanged, call))


def read(operation: Operation[T, H], request: Request, response: Response) -> Answer[T, H]:
    """Read the value out of a response.

    Raises:
        StatusError: the status is not 2xx.
        DecodeError: the body is not what the description says.
    """
    status, headers, body = response.status, response.headers, response.body
    if not 200 <= status < 300:
        raise refusal(operation, request, response)
    media_type = headers.get("content-type", "")
    reader = chosen(operation.successes, status, media_type, is_empty=not body)
    if not reader.media_type or request.method == "HEAD":
        return Answer(cast("T", None), status, headers, body, operation=operation)
    if not body and reader.form not in {"binary", "text"}:
        if reader.is_nullable:
            return Answer(cast("T", None), status, headers, operation=operation)
        raise undecodable(operation, request, response, [f"the answer is empty, and {reader.media_type} was expected"])
    try:
        return Answer(reader.read(body, media_type), status, headers, body, operation=operation)
    except ValueError as error:
        problems = problems_of(error)
    raise undecodable(operation, request, response, problems)


def undecodable(
    operation: Operation[Any, Any], request: Request, response: Response, problems: list[str]
) -> DecodeError:
    """Give the error for an answer that is not as described."""
    media = response.headers.get("content-type", "no content type")
    where = f"{operation.id}: {response.status} from {request.method} {request.place}"
    size = "a stream" if response.chunks is not None else f"{len(response.body)} bytes"
    message = f"{where} is not as described ({media}, {size})"
    return DecodeError(message, problems, response.status, response.headers, response.body)


def refusal(operation: Operation[Any, Any], request: Request, response: Response) -> StatusError:
    """Give the error for an answer that is no success; its value is read when someone asks for it."""
    status, headers, body = response.status, response.headers, response.body
    kind = BY_STATUS.get(status, ServerError if status >= 500 else StatusError)
    error = kind(status, headers, body, request.method, request.place)
    error.reader = partial(_refused, operation.failures, status, headers.get("content-type", ""), body)
    return error


def _refused(failures: tuple[Reader, ...], status: int, media_type: str, body: bytes) -> object:
    documented = [reader for reader in failures if nearness(reader, status) and reader.media_type]
    if not documented or not body:
        return None
    try:
        found: object = chosen(documented, status, media_type, is_empty=False).read(body, media_type)
    except ValueError:
        return None
    return found
