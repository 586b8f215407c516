"""Requests with a body where HTTP gives it no meaning."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject

_METHODS = frozenset({"GET", "HEAD", "DELETE", "TRACE"})


def _check(subject: Subject) -> Iterator[Fault]:
    for each in subject.operations:
        if each.method in _METHODS and "requestBody" in each.value:
            what = "is ignored" if subject.is_old else "has no defined meaning"
            message = f"the body of a {each.method} request {what}; use parameters, or another method"
            yield Fault(message, each.node, ("requestBody",), is_key=True)


RULE = Rule(
    id="body-of-get",
    severity="warning",
    summary="a body of a GET, HEAD, DELETE or TRACE request",
    standard="OAS 3.0, 4.7.10.1: it shall be ignored; OAS 3.1, 4.8.10.1: it should be avoided; RFC 9110, 9.3",
    check=_check,
)
