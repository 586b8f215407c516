"""Required properties that nothing describes."""

from __future__ import annotations

from collections.abc import Iterator

from ..composition import parts
from ..rule import Fault, Rule
from ..subject import Subject


def _check(subject: Subject) -> Iterator[Fault]:
    for site in subject.each("schema"):
        if not site.value.get("required") or "properties" not in site.value:
            continue
        if any(name in site.value for name in ("patternProperties", "anyOf", "oneOf", "not", "if")):
            continue
        described = {name for part in parts(subject, site.value) for name in part.get("properties", ())}
        for index, name in enumerate(site.value["required"]):
            if name not in described:
                message = f"{name!r} is required but described nowhere here; describe it, or correct the name"
                yield Fault(message, site.node, ("required", index))


RULE = Rule(
    id="required-undefined-property",
    severity="info",
    summary="a required property that is not described",
    standard="JSON Schema 2020-12 (Validation), 6.5.3: `required` says nothing of the value",
    check=_check,
)
