"""Tags that are declared twice."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject


def _check(subject: Subject) -> Iterator[Fault]:
    seen: set[str] = set()
    for tag in subject.value.get("tags", ()):
        if tag["name"] in seen:
            yield Fault(f"the tag {tag['name']!r} is declared twice; merge the two", subject.node(tag), ("name",))
        seen.add(tag["name"])


RULE = Rule(
    id="duplicate-tag",
    severity="error",
    summary="a tag declared twice",
    standard="OAS 3.1, 4.8.1.1: each tag name in the list must be unique",
    check=_check,
)
