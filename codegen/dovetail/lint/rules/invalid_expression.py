"""Runtime expressions that are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject

_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_SOURCE = rf"(?:header\.{_TOKEN}|query\..*|path\..*|body(?:#(?:/(?:[^~/]|~0|~1)*)*)?)"
_EXPRESSION = re.compile(rf"\$(?:url|method|statusCode|request\.{_SOURCE}|response\.{_SOURCE})", re.DOTALL)
_EMBEDDED = re.compile(r"\{(\$[^{}]*)\}")


def _check(subject: Subject) -> Iterator[Fault]:
    for site in subject.each("link"):
        for name, value in site.value.get("parameters", {}).items():
            if isinstance(value, str) and value.startswith("$") and not _EXPRESSION.fullmatch(value):
                yield Fault(_message(value), site.node, ("parameters", name))
    for site in subject.each("callback"):
        for key in site.value:
            for expression in () if key.startswith("x-") else _EMBEDDED.findall(key):
                if not _EXPRESSION.fullmatch(expression):
                    yield Fault(_message(expression), site.node, (key,), is_key=True)


def _message(expression: str) -> str:
    return f"{expression!r} is no runtime expression; write one, such as $response.body#/id or $request.path.id"


RULE = Rule(
    id="invalid-expression",
    severity="error",
    summary="a runtime expression of a link or callback that is none",
    standard="OAS 3.1, 4.8.20.4: the grammar of runtime expressions",
    check=_check,
)
