"""Defaults of server variables that are none of the values."""

from __future__ import annotations

from collections.abc import Iterator

from ...findings import Severity
from ..rule import Fault, Rule
from ..subject import Subject


def _check(subject: Subject) -> Iterator[Fault]:
    for site in subject.each("server"):
        for name, variable in site.value.get("variables", {}).items():
            values = variable.get("enum")
            if values and variable["default"] and variable["default"] not in values:
                message = (
                    f"the default of {{{name}}} is none of its values: {', '.join(values)}; correct one of the two"
                )
                severity: Severity = "warning" if subject.is_old else "error"
                yield Fault(message, site.node, ("variables", name, "default"), severity=severity)


RULE = Rule(
    id="server-default-outside-enum",
    severity="error",
    summary="a default of a server variable that its enum does not list",
    standard="OAS 3.1, 4.8.6.1: the default must exist in the enum; OAS 3.0: it should",
    check=_check,
    also="warning",
)
