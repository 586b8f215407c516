"""Finds schemas that no value can satisfy: a check that is sound, and so leaves out what it cannot be sure of.

A schema is taken together with what it refers to and with the members of its `allOf`; then each type of JSON is ruled
out, or is not. `not`, conditions and unevaluated members are not looked at: they can only rule out more.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice
from math import ceil, floor
from typing import Any, Final

from .composition import parts
from .subject import Json, Subject

TYPES: Final = ("null", "boolean", "integer", "fraction", "string", "array", "object")
_MEANT: Final[Mapping[str, tuple[str, ...]]] = {"number": ("integer", "fraction")}
_MAX_DEPTH: Final = 2
_MAX_PARTS: Final = 100
_MAX_ALTERNATIVES: Final = 40
_LARGE: Final = 10**30
_SIZES: Final = {
    "string": ("minLength", "maxLength", "characters"),
    "array": ("minItems", "maxItems", "items"),
    "object": ("minProperties", "maxProperties", "properties"),
}


def contradiction(subject: Subject, schemas: Sequence[Any], depth: int = 0) -> str | None:
    """Why no value can satisfy all of these schemas at once; None where one may."""
    held = [*islice((part for schema in schemas for part in parts(subject, schema)), _MAX_PARTS + 1)]
    if len(held) > _MAX_PARTS:
        return None
    reasons = {name: _ruled_out(subject, name, held, depth) for name in TYPES}
    told = list(dict.fromkeys(reason for reason in reasons.values() if reason))
    if all(reasons.values()):
        specific = [reason for reason in told if reason != _OTHER_TYPE]
        return specific[0] if specific else "its parts allow no type in common"
    possible = [name for name in TYPES if reasons[name] is None]
    return _of_values(held, possible) or (None if depth else _of_alternatives(subject, held))


def crossed_bounds(part: Json) -> str | None:
    """Bounds of one schema that rule out every value of the type that they are for, whatever that may be worth."""
    for name in ("integer", *_SIZES):
        reason = _of_numbers([part], "fraction") if name == "integer" else _of_size([part], name)
        if reason:
            return reason
    return None


_OTHER_TYPE: Final = "another type is needed"


def _ruled_out(subject: Subject, name: str, held: list[Json], depth: int) -> str | None:
    if any("type" in part and name not in _allowed(part["type"]) for part in held):
        return _OTHER_TYPE
    match name:
        case "integer" | "fraction":
            return _of_numbers(held, name)
        case "array":
            return _of_size(held, name) or _of_items(held)
        case "object":
            return _of_size(held, name) or _of_required(subject, held, depth)
        case "string":
            return _of_size(held, name)
    return None


def _allowed(written: Any) -> set[str]:
    listed = [written] if isinstance(written, str) else written
    return {meant for each in listed for meant in _MEANT.get(each, (each,))}


def _numbers(held: Sequence[Json], name: str) -> list[Fraction]:
    return [_fraction(part[name]) for part in held if name in part]


def _of_numbers(held: Sequence[Json], name: str) -> str | None:
    """Whether bounds cross; of integers, whether one lies between them that is a multiple where that is asked for."""
    lower, above = max(_numbers(held, "minimum"), default=None), max(_numbers(held, "exclusiveMinimum"), default=None)
    upper, below = min(_numbers(held, "maximum"), default=None), min(_numbers(held, "exclusiveMaximum"), default=None)
    least = max((each for each in (lower, above) if each is not None), default=None)
    most = min((each for each in (upper, below) if each is not None), default=None)
    if least is None or most is None:
        return None
    shown = f"no number is at least {_shown(least)} and at most {_shown(most)}"
    if least > most:
        return shown
    is_open = least in (above, below) or most in (above, below)
    if least == most:
        return f"no number lies between {_shown(least)} and {_shown(most)}" if is_open else None
    steps = _numbers(held, "multipleOf")
    step = steps[0] if len(steps) == 1 else Fraction(1)
    if name == "integer" and (not steps or step.denominator == 1):
        first = floor(least / step) + 1 if least == above else ceil(least / step)
        last = ceil(most / step) - 1 if most == below else floor(most / step)
        if first > last:
            return f"no integer{'' if step == 1 else f' that is a multiple of {_shown(step)}'} lies within the bounds"
    return None


def _fraction(number: float) -> Fraction:
    """The number as it is written: of 0.1 a tenth, not the double that comes close to it."""
    return Fraction(number) if isinstance(number, int) else Fraction(repr(number))


def _shown(number: Fraction) -> str:
    if abs(number) > _LARGE:
        return "a very large number" if number > 0 else "a very small number"
    return str(number) if number.denominator == 1 else str(float(number))


def _of_size(held: Sequence[Json], name: str) -> str | None:
    low, high, what = _SIZES[name]
    least, most = max(_numbers(held, low), default=None), min(_numbers(held, high), default=None)
    if least is not None and most is not None and least > most:
        return f"{low} {_shown(least)} is more than {high} {_shown(most)}"
    required = {each for part in held for each in part.get("required", ())} if name == "object" else set()
    if most is not None and len(required) > most:
        return f"{len(required)} {what} are required, but {high} is {_shown(most)}"
    return None


def _of_items(held: Sequence[Json]) -> str | None:
    least = max(_numbers(held, "minItems"), default=Fraction(0))
    for part in held:
        if part.get("items") is False and least > len(part.get("prefixItems", ())):
            return f"minItems is {_shown(least)}, but no more than {len(part.get('prefixItems', ()))} items are allowed"
    return None


def _of_required(subject: Subject, held: Sequence[Json], depth: int) -> str | None:
    for name in dict.fromkeys(each for part in held for each in part.get("required", ())):
        schemas = [part["properties"][name] for part in held if name in part.get("properties", ())]
        if any(schema is False for schema in schemas):
            return f"{name!r} is required, but its schema is false"
        for part in held:
            is_closed = part.get("additionalProperties") is False and "patternProperties" not in part
            if is_closed and name not in part.get("properties", ()):
                return f"{name!r} is required, but not among the properties that are allowed"
        if depth < _MAX_DEPTH and len(schemas) > 1:
            reason = contradiction(subject, schemas, depth + 1)
            if reason and not any(contradiction(subject, [schema], depth + 1) for schema in schemas):
                return f"{name!r} is required, but for it {reason}"
    return None


def _of_values(held: Sequence[Json], possible: Sequence[str]) -> str | None:
    """Whether enums and constants leave a value of a type that is possible, and within its bounds."""
    lists = [values for part in held for values in _listed(part)]
    if not lists:
        return None
    left = lists[0]
    for values in lists[1:]:
        known = set(map(_key, values))
        left = [value for value in left if _key(value) in known]
    if not left:
        return "the enums have no value in common" if len(lists) > 1 else "the enum is empty"
    if not any(_is_possible(value, possible, held) for value in left):
        return "the rest of the schema rules out every value of the enum"
    return None


def _listed(part: Json) -> Iterator[list[Any]]:
    if isinstance(part.get("enum"), list):
        yield part["enum"]
    if "const" in part:
        yield [part["const"]]


def _key(value: Any) -> str:
    """The same text for values that JSON Schema takes for equal."""
    return json.dumps(_plain(value), sort_keys=True)


def _plain(value: Any) -> Any:
    match value:
        case float():
            return int(value) if value.is_integer() else value
        case list():
            return [_plain(item) for item in value]
        case dict():
            return {name: _plain(member) for name, member in value.items()}
        case _:
            return value


def _is_possible(value: Any, possible: Sequence[str], held: Sequence[Json]) -> bool:
    match value:
        case None:
            return "null" in possible
        case bool():
            return "boolean" in possible
        case int() | float():
            name = "integer" if value == int(value) else "fraction"
            return name in possible and _of_numbers([*held, {"minimum": value, "maximum": value}], "fraction") is None
        case str():
            length = {"minLength": len(value), "maxLength": len(value)}
            return "string" in possible and _of_size([*held, length], "string") is None
        case list():
            return "array" in possible
        case _:
            return "object" in possible


def _of_alternatives(subject: Subject, held: Sequence[Json]) -> str | None:
    """Whether the rest of the schema rules out each of some alternatives, none of which is impossible by itself."""
    for part in held:
        for keyword in ("anyOf", "oneOf"):
            branches = part.get(keyword, ())
            if not branches or len(branches) > _MAX_ALTERNATIVES:
                continue
            rest = [each if each is not part else _without(part, keyword) for each in held]
            rest = [_without(each, "allOf", "$ref") for each in rest]
            if all(_clashes(subject, rest, branch) for branch in branches):
                return f"the rest of the schema rules out every alternative of {keyword}"
    return None


def _clashes(subject: Subject, rest: Sequence[Json], branch: Any) -> bool:
    together = contradiction(subject, [*rest, branch], 1) if branch is not False else None
    return together is not None and contradiction(subject, [branch], 1) is None


def _without(schema: Json, *keywords: str) -> Json:
    return {name: value for name, value in schema.items() if name not in keywords}
