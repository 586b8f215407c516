"""A value that a person would write in an example, sent or answered: certain to be allowed, or none at all."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from itertools import islice
from typing import Any, Final

from ..api.types import Anything, Array, Boolean, Enum, Integer, Map, Number, Object, Reference, String, Type, Union

NOTHING: Final = object()
"""What stands for no value at all."""

_DEEPEST: Final = 4
_MOST_MEMBERS: Final = 4
_MOST_ANSWERED: Final = 8
_MOST_OPTIONAL: Final = 2
_LONGEST: Final = 60
_VARYING: Final = 3
"""How many pieces of a pattern may come several times or not at all; more of them can take long to search by."""

_EXACT: Final = re.compile(r"(\{\d+\})?")
_LARGEST: Final = 10**15
_FORMATS: Final[Mapping[str, str]] = {
    "date-time": "2026-02-03T04:05:06Z",
    "date": "2026-02-03",
    "time": "04:05:06Z",
    "duration": "PT1H30M",
    "email": "ada@example.org",
    "hostname": "www.example.org",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.org/",
    "url": "https://example.org/",
    "uri-reference": "/a/b",
    "uuid": "123e4567-e89b-42d3-a456-426614174000",
    "decimal": "12.50",
    "byte": "ZXhhbXBsZQ==",
    "password": "secret",
    "": "example",
}
_PIECE: Final = re.compile(
    r"(?P<one>\\[dw]|\\[^A-Za-z0-9]|\[[^\]\\^](?:[^\]\\]|\\[-\]\[\\^dw./+])*\]|[^\\\[\](){}|*+?^$.])"
    r"(?P<times>\{\d{1,3}(?:,\d{0,3})?\}|[*+?])?"
)
_FIRST: Final[Mapping[str, str]] = {"\\d": "0", "\\w": "a", "d": "0", "w": "a"}


def plausible(meaning: Type, types: Mapping[str, Type], depth: int = 0, *, is_answer: bool = False) -> Any:
    """A JSON value of a type, `NOTHING` where it is not plain to see that one would be allowed.

    An answer has what is read-only, and of what need not be there the first.
    """
    match meaning:
        case Reference():
            target = types.get(meaning.name)
            return (
                NOTHING
                if target is None or depth > _DEEPEST
                else plausible(target, types, depth + 1, is_answer=is_answer)
            )
        case Enum():
            return meaning.values[0] if meaning.values else NOTHING
        case Boolean():
            return True
        case Integer() | Number():
            return _number(meaning)
        case String():
            return _text(meaning)
        case Array():
            return _array(meaning, types, depth, is_answer=is_answer)
        case Object():
            return _object(meaning, types, depth, is_answer=is_answer)
        case Map() if not meaning.patterns and depth < _DEEPEST:
            value = plausible(meaning.values, types, depth + 1, is_answer=is_answer)
            return NOTHING if value is NOTHING else {"key": value}
        case Anything():
            return "example"
        case Map() | Union():
            return NOTHING


def _number(meaning: Integer | Number) -> Any:
    lowest = [bound for bound in (meaning.minimum, meaning.exclusive_minimum) if bound is not None]
    highest = [bound for bound in (meaning.maximum, meaning.exclusive_maximum) if bound is not None]
    step = meaning.multiple_of or 1
    value = step if not lowest else math.ceil(max(lowest) / step) * step
    if meaning.exclusive_minimum is not None and value <= meaning.exclusive_minimum:
        value += step
    if highest and value > min(highest):
        value = math.floor(min(highest) / step) * step
    is_low = any(value < bound for bound in lowest) or value == meaning.exclusive_minimum
    is_high = any(value > bound for bound in highest) or value == meaning.exclusive_maximum
    if is_low or is_high or abs(value) > _LARGEST or (isinstance(step, float) and not step.is_integer()):
        return NOTHING
    return int(value) if isinstance(meaning, Integer) or float(value).is_integer() else value


def _text(meaning: String) -> Any:
    if meaning.content:
        return NOTHING
    if meaning.pattern:
        text = _matching(meaning.pattern)
        if text is None or meaning.format not in ("", "password"):
            return NOTHING
    else:
        text = _FORMATS.get(meaning.format)
        if text is None:
            return NOTHING
    shortest, longest = meaning.min_length or 0, meaning.max_length
    if shortest > _LONGEST:
        return NOTHING
    if not meaning.pattern and not meaning.format:
        text = text if longest is None else text[: max(longest, shortest)]
        text = text if len(text) >= shortest else text + "e" * (shortest - len(text))
    fits = shortest <= len(text) <= (_LONGEST if longest is None else min(longest, _LONGEST))
    return text if fits and text else NOTHING


def _matching(pattern: str) -> str | None:
    """The simplest text that matches, where the pattern is but a row of characters and classes of them."""
    inside = pattern.removeprefix("^").removesuffix("$")
    made, at, varying = "", 0, 0
    while at < len(inside):
        piece = _PIECE.match(inside, at)
        varying += piece is not None and _EXACT.fullmatch(piece["times"] or "") is None
        if piece is None or varying > _VARYING or len(made) > _LONGEST:
            return None
        made += _first(piece["one"]) * _times(piece["times"])
        at = piece.end()
    if len(made) > _LONGEST:
        return None
    try:
        return made if re.search(pattern, made) else None
    except re.error:
        return None


def _first(one: str) -> str:
    if one.startswith("["):
        inside = one[1:-1]
        return _FIRST.get(inside[1], inside[1]) if inside.startswith("\\") else inside[0]
    return _FIRST.get(one, one.removeprefix("\\"))


def _times(written: str | None) -> int:
    if written is None or written == "+":
        return 1
    return 0 if written in "*?" else int(written.strip("{}").partition(",")[0]) or 1


def _array(meaning: Array, types: Mapping[str, Type], depth: int, *, is_answer: bool) -> Any:
    if meaning.prefix or (meaning.min_items or 0) > 1 or meaning.max_items == 0 or depth >= _DEEPEST:
        return NOTHING
    item = plausible(meaning.items, types, depth + 1, is_answer=is_answer)
    return NOTHING if item is NOTHING else [item]


def _object(meaning: Object, types: Mapping[str, Type], depth: int, *, is_answer: bool) -> Any:
    """What an object must have; one that takes nothing is not shown."""
    known = [it for it in meaning.properties if not (it.is_write_only if is_answer else it.is_read_only)]
    needed = [member for member in known if member.is_required]
    if meaning.rules or len(needed) > (_MOST_ANSWERED if is_answer else _MOST_MEMBERS) or depth >= _DEEPEST:
        return NOTHING
    values = {member.name: plausible(member.type, types, depth + 1, is_answer=is_answer) for member in needed}
    if NOTHING in values.values():
        return NOTHING
    if not values and is_answer:
        every = ((it.name, plausible(it.type, types, depth + 1, is_answer=True)) for it in known)
        values = dict(islice(((name, value) for name, value in every if value is not NOTHING), _MOST_OPTIONAL))
    return values or NOTHING
