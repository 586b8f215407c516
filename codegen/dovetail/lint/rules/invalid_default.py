"""Defaults that do not fit their schema."""

from __future__ import annotations

from collections.abc import Iterator

from jsonschema_rs import ValidationErrorKind

from ...findings import Severity
from ..instances import Instance, misfits
from ..rule import Fault, Rule
from ..subject import Subject


def _check(subject: Subject) -> Iterator[Fault]:
    defaults = (
        Instance(site.value["default"], site.value, site.node, ("default",))
        for site in subject.each("schema")
        if "default" in site.value
    )
    for misfit in misfits(subject, defaults):
        message = f"the default does not fit its schema: {misfit.message}; correct one of the two"
        is_forbidden = subject.is_old and isinstance(misfit.error.kind, ValidationErrorKind.Type)
        severity: Severity = "error" if is_forbidden else "warning"
        yield Fault(message, misfit.instance.node, misfit.tokens, severity=severity)


RULE = Rule(
    id="invalid-default",
    severity="warning",
    summary="a default that its own schema does not allow",
    standard="OAS 3.0, 4.7.24: it must (an error then) conform to the type defined at the same level; "
    "JSON Schema 2020-12 (Validation), 9.2: it should be valid",
    check=_check,
    also="error",
)
