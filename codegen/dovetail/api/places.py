"""Where types stand in an operation, and the same operation with others in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from .model import Answer, Content, Header, Operation, Parameter
from .types import Type

_SPREAD: Final = ("json", "form", "multipart")
_STATUSES: Final = {
    "default": "error",
    "2XX": "success",
    "3XX": "redirection",
    "4XX": "client error",
    "5XX": "server error",
    "200": "ok",
    "201": "created",
    "202": "accepted",
    "206": "part",
    "207": "statuses",
    "300": "choices",
    "400": "bad request",
    "401": "unauthorized",
    "402": "payment required",
    "403": "forbidden",
    "404": "not found",
    "405": "method not allowed",
    "406": "not acceptable",
    "408": "request timeout",
    "409": "conflict",
    "410": "gone",
    "412": "precondition failed",
    "413": "content too large",
    "415": "unsupported media type",
    "422": "unprocessable",
    "423": "locked",
    "424": "failed dependency",
    "428": "precondition required",
    "429": "too many requests",
    "500": "internal server error",
    "501": "not implemented",
    "502": "bad gateway",
    "503": "service unavailable",
    "504": "gateway timeout",
}
_ONE: Final = {"events": "event", "lines": "line", "sequence": "record"}


@dataclass(frozen=True, slots=True)
class Place:
    """A place for a type: what is said there, in words, and of what kind it is.

    What is spread is a body whose properties are arguments; an error is an answer that refuses.
    """

    name: str
    description: str = ""
    is_spread: bool = False
    is_error: bool = False


_Held = TypeVar("_Held", Parameter, Header)
Change = Callable[[Type, Place], Type]
"""Gives the type that comes in the place of another."""


def exchanged_in(operation: Operation, change: Change) -> Operation:
    """The operation, each type in it exchanged."""
    body, success = operation.body, operation.success
    if body is not None:
        body = replace(body, content=_content(body.content, _request(body.content), change))
    return replace(
        operation,
        parameters=tuple(_held(parameter, change) for parameter in operation.parameters),
        body=body,
        answers=tuple(_answer(answer, answer is success, change) for answer in operation.answers),
    )


def types_of(operation: Operation) -> Iterator[tuple[Type, Place]]:
    """Each type in an operation, with its place."""
    found: list[tuple[Type, Place]] = []

    def keep(meaning: Type, place: Place) -> Type:
        found.append((meaning, place))
        return meaning

    exchanged_in(operation, keep)
    yield from found


def _answer(answer: Answer, is_success: bool, change: Change) -> Answer:
    is_error = answer.status[:1] not in "123" and not is_success
    contents = []
    for content in answer.contents:
        name = _ONE.get(content.form, "response") if is_success else _status(answer.status)
        contents.append(_content(content, Place(name, answer.description, is_error=is_error), change))
    headers = [_held(header, change) for header in answer.headers]
    if _same(contents, answer.contents) and _same(headers, answer.headers):
        return answer
    return replace(answer, contents=tuple(contents), headers=tuple(headers))


def _same(changed: Sequence[object], before: Sequence[object]) -> bool:
    return all(new is old for new, old in zip(changed, before, strict=True))


def _status(status: str) -> str:
    return _STATUSES.get(status, f"status {status}")


def _request(content: Content) -> Place:
    return Place("request", is_spread=content.form in _SPREAD)


def _content(content: Content, place: Place, change: Change) -> Content:
    changed = change(content.type, place)
    return content if changed is content.type else replace(content, type=changed)


def _held(held: _Held, change: Change) -> _Held:
    changed = change(held.type, Place(held.name))
    return held if changed is held.type else replace(held, type=changed)
