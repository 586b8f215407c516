"""Arguments of links that their operation does not take."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject


def _check(subject: Subject) -> Iterator[Fault]:
    targets = {each.value["operationId"]: each for each in subject.operations}
    for site in subject.each("link"):
        target = targets.get(site.value.get("operationId", ""))
        if target is None:
            continue
        known = {name for each in target.parameters for name in (each["name"], f"{each['in']}.{each['name']}")}
        for name in site.value.get("parameters", {}):
            if name not in known:
                message = f"{target.method} {target.path} has no parameter {name!r}; correct the name"
                yield Fault(message, site.node, ("parameters", name), is_key=True)


RULE = Rule(
    id="unknown-link-parameter",
    severity="warning",
    summary="an argument of a link that the operation does not take",
    standard="OAS 3.1, 4.8.20.1: keys are the names of parameters, perhaps qualified by location",
    check=_check,
)
