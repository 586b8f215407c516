"""The steps from an answer to other operations: Link Objects and runtime expressions (OAS 3.1 section 4.8.20)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from ..wire.pointers import tokens
from .errors import Headers
from .messages import Request

if TYPE_CHECKING:
    from .answers import Answer
    from .operation import Link, Operation

_EMBEDDED = re.compile(r"\{(\$[^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Exchanged:
    """A call and its answer, as runtime expressions see them."""

    operation: Operation[Any, Any]
    arguments: Mapping[str, object] = field(repr=False)
    request: Request
    answer: Answer[Any, Any]


class Links:
    """The steps from one answer: each is a method, by its name, that makes the call and gives what it returns."""

    __slots__ = ("_call", "_exchanged", "_links")

    def __init__(self, exchanged: Exchanged | None = None, call: Callable[..., Any] | None = None) -> None:
        self._exchanged, self._call = exchanged, call
        self._links = {link.name: link for link in exchanged.operation.links} if exchanged else {}

    def __getattr__(self, name: str) -> Callable[..., Any]:
        link = self._links.get(name)
        exchanged, call = self._exchanged, self._call
        if link is None or exchanged is None or call is None:
            raise AttributeError(f"the answer has no link {name!r}; it has {', '.join(self._links) or 'none'}")

        def follow(**more: object) -> Any:
            target = link.target()
            return call(target, {**linked_arguments(link, target, exchanged), **more})

        return follow

    def __getitem__(self, name: str) -> Callable[..., Any]:
        return self.__getattr__(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._links)

    def __len__(self) -> int:
        return len(self._links)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._links]


NO_LINKS = Links()


def linked_arguments(link: Link, target: Operation[Any, Any], exchanged: Exchanged) -> dict[str, object]:
    """Give the arguments of a step, by their Python names; what an expression does not find is left out."""
    arguments = {name: evaluate(value, exchanged) for name, value in link.parameters.items()}
    if link.body is not None:
        body = evaluate(link.body, exchanged)
        whole = next((it.name for it in target.parameters if it.place == "content"), None)
        if whole is not None:
            arguments[whole] = body
        elif isinstance(body, Mapping):
            members = cast("Mapping[str, object]", body)
            known = {it.wire: it.name for it in target.parameters if it.place == "body"}
            arguments |= {known.get(wire, wire): value for wire, value in members.items()}
    return {name: value for name, value in arguments.items() if value is not None}


def evaluate(value: object, exchanged: Exchanged) -> object:
    """Give what a value of a link stands for: a runtime expression, a text that holds some, or itself."""
    if isinstance(value, Mapping):
        return {name: evaluate(item, exchanged) for name, item in cast("Mapping[str, object]", value).items()}
    if isinstance(value, (list, tuple)):
        return [evaluate(item, exchanged) for item in cast("Sequence[object]", value)]
    if not isinstance(value, str) or "$" not in value:
        return value
    if value.startswith("$"):
        return _expression(value, exchanged)
    embedded = _EMBEDDED.fullmatch(value)
    if embedded:
        return _expression(embedded[1], exchanged)
    return _EMBEDDED.sub(lambda found: _text(_expression(found[1], exchanged)), value)


def _text(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, default=str)


def _expression(expression: str, exchanged: Exchanged) -> object:
    """Evaluate one expression; `None` where what it names is not there."""
    source, _, rest = expression.removeprefix("$").partition(".")
    match source:
        case "url":
            return exchanged.request.url
        case "method":
            return exchanged.request.method
        case "statusCode":
            return exchanged.answer.status
        case "request":
            return _of_request(rest, exchanged)
        case "response":
            return _of_response(rest, exchanged)
        case _:
            return None


def _of_request(reference: str, exchanged: Exchanged) -> object:
    if reference == "body" or reference.startswith("body#"):
        return _pointed(_request_body(exchanged), reference)
    place, _, name = reference.partition(".")
    if place == "header" and name.lower() in {"accept", "content-type"}:
        return Headers(exchanged.request.headers).get(name)
    for parameter in exchanged.operation.parameters:
        is_named = parameter.wire.lower() == name.lower() if place == "header" else parameter.wire == name
        if parameter.place == place and is_named:
            return exchanged.arguments.get(parameter.name)
    return None


def _request_body(exchanged: Exchanged) -> object:
    arguments = exchanged.arguments
    for parameter in exchanged.operation.parameters:
        if parameter.place == "content":
            return arguments.get(parameter.name)
    body = [it for it in exchanged.operation.parameters if it.place == "body" and it.name in arguments]
    return {it.wire: arguments[it.name] for it in body}


def _of_response(reference: str, exchanged: Exchanged) -> object:
    if reference.startswith("header."):
        return exchanged.answer.headers.get(reference.removeprefix("header."))
    if reference == "body" or reference.startswith("body#"):
        try:
            return _pointed(json.loads(exchanged.answer.content), reference)
        except (ValueError, RecursionError):
            return exchanged.answer.content.decode("utf-8", "replace") if reference == "body" else None
    return None


def _pointed(value: object, reference: str) -> object:
    """Follow the JSON Pointer (RFC 6901) after the `#`."""
    for name in tokens(reference.partition("#")[2]):
        if isinstance(value, Mapping):
            value = cast("Mapping[str, object]", value).get(name)
        elif isinstance(value, (list, tuple)) and name.isdecimal() and name.isascii():
            items = cast("Sequence[object]", value)
            value = items[int(name)] if len(name) < 10 and int(name) < len(items) else None
        else:
            return None
    return value
