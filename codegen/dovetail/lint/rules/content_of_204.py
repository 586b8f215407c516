"""Answers with content that cannot have any."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject

_WITHOUT = frozenset({"204", "205", "304", "1XX"})


def _check(subject: Subject) -> Iterator[Fault]:
    for each in subject.operations:
        for status, response in each.value.get("responses", {}).items():
            if status.startswith("x-") or not response.get("content"):
                continue
            if status in _WITHOUT or (status.startswith("1") and status.isdecimal()):
                message = f"an answer with the status {status} has no content; remove it, or use another status"
                yield Fault(message, each.node, ("responses", status, "content"), is_key=True)


RULE = Rule(
    id="content-of-204",
    severity="warning",
    summary="content of an answer with status 1xx, 204, 205 or 304",
    standard="RFC 9110, 15.2, 15.3.5, 15.3.6 and 15.4.5: such answers have no content",
    check=_check,
)
