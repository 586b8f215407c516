"""Variables of servers that do not occur in the URL."""

from __future__ import annotations

from collections.abc import Iterator

from ..rule import Fault, Rule
from ..subject import Subject


def _check(subject: Subject) -> Iterator[Fault]:
    for site in subject.each("server"):
        for name in site.value.get("variables", {}):
            if f"{{{name}}}" not in site.value["url"]:
                message = f"{{{name}}} does not occur in the URL; remove the variable, or use it"
                yield Fault(message, site.node, ("variables", name), is_key=True)


RULE = Rule(
    id="unused-server-variable",
    severity="warning",
    summary="a variable of a server that its URL does not use",
    standard="OAS 3.1, 4.8.5.1: `variables` are for substitution in the URL",
    check=_check,
)
