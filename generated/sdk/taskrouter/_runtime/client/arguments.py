"""From the arguments of a call to a request: checked first, and nothing is sent unless all of them hold."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from difflib import get_close_matches
from typing import Any, cast

from pydantic import BaseModel

from ..wire.media import FORM, encode_json
from ..wire.styles import Place, encode_parameter
from .errors import ArgumentError
from .kinds import Anything, Array, Either, Kind, Map, Nullable, Object, String
from .operation import Operation, Parameter, field
from .settings import Settings, check_timeout

_HEADER_VALUE = re.compile(r"[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?")


@dataclass(frozen=True, slots=True)
class Request:
    """What a driver sends: bytes that no HTTP client needs to change. Headers, body and query are in no `repr`."""

    method: str
    url: str = attribute(repr=False)
    headers: Mapping[str, str] = attribute(repr=False)
    body: bytes | None = attribute(repr=False)
    timeout: float | None

    @property
    def place(self) -> str:
        """The URL without its query, which may hold secrets."""
        return self.url.partition("?")[0]


@dataclass(slots=True)
class _Draft:
    """A request while its arguments are being written."""

    path: dict[str, str] = attribute(default_factory=dict[str, str])
    headers: dict[str, str] = attribute(default_factory=dict[str, str])
    pairs: dict[Place, list[str]] = attribute(default_factory=lambda: {"query": [], "cookie": [], "body": []})
    json: dict[str, object] = attribute(default_factory=dict[str, object])


def build_request(
    operation: Operation[Any], arguments: Mapping[str, object], settings: Settings, timeout: float | None = None
) -> Request:
    """Check the arguments and build the request.

    Raises:
        ArgumentError: with every problem at once.
    """
    draft = _Draft()
    problems: list[str] = []
    table = operation.table
    if operation.fixed:
        problems += [_unknown(name, operation) for name in arguments if name in operation.fixed]
        arguments = {**arguments, **operation.fixed}
    body_type = operation.body
    wait = settings.timeout if timeout is None else timeout
    for name, value in arguments.items():
        parameter = table.get(name)
        if parameter is not None:
            problems += _place(draft, parameter, value, body_type, settings.validate)
        elif name == "request_timeout":
            wait = cast("float | None", value)
        elif operation.is_open:
            extra = field(name, name, _OPEN if body_type == FORM else Anything())
            problems += _place(draft, extra, value, body_type, settings.validate)
        else:
            problems.append(_unknown(name, operation))
    problems += _absent(operation, arguments, settings.validate)
    problems += _timeout_problems(wait)
    url = "" if problems else settings.base_url + _path(operation, draft, problems)
    if problems:
        raise ArgumentError(operation.id, problems)
    if draft.pairs["query"]:
        url += "?" + "&".join(draft.pairs["query"])
    body = _body(operation, draft)
    return Request(operation.method, url, _headers(operation, draft, settings, body), body, wait)


_OPEN = Either(String(), Array(String()))


def _place(draft: _Draft, parameter: Parameter, value: object, body: str | None, is_checked: bool) -> list[str]:
    problems = list(parameter.kind.check(value, parameter.name)) if is_checked else []
    if not problems:
        try:
            _write(draft, parameter, value, body)
        except ValueError as error:
            problems.append(f"{parameter.name}: {error}")
    if parameter.is_secret or not problems:
        return problems
    return [f"{problem}; got {_shortened(value)}" for problem in problems]


def _shortened(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else shown[:77] + "..."


def _write(draft: _Draft, parameter: Parameter, value: object, body: str | None) -> None:
    place = parameter.place
    is_form = body == FORM
    if value is not None and _is_json(parameter, value, is_form):
        value = encode_json(_dumped(value)).decode()
    if place == "body" and not is_form:
        draft.json[parameter.wire] = value
        return
    if value is None:
        raise ValueError("None cannot be sent here: leave the argument out")
    written = encode_parameter(
        parameter.wire,
        value,
        place=place,
        style=parameter.style,
        explode=parameter.explode,
        allow_reserved=parameter.allow_reserved,
    )
    if place == "path":
        draft.path[parameter.wire] = written
    elif place == "header":
        if written and not _HEADER_VALUE.fullmatch(written):
            raise ValueError("a header holds visible ASCII, no line breaks and no spaces around it")
        draft.headers[parameter.wire] = written
    elif written:
        draft.pairs[place].append(written)


def _is_json(parameter: Parameter, value: object, is_form: bool) -> bool:
    if isinstance(value, str):
        return False
    kind: Kind = parameter.kind
    if isinstance(kind, Nullable):
        kind = kind.kind
    if isinstance(kind, String):
        return kind.content is not None
    # OAS 3.1 section 4.8.15: without a style, an object in a form is JSON.
    is_nested = isinstance(kind, (Object, Map)) or (isinstance(kind, Array) and isinstance(kind.items, (Object, Map)))
    return is_form and parameter.place == "body" and parameter.style is None and is_nested


def _dumped(value: object) -> object:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(value, Mapping):
        return {name: _dumped(item) for name, item in cast("Mapping[str, object]", value).items()}
    if isinstance(value, (list, tuple)):
        return [_dumped(item) for item in cast("list[object]", value)]
    return value


def _unknown(name: str, operation: Operation[Any]) -> str:
    near = get_close_matches(name, operation.table.keys() - operation.fixed.keys(), 1)
    return f"unexpected argument {name!r}" + (f"; did you mean {near[0]!r}?" if near else "")


def _absent(operation: Operation[Any], arguments: Mapping[str, object], is_checked: bool) -> list[str]:
    problems: list[str] = []
    if not operation.required <= arguments.keys():
        missing = [operation.table[name] for name in operation.table if name in operation.required - arguments.keys()]
        problems = [f"{it.name} is missing" for it in missing if is_checked or it.place == "path"]
    if is_checked and operation.rules:
        table = operation.table
        given = {table[name].wire: value for name, value in arguments.items() if name in table}
        problems += [text for rule in operation.rules if (text := rule.check(given, operation.names))]
    return problems


def _timeout_problems(timeout: float | None) -> list[str]:
    try:
        check_timeout(timeout)
    except (ValueError, TypeError) as error:
        return [f"request_timeout: {error}"]
    return []


def _path(operation: Operation[Any], draft: _Draft, problems: list[str]) -> str:
    pieces = list(operation.template)
    for at in range(1, len(pieces), 2):
        wire = pieces[at]
        pieces[at] = draft.path[wire]
        if not pieces[at]:
            problems.append(f"{operation.names[wire]} must not be empty")
    path = "".join(pieces)
    if "." in path and any(segment in {".", ".."} for segment in path.split("/")):
        problems.append("a segment of the path must not be '.' or '..'")
    return path


def _body(operation: Operation[Any], draft: _Draft) -> bytes | None:
    if operation.body is None:
        return None
    if operation.body == FORM:
        form = "&".join(draft.pairs["body"])
        return form.encode("ascii") if form or operation.body_required else None
    if not draft.json and not operation.body_required:
        return None
    try:
        return encode_json(_dumped(draft.json.get("", draft.json)))
    except (ValueError, TypeError) as error:
        raise ArgumentError(operation.id, [str(error)]) from None


def _headers(operation: Operation[Any], draft: _Draft, settings: Settings, body: bytes | None) -> dict[str, str]:
    headers = {
        "User-Agent": settings.user_agent,
        "Accept-Encoding": "gzip, deflate",
        "Accept": "application/json",
        "Connection": "keep-alive",
    }
    for scheme in settings.credentials if operation.security is None else operation.security:
        if (credentials := settings.credentials.get(scheme)) is not None:
            headers["Authorization"] = credentials.authorization
    headers.update(draft.headers)
    if draft.pairs["cookie"]:
        headers["Cookie"] = "; ".join(draft.pairs["cookie"])
    if body is not None and operation.body is not None:
        headers["Content-Type"] = operation.body
    if body is not None or operation.method not in {"GET", "HEAD"}:
        headers["Content-Length"] = str(len(body or b""))
    return headers
