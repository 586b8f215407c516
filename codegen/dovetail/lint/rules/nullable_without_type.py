"""`nullable` that has no effect."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject


def _check(subject: Subject) -> Iterator[Fault]:
    for site in subject.each("schema"):
        written = site.node.value
        if not isinstance(written, dict) or written.get("nullable") is not True or "type" in written:
            continue
        if site.node.source.is_old(subject.document.root) and "$ref" not in written:
            message = "`nullable` needs a `type` beside it to mean something; it is read as it was meant: add the type"
            yield Fault(message, site.node, ("nullable",), is_key=True)


RULE = Rule(
    id="nullable-without-type",
    severity="warning",
    summary="`nullable` without `type` in the same schema",
    standard="OAS 3.0.3, 4.7.24: it takes effect only where the type is defined in the same object",
    check=_check,
)
