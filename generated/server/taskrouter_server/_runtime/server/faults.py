"""What is wrong with a request or an answer: a `Fault` each, with what its sender must change."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import unquote

import jsonschema_rs

from ..wire.pointers import step

SHOWN = 80
"""Longest value, in characters, that a message quotes from the description."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One breach of the description by a message.

    `where` is the part of the message (`path`, `query`, `header`, `cookie`, `body`, `media_type`, `status`), `name` the
    parameter, header or property, `rule` the JSON Schema keyword or one of `required`, `style`, `encoding`,
    `media-type`, `limit`, `undocumented`; `pointer` is the place inside the value (RFC 6901), `keyword` that of the
    broken keyword inside the description. No message quotes a value that was sent.
    """

    where: str
    name: str
    rule: str
    message: str
    pointer: str = ""
    keyword: str = ""

    def __str__(self) -> str:
        subject = " ".join(
            part for part in (self.where.replace("_", " "), repr(self.name) if self.name else "") if part
        )
        return f"{subject}{f' at {self.pointer}' if self.pointer.count('/') > 1 else ''}: {self.message}"


class Faulty(Exception):
    """A message breaks the description; `faults` says how, all at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(str(fault) for fault in self.faults))


def schema_fault(
    where: str, name: str, error: jsonschema_rs.ValidationError, place: Sequence[str | int] | None = None
) -> Fault:
    """Turn one violation of a schema into a fault; the property at its root names it when `name` is empty.

    `place` is where in the value it is, by default where the error says.
    """
    path = [str(name) for name in (error.instance_path if place is None else place)]
    rule = error.kind.name
    named = name or (path[0] if path else "")
    if not named and rule == "required":
        named = str(error.kind.value)
    pointer = step("", *path)
    keyword = unquote((error.absolute_keyword_location or "").partition("#")[2])
    return Fault(where, named, rule, remedy(error), pointer, keyword)


def remedy(error: jsonschema_rs.ValidationError) -> str:
    """Say what the value must be to satisfy the keyword, without quoting the value."""
    rule, about = error.kind.name, error.kind.as_dict()
    match rule:
        case "required":
            return f"{about['property']} is required"
        case "type":
            return f"must be {_listed([_TYPES[name] for name in sorted(about['types'])])}"
        case "enum":
            return f"must be one of {_listed(about['options'], quoted=True)}"
        case "const":
            return f"must be {_shown(about['expected_value'])}"
        case "additionalProperties" | "unevaluatedProperties":
            return f"{_listed(about['unexpected'], ' and ', quoted=True)} is not documented; leave it out"
        case "anyOf" | "oneOf":
            return _branches(rule, about.get("context", []), is_many="Multiple" in type(error.kind).__name__)
        case "not":
            return _unwanted(about["schema"])
        case _:
            return _bound(rule, about)


_TYPES = {
    "array": "an array",
    "boolean": "true or false",
    "integer": "an integer",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "a string",
}
_BOUNDS = {
    "minimum": "must be {} or more",
    "maximum": "must be {} or less",
    "exclusiveMinimum": "must be more than {}",
    "exclusiveMaximum": "must be less than {}",
    "multipleOf": "must be a multiple of {}",
    "minLength": "must be at least {} characters long",
    "maxLength": "must be at most {} characters long",
    "minItems": "must have at least {} items",
    "maxItems": "must have at most {} items",
    "minProperties": "must have at least {} properties",
    "maxProperties": "must have at most {} properties",
    "pattern": "must match the pattern {}",
    "format": "must be a valid {}",
    "uniqueItems": "must not hold an item twice",
    "falseSchema": "must be left out",
}


def _bound(rule: str, about: dict[str, Any]) -> str:
    if rule not in _BOUNDS:
        return f"must satisfy the keyword {rule} of its schema"
    return _BOUNDS[rule].format(*(str(value)[:SHOWN] for value in about.values()))


def _unwanted(schema: Any) -> str:
    unwanted = cast("dict[str, list[object]]", schema) if isinstance(schema, dict) else {}
    if list(unwanted) == ["required"]:
        return f"{_listed(unwanted['required'], ' and ')} must not be sent together"
    return f"must not satisfy {_shown(schema)}"


def _branches(rule: str, context: list[list[jsonschema_rs.ValidationError]], *, is_many: bool) -> str:
    if is_many:
        return "must fit exactly one of the documented alternatives, and fits several"
    quantity = "one" if rule == "oneOf" else "at least one"
    told = list(dict.fromkeys(" and ".join(remedy(error) for error in branch) for branch in context))
    return f"must fit {quantity} of the documented alternatives: {'; or '.join(told[:6])}"


def _listed(values: list[Any], joined: str = " or ", *, quoted: bool = False) -> str:
    shown = [_shown(value) if quoted else str(value)[:SHOWN] for value in values[:12]]
    if len(values) > len(shown):
        shown.append(f"{len(values) - len(shown)} more")
    return joined.join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
