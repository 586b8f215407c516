"""Schemas that no value can satisfy."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..rule import Fault, Rule
from ..satisfiable import contradiction, crossed_bounds
from ..subject import Json, Subject

_BOUNDS: Final = frozenset(
    {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"}
    | {f"{end}{what}" for end in ("min", "max") for what in ("Length", "Items", "Properties")}
)
_ALONE: Final = _BOUNDS | {"allOf", "enum", "const"}
_WITH_OTHERS: Final = frozenset({"$ref", "anyOf", "oneOf"})
_SAYS_NOTHING: Final = frozenset({"title", "description", "default", "examples", "deprecated", "discriminator"})


def _check(subject: Subject) -> Iterator[Fault]:
    for site in subject.each("schema"):
        if not _may_clash(site.value):
            continue
        reason = contradiction(subject, [site.value])
        if reason is None:
            reason = crossed_bounds(site.value) if _BOUNDS & site.value.keys() else None
            if reason:
                yield Fault(f"{reason}; correct the bounds", site.node, severity="warning")
        elif not any(contradiction(subject, [part]) for part in _members(subject, site.value)):
            yield Fault(f"no value fits this schema: {reason}; correct it", site.node)


def _may_clash(schema: Json) -> bool:
    """Whether there is anything to look at; most schemas say too little to contradict themselves."""
    said = schema.keys() - _SAYS_NOTHING
    if said & _ALONE or (said & _WITH_OTHERS and len(said) > 1):
        return True
    is_closed = schema.get("additionalProperties") is False or False in schema.get("properties", {}).values()
    return is_closed and bool(schema.get("required"))


def _members(subject: Subject, schema: Json) -> Iterator[Any]:
    """What the schema is made of; where one of these is impossible by itself, that is the fault."""
    yield from schema.get("allOf", ())
    if "$ref" in schema:
        yield subject.schema(schema["$ref"])


RULE = Rule(
    id="impossible-schema",
    severity="error",
    summary="a schema that no value can satisfy: crossed bounds, enums without a possible value, allOf at odds",
    standard="JSON Schema 2020-12, 7.6.1: a value must satisfy all keywords, and here none can",
    check=_check,
    also="warning",
)
