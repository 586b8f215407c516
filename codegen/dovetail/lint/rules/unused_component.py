"""Components that nothing refers to."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject
from ..usage import unused


def _check(subject: Subject) -> Iterator[Fault]:
    if not subject.value.get("paths") and not subject.value.get("webhooks"):
        return  # a library of components, for other documents to refer to
    for section, name in unused(subject):
        message = f"nothing uses {name!r} of {section}; remove it, or refer to it"
        yield Fault(message, subject.root, ("components", section, name), is_key=True)


RULE = Rule(
    id="unused-component",
    severity="info",
    summary="a component that no operation leads to",
    standard="OAS 3.1, 4.8.7: components have no effect unless they are referred to",
    check=_check,
)
