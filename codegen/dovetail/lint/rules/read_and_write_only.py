"""Properties that go neither way."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject


def _check(subject: Subject) -> Iterator[Fault]:
    for site in subject.each("schema"):
        if site.value.get("readOnly") is True and site.value.get("writeOnly") is True:
            message = "what is both readOnly and writeOnly goes neither way; remove one of the two"
            yield Fault(message, site.node, ("writeOnly",), is_key=True)


RULE = Rule(
    id="read-and-write-only",
    severity="error",
    summary="a schema that is both readOnly and writeOnly",
    standard="OAS 3.0, 4.7.24: a property must not be both",
    check=_check,
)
