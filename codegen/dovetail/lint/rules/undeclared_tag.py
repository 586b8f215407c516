"""Tags of operations that the description does not declare."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject


def _check(subject: Subject) -> Iterator[Fault]:
    declared = {tag["name"] for tag in subject.value.get("tags", ())}
    for each in subject.operations:
        for index, tag in enumerate(each.value.get("tags", ())):
            if tag not in declared:
                yield Fault(f"`tags` of the document does not declare {tag!r}; add it", each.node, ("tags", index))


RULE = Rule(
    id="undeclared-tag",
    severity="info",
    summary="a tag of an operation that the document does not declare",
    standard="OAS 3.1, 4.8.1.1: not all tags must be declared; others may be sorted at will",
    check=_check,
)
