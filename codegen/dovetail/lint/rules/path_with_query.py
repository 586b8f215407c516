"""Paths that hold more than a path."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject


def _check(subject: Subject) -> Iterator[Fault]:
    for path, item in subject.value.get("paths", {}).items():
        if path.startswith("/") and ("?" in path or "#" in path):
            message = "a path has no query and no fragment; describe the query as parameters"
            yield Fault(message, subject.node(item), is_key=True)


RULE = Rule(
    id="path-with-query",
    severity="warning",
    summary="a path with a query or a fragment",
    standard="OAS 3.1, 4.8.8.1: it is appended to the URL of the server; RFC 3986, 3.3",
    check=_check,
)
