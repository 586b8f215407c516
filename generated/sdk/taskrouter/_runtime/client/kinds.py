"""What a request value must be, by the description: a closed sum of kinds.

`kind.check(value, where)` gives what is wrong, one text a fault, and nothing when the value may be sent. The texts
never hold the value, which may be a secret.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum as PythonEnum
from functools import cache
from math import isfinite
from typing import TypeAlias, cast
from uuid import UUID

from pydantic import BaseModel

Faults: TypeAlias = Sequence[str]
Bound: TypeAlias = "int | float | None"

_ECMA = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\(\?<(?=[^=!])|\$", re.DOTALL)
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)


@cache
def _pattern(source: str) -> re.Pattern[str] | None:
    # JSON Schema means ECMA-262: `$` is the end of the input and not before a newline, `\d` and `\w` are ASCII.
    python = _ECMA.sub(lambda part: {"$": r"\Z", "(?<": "(?P<"}.get(part[0], part[0]), source)
    try:
        return re.compile(python, re.ASCII)
    except re.error:
        return None  # Python cannot say it (`\p{L}`): the server will judge


def _named(value: object) -> str:
    return "None" if value is None else f"of type {type(value).__name__}"


@dataclass(frozen=True, slots=True)
class String:
    """Text; `content="application/json"` takes any JSON value too and sends its JSON text.

    Lengths are in characters. `format` `date-time` and `date` take a `datetime` (with a time zone) and a `date`.
    """

    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    format: str | None = None
    content: str | None = None

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being such a text."""
        if isinstance(value, PythonEnum):
            value = value.value
        if not isinstance(value, str):
            return () if self._is_other_form(value) else (f"{where} must be a string, and is {self._hint(value)}",)
        faults: list[str] = []
        if self.pattern is not None and (pattern := _pattern(self.pattern)) and not pattern.search(value):
            faults.append(f"{where} must match {self.pattern}")
        if self.min_length is not None and len(value) < self.min_length:
            faults.append(f"{where} must have at least {self.min_length} characters, and has {len(value)}")
        if self.max_length is not None and len(value) > self.max_length:
            faults.append(f"{where} must have at most {self.max_length} characters, and has {len(value)}")
        if self.format in {"date-time", "date"} and not _is_date(value, self.format):
            faults.append(f"{where} must be a {self.format} of RFC 3339")
        return faults

    def _is_other_form(self, value: object) -> bool:
        if self.content is not None:
            return value is not None
        match self.format:
            case "date-time":
                return isinstance(value, datetime) and value.utcoffset() is not None
            case "date":
                return isinstance(value, date) and not isinstance(value, datetime)
            case "uuid":
                return isinstance(value, UUID)
            case _:
                return False

    def _hint(self, value: object) -> str:
        return "a datetime without a time zone" if isinstance(value, datetime) else _named(value)


def _is_date(value: str, form: str) -> bool:
    try:
        if form == "date":
            return len(value) == 10 and bool(date.fromisoformat(value))
        return bool(_DATE_TIME.fullmatch(value) and datetime.fromisoformat(value.upper()))
    except ValueError:
        # RFC 3339 section 5.6 allows a leap second, which Python cannot hold.
        return form == "date-time" and value[17:19] == "60"


@dataclass(frozen=True, slots=True)
class Number:
    """A finite number: `int`, `float` or `Decimal`."""

    minimum: Bound = None
    maximum: Bound = None
    exclusive_minimum: Bound = None
    exclusive_maximum: Bound = None
    multiple_of: Bound = None

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being such a number."""
        if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
            return (f"{where} must be a number, and is {_named(value)}",)
        return check_range(self, value, where) if isfinite(value) else (f"{where} must be finite",)


@dataclass(frozen=True, slots=True)
class Integer(Number):
    """A whole number: `int`."""

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being such a whole number."""
        if isinstance(value, bool) or not isinstance(value, int):
            return (f"{where} must be an int, and is {_named(value)}",)
        return check_range(self, value, where)


def check_range(kind: Number, value: float | Decimal, where: str) -> Faults:
    """Say which bounds of the kind the number breaks."""
    faults: list[str] = []
    if kind.minimum is not None and value < kind.minimum:
        faults.append(f"{where} must be at least {kind.minimum}")
    if kind.maximum is not None and value > kind.maximum:
        faults.append(f"{where} must be at most {kind.maximum}")
    if kind.exclusive_minimum is not None and value <= kind.exclusive_minimum:
        faults.append(f"{where} must be more than {kind.exclusive_minimum}")
    if kind.exclusive_maximum is not None and value >= kind.exclusive_maximum:
        faults.append(f"{where} must be less than {kind.exclusive_maximum}")
    if kind.multiple_of is not None and Decimal(str(value)) % Decimal(str(kind.multiple_of)):
        faults.append(f"{where} must be a multiple of {kind.multiple_of}")
    return faults


@dataclass(frozen=True, slots=True)
class Boolean:
    """`True` or `False`."""

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being a bool."""
        return () if isinstance(value, bool) else (f"{where} must be True or False, and is {_named(value)}",)


@dataclass(frozen=True, slots=True, init=False)
class Enum:
    """One of the values; where `"true"` and `"false"` are among them, a bool too."""

    values: tuple[object, ...]

    def __init__(self, *values: object) -> None:
        object.__setattr__(self, "values", values)

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being one of these."""
        if isinstance(value, PythonEnum):
            value = value.value
        if isinstance(value, bool) and ("true" if value else "false") in self.values:
            return ()
        # 1 == True == 1.0 in Python, and in JSON they are three.
        if any(value == known and isinstance(value, bool) == isinstance(known, bool) for known in self.values):
            return ()
        return (f"{where} must be one of {', '.join(map(repr, self.values))}",)


@dataclass(frozen=True, slots=True)
class Array:
    """A list or tuple."""

    items: Kind
    min_items: int | None = None
    max_items: int | None = None
    unique: bool = False

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being such a list."""
        if isinstance(value, (str, bytes)) or not isinstance(value, Sequence):
            return (f"{where} must be a list, and is {_named(value)}",)
        items = cast("Sequence[object]", value)
        faults = [fault for at, item in enumerate(items) for fault in self.items.check(item, f"{where}[{at}]")]
        if self.min_items is not None and len(items) < self.min_items:
            faults.append(f"{where} must have at least {self.min_items} items, and has {len(items)}")
        if self.max_items is not None and len(items) > self.max_items:
            faults.append(f"{where} must have at most {self.max_items} items, and has {len(items)}")
        if self.unique and any(item in items[:at] for at, item in enumerate(items)):
            faults.append(f"{where} must not have an item twice")
        return faults


@dataclass(frozen=True, slots=True)
class Map:
    """A mapping from any names to values of one kind."""

    values: Kind

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being such a mapping."""
        if not isinstance(value, Mapping):
            return (f"{where} must be a mapping, and is {_named(value)}",)
        members = cast("Mapping[str, object]", value)
        return [fault for name, item in members.items() for fault in self.values.check(item, f"{where}.{name}")]


@dataclass(frozen=True, slots=True)
class Object:
    """A mapping with known names (as on the wire), or a pydantic model; further names are let through."""

    fields: Mapping[str, Kind]
    required: Sequence[str] = ()

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being such an object."""
        if isinstance(value, BaseModel):
            value = value.model_dump(by_alias=True, exclude_unset=True)
        if not isinstance(value, Mapping):
            return (f"{where} must be a mapping, and is {_named(value)}",)
        members = cast("Mapping[str, object]", value)
        faults = [f"{where} lacks {name!r}" for name in self.required if name not in members]
        for name, item in members.items():
            if (kind := self.fields.get(name)) is not None:
                faults.extend(kind.check(item, f"{where}.{name}"))
        return faults


@dataclass(frozen=True, slots=True)
class Nullable:
    """A value of the kind, or `None` where the media type can say null."""

    kind: Kind

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being null or of the kind."""
        return () if value is None else self.kind.check(value, where)


@dataclass(frozen=True, slots=True, init=False)
class Either:
    """A value of at least one of the kinds."""

    kinds: tuple[Kind, ...]

    def __init__(self, *kinds: Kind) -> None:
        object.__setattr__(self, "kinds", kinds)

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being of the kind that it misses by least."""
        return min((kind.check(value, where) for kind in self.kinds), key=len, default=())


@dataclass(frozen=True, slots=True)
class Anything:
    """Any value."""

    def check(self, value: object, where: str) -> Faults:
        """Find nothing wrong."""
        del value, where
        return ()


Kind: TypeAlias = String | Integer | Number | Boolean | Enum | Array | Map | Object | Nullable | Either | Anything
