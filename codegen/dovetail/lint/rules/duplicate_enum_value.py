"""Enums that list a value twice."""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject


def _check(subject: Subject) -> Iterator[Fault]:
    for site in subject.each("schema"):
        seen: set[str] = set()
        for index, value in enumerate(site.value.get("enum", ())):
            written = json.dumps(value, sort_keys=True)
            if written in seen:
                message = f"the enum lists {written[:80]} twice; remove one of the two"
                yield Fault(message, site.node, ("enum", index))
            seen.add(written)


RULE = Rule(
    id="duplicate-enum-value",
    severity="warning",
    summary="a value twice in an enum",
    standard="JSON Schema 2020-12 (Validation), 6.1.2: the elements should be unique",
    check=_check,
)
