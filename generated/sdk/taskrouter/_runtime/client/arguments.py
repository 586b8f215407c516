"""From the arguments of a call to a request: checked first, and nothing is sent unless all of them hold."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, cast

from ..wire.contents import encode_content
from ..wire.media import encode_json, form_of
from ..wire.multipart import Part
from ..wire.styles import encode_parameter, text
from .bodies import Written, form_text, form_value, multipart_body, parts_of, whole_body
from .errors import ArgumentError
from .files import Upload
from .json_values import json_value
from .kinds import Anything, Array, Either, Kind, Nullable, String
from .messages import Request
from .operation import Operation, Parameter, field
from .settings import Settings, check_timeout
from .text_formats import plain

__all__ = ["Request", "build_request"]

_HEADER_VALUE = re.compile(r"[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?")
_OPEN = Either(String(), Array(String()))


@dataclass(slots=True)
class _Draft:
    """A request while its arguments are being written; `whole` is its body with the media type."""

    operation: Operation[Any, Any]
    path: dict[str, str] = dataclasses.field(default_factory=dict[str, str])
    headers: dict[str, str] = dataclasses.field(default_factory=dict[str, str])
    query: list[str] = dataclasses.field(default_factory=list[str])
    cookies: list[str] = dataclasses.field(default_factory=list[str])
    form: list[str] = dataclasses.field(default_factory=list[str])
    json: dict[str, object] = dataclasses.field(default_factory=dict[str, object])
    parts: list[Part] = dataclasses.field(default_factory=list[Part])
    whole: tuple[Written, str] | None = None


def build_request(
    operation: Operation[Any, Any],
    arguments: Mapping[str, object],
    settings: Settings,
    timeout: float | None = None,
    *,
    is_streamed: bool = False,
) -> Request:
    """Check the arguments and build the request.

    Raises:
        ArgumentError: with every problem at once.
    """
    draft = _Draft(operation)
    problems: list[str] = []
    table = operation.table
    if operation.fixed:
        problems += [_unknown(name, operation) for name in arguments if name in operation.fixed]
        arguments = {**arguments, **operation.fixed}
    wait = settings.timeout if timeout is None else timeout
    for name, value in arguments.items():
        parameter = table.get(name)
        if parameter is not None:
            problems += _place(draft, parameter, value, is_checked=settings.validate)
        elif name == "request_timeout":
            wait = cast("float | None", value)
        elif operation.is_open:
            extra = field(name, name, _OPEN if operation.form == "form" else Anything())
            problems += _place(draft, extra, value, is_checked=settings.validate)
        else:
            problems.append(_unknown(name, operation))
    problems += _absent(operation, arguments, is_checked=settings.validate)
    problems += _timeout_problems(wait)
    url = "" if problems else settings.server_of(operation) + _path(operation, draft, problems)
    if problems:
        raise ArgumentError(operation.id, problems)
    if draft.query:
        # Some descriptions tell operations apart by a query within the path.
        url += ("&" if "?" in operation.path else "?") + "&".join(draft.query)
    body, media_type = _body(operation, draft)
    headers = _headers(operation, draft, settings, body, media_type)
    return Request(operation.method, url, headers, body, wait, is_streamed)


def _place(draft: _Draft, parameter: Parameter, value: object, *, is_checked: bool) -> list[str]:
    problems: list[str] = []
    try:
        if is_checked:
            problems += parameter.kind.check(value, parameter.name)
        if not problems:
            _write(draft, parameter, value)
    except ValueError as error:
        problems.append(f"{parameter.name}: {error}")
    except RecursionError:
        problems.append(f"{parameter.name} is nested too deeply, or holds itself")
        return problems
    if parameter.is_secret or not problems:
        return problems
    return [f"{problem}; got {_shortened(value)}" for problem in problems]


def _shortened(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 80 else shown[:77] + "..."


def _write(draft: _Draft, parameter: Parameter, value: object) -> None:
    match parameter.place:
        case "path":
            draft.path[parameter.wire] = _encoded(parameter, value)
        case "query" | "querystring":
            written = _encoded(parameter, value)
            draft.query += [written] if written else []
        case "header":
            written = _encoded(parameter, value)
            if written and not _HEADER_VALUE.fullmatch(written):
                raise ValueError("a header holds visible ASCII, no line breaks and no spaces around it")
            draft.headers[parameter.wire] = written
        case "cookie":
            written = _encoded(parameter, value)
            draft.cookies += [written] if written else []
        case "content":
            draft.whole = whole_body(draft.operation, value)
        case "body":
            _write_property(draft, parameter, value)


def _write_property(draft: _Draft, parameter: Parameter, value: object) -> None:
    """Write a property of the body, in JSON unless its media type says otherwise."""
    match draft.operation.form:
        case "form":
            written = _encoded(parameter, value)
            draft.form += [written] if written else []
        case "multipart":
            if value is None:
                raise ValueError("None cannot be sent here: leave the argument out")
            draft.parts += parts_of(parameter.wire, _as_told(parameter, value), parameter)
        case _:
            draft.json[parameter.wire] = _as_told(parameter, value)


def _encoded(parameter: Parameter, value: object) -> str:
    if value is None:
        raise ValueError("None cannot be sent here: leave the argument out")
    place = parameter.place
    if place == "content":
        raise ValueError("the whole body has no style")
    if parameter.media_type:
        return encode_content(parameter.wire, _content(parameter, value), place=place, media_type=parameter.media_type)
    if not isinstance(value, str):
        value = _as_told(parameter, value)
        value = form_value(value) if place == "body" and parameter.style is None else json_value(value)
    return encode_parameter(
        parameter.wire,
        value,
        place=place,
        style=parameter.style,
        explode=parameter.explode,
        allow_reserved=parameter.allow_reserved,
        allow_empty=parameter.allow_empty,
    )


def _content(parameter: Parameter, value: object) -> str:
    """Write a value in the media type that its parameter describes it by (OAS 3.1 section 4.8.12.2.2)."""
    match form_of(parameter.media_type):
        case "form":
            return form_text(value)
        case "text" | "binary":
            return text(plain(value))
        case _:
            return encode_json(json_value(value)).decode()


def _as_told(parameter: Parameter, value: object) -> object:
    """Give the JSON text of a value whose schema says that it is text which holds JSON; else the value."""
    if isinstance(value, str) or value is None:
        return value
    kind: Kind = parameter.kind
    if isinstance(kind, Nullable):
        kind = kind.kind
    holds_json = isinstance(kind, String) and kind.content is not None
    return encode_json(json_value(value)).decode() if holds_json else value


def _unknown(name: str, operation: Operation[Any, Any]) -> str:
    near = get_close_matches(name, operation.table.keys() - operation.fixed.keys(), 1)
    return f"unexpected argument {name!r}" + (f"; did you mean {near[0]!r}?" if near else "")


def _absent(operation: Operation[Any, Any], arguments: Mapping[str, object], *, is_checked: bool) -> list[str]:
    problems: list[str] = []
    if not operation.required <= arguments.keys():
        missing = [operation.table[name] for name in operation.table if name in operation.required - arguments.keys()]
        problems = [f"{it.name} is missing" for it in missing if is_checked or it.place == "path"]
    table = operation.table
    is_sent = (
        operation.body is None
        or operation.body_required
        or any(table[name].place == "body" for name in arguments if name in table)
    )
    if is_checked and operation.rules and is_sent:
        given = {table[name].wire: value for name, value in arguments.items() if name in table}
        problems += [found for rule in operation.rules if (found := rule.check(given, operation.names))]
    return problems


def _timeout_problems(timeout: float | None) -> list[str]:
    try:
        check_timeout(timeout)
    except (ValueError, TypeError) as error:
        return [f"request_timeout: {error}"]
    return []


def _path(operation: Operation[Any, Any], draft: _Draft, problems: list[str]) -> str:
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


def _body(operation: Operation[Any, Any], draft: _Draft) -> tuple[Written | None, str]:
    """Give the body with its media type; none if nothing is to be said, unless there must be one."""
    media_type = operation.body or ""
    if draft.whole is not None:
        return draft.whole
    is_given = bool(draft.form or draft.json or draft.parts)
    if not media_type or not (is_given or operation.body_required):
        return None, ""
    try:
        match operation.form:
            case "form":
                return "&".join(draft.form).encode("ascii"), media_type
            case "multipart":
                return multipart_body(draft.parts, media_type)
            case "json":
                return encode_json(json_value(draft.json)), media_type
            case _:
                return b"", media_type
    except (ValueError, TypeError, RecursionError) as error:
        raise ArgumentError(operation.id, [str(error)]) from None


def _headers(
    operation: Operation[Any, Any], draft: _Draft, settings: Settings, body: Written | None, media_type: str
) -> dict[str, str]:
    headers = {
        "User-Agent": settings.user_agent,
        "Accept-Encoding": "gzip, deflate",
        "Accept": operation.accept,
        "Connection": "keep-alive",
        **draft.headers,
    }
    if draft.cookies:
        headers["Cookie"] = "; ".join(draft.cookies)
    if body is not None:
        headers["Content-Type"] = media_type
    size = body.size if isinstance(body, Upload) else len(body or b"")
    if size is None:
        headers["Transfer-Encoding"] = "chunked"
    elif body is not None or operation.method not in {"GET", "HEAD"}:
        headers["Content-Length"] = str(size)
    return headers
