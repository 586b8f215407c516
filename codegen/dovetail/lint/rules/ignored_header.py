"""Headers that say what the media type says already."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject


def _check(subject: Subject) -> Iterator[Fault]:
    for kind in ("response", "encoding"):
        for site in subject.each(kind):
            for name in site.value.get("headers", {}):
                if name.lower() == "content-type":
                    message = "a header Content-Type is ignored here, for `content` says it; remove it"
                    yield Fault(message, site.node, ("headers", name), is_key=True)


RULE = Rule(
    id="ignored-header",
    severity="warning",
    summary="a described Content-Type header",
    standard="OAS 3.1, 4.8.17.1 and 4.8.15.1: it shall be ignored",
    check=_check,
)
