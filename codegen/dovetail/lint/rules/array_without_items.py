"""Arrays that do not say what is in them."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject


def _check(subject: Subject) -> Iterator[Fault]:
    for site in subject.each("schema"):
        written = site.node.value
        is_bare = isinstance(written, dict) and written.get("type") == "array" and "items" not in written
        if is_bare and site.node.source.is_old(subject.document.root):
            message = "an array needs `items` in OpenAPI 3.0; add it, as {} where anything may stand"
            yield Fault(message, site.node, ("type",))


RULE = Rule(
    id="array-without-items",
    severity="error",
    summary="an array without `items` in OpenAPI 3.0",
    standard="OAS 3.0, 4.7.24: items must be present if the type is array",
    check=_check,
)
