"""Operations without an answer that means success."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject


def _check(subject: Subject) -> Iterator[Fault]:
    for each in subject.operations:
        statuses = [status for status in each.value.get("responses", {}) if not status.startswith("x-")]
        if statuses and not any(status == "default" or status[0] in "123" for status in statuses):
            message = "no answer means success; describe at least one with a status of 2xx"
            yield Fault(message, each.node, ("responses",), is_key=True)


RULE = Rule(
    id="no-success-response",
    severity="info",
    summary="an operation whose answers all mean failure",
    standard="OAS 3.1, 4.8.16: a response for a successful call should be described",
    check=_check,
)
