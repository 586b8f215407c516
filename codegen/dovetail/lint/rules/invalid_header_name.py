"""Names of headers that HTTP does not allow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


def _check(subject: Subject) -> Iterator[Fault]:
    for site in subject.each("parameter"):
        if site.value["in"] == "header" and not _TOKEN.fullmatch(site.value["name"]):
            yield Fault(_message(site.value["name"]), site.node, ("name",))
    for kind in ("response", "encoding"):
        for site in subject.each(kind):
            for name in site.value.get("headers", {}):
                if not _TOKEN.fullmatch(name):
                    yield Fault(_message(name), site.node, ("headers", name), is_key=True)


def _message(name: str) -> str:
    return f"no header can be named {name!r}; use letters, digits and hyphens"


RULE = Rule(
    id="invalid-header-name",
    severity="error",
    summary="a header with a name that no header can have",
    standard="RFC 9110, 5.1 and 5.6.2: a field name is a token",
    check=_check,
)
