"""What a request value must be, by the description: a closed sum of kinds.

`kind.check(value, where)` gives what is wrong, one text a fault, and nothing when the value may be sent. The texts
never hold the value, which may be a secret.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from enum import Enum as PythonEnum
from math import isfinite
from typing import TypeAlias, cast

from pydantic import BaseModel

from .files import is_content
from .json_values import is_mapping
from .patterns import search_of
from .text_formats import format_fault, is_of_format

Faults: TypeAlias = Sequence[str]
Bound: TypeAlias = "int | float | None"


def _named(value: object) -> str:
    return "None" if value is None else f"of type {type(value).__name__}"


@dataclass(frozen=True, slots=True)
class String:
    """Text; `content="application/json"` takes any JSON value too and sends its JSON text.

    Lengths are in characters. A `format` that a standard defines is checked, and takes the Python object that stands
    for it: `datetime` (with a time zone), `date`, `time`, `timedelta`, `UUID`, `Decimal`, and `bytes` for `byte`.
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
        # The length comes first: it is what keeps a pattern's text short.
        if self.min_length is not None and len(value) < self.min_length:
            faults.append(f"{where} must have at least {self.min_length} characters, and has {len(value)}")
        if self.max_length is not None and len(value) > self.max_length:
            faults.append(f"{where} must have at most {self.max_length} characters, and has {len(value)}")
        elif self.pattern is not None and (search := search_of(self.pattern)) and not search(value):
            faults.append(f"{where} must match {self.pattern}")
        if self.format is not None and (fault := format_fault(value, self.format)):
            faults.append(f"{where} {fault}")
        return faults

    def _is_other_form(self, value: object) -> bool:
        if self.content is not None:
            return value is not None
        return self.format is not None and (is_of_format(value, self.format) or self._is_file(value))

    def _is_file(self, value: object) -> bool:
        return self.format == "binary" and is_content(value)

    def _hint(self, value: object) -> str:
        return "a datetime without a time zone" if isinstance(value, datetime) else _named(value)


@dataclass(frozen=True, slots=True)
class Binary:
    """The content of a file: bytes, an open file, a path, a `File`, or an iterable of bytes; or text, sent in UTF-8."""

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being such a content."""
        if isinstance(value, str) or is_content(value):
            return ()
        return (f"{where} must be bytes, an open file, a path or a File, and is {_named(value)}",)


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
        is_finite = isinstance(value, int) or isfinite(value)
        return check_range(self, value, where) if is_finite else (f"{where} must be finite",)


@dataclass(frozen=True, slots=True)
class Integer(Number):
    """A whole number: `int`; the formats `int32` and `int64` bound it."""

    format: str | None = None

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being such a whole number."""
        if isinstance(value, bool) or not isinstance(value, int):
            return (f"{where} must be an int, and is {_named(value)}",)
        bits = _BITS.get(self.format or "")
        if bits and not -(2 ** (bits - 1)) <= value < 2 ** (bits - 1):
            return (f"{where} must be a number of {bits} bits",)
        return check_range(self, value, where)


_BITS: Mapping[str, int] = {"int32": 32, "int64": 64}


def _is_multiple(value: float | Decimal, of: float) -> bool:
    if isinstance(value, int) and isinstance(of, int):
        return value % of == 0
    try:
        return not Decimal(value if isinstance(value, int) else str(value)) % Decimal(str(of))
    except InvalidOperation:
        return True  # too many digits lie between the two to tell; the server may


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
    if kind.multiple_of is not None and not _is_multiple(value, kind.multiple_of):
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
    """A list or tuple; its first items are of the kinds in `prefix`, each of its own, and all others of `items`."""

    items: Kind
    min_items: int | None = None
    max_items: int | None = None
    unique: bool = False
    prefix: Sequence[Kind] = ()

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being such a list."""
        if isinstance(value, (str, bytes, bytearray)) or not isinstance(value, Sequence):
            return (f"{where} must be a list, and is {_named(value)}",)
        items = cast("Sequence[object]", value)
        own = len(self.prefix)
        faults = [
            fault
            for at, kind in enumerate(self.prefix[: len(items)])
            for fault in kind.check(items[at], f"{where}[{at}]")
        ]
        faults += [fault for at in range(own, len(items)) for fault in self.items.check(items[at], f"{where}[{at}]")]
        if self.min_items is not None and len(items) < self.min_items:
            faults.append(f"{where} must have at least {self.min_items} items, and has {len(items)}")
        if self.max_items is not None and len(items) > self.max_items:
            faults.append(f"{where} must have at most {self.max_items} items, and has {len(items)}")
        if self.unique and _has_twins(items):
            faults.append(f"{where} must not have an item twice")
        return faults


def _has_twins(items: Sequence[object]) -> bool:
    # 1 == True == 1.0 in Python, and in JSON a number is no truth value.
    try:
        return len({(isinstance(item, bool), item) for item in items}) < len(items)
    except TypeError:
        return any(item in items[:at] for at, item in enumerate(items))


Patterns: TypeAlias = "Sequence[tuple[str, Kind]]"


@dataclass(frozen=True, slots=True)
class Map:
    """A mapping from any names to values of one kind; names that match a pattern have values of its kind."""

    values: Kind
    patterns: Patterns = ()

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being such a mapping."""
        members = _members(value)
        if members is None:
            return (f"{where} must be a mapping, and is {_named(value)}",)
        return [fault for name, item in members.items() for fault in self.of(name).check(item, f"{where}.{name}")]

    def of(self, name: str) -> Kind:
        """The kind of the values under a name."""
        return _matching(name, self.patterns) or self.values


@dataclass(frozen=True, slots=True)
class Object:
    """A mapping with known names (as on the wire), or a pydantic model.

    Other names have values of the kind of a pattern that they match, or else of `additional`; with `None` there are
    none.
    """

    fields: Mapping[str, Kind]
    required: Sequence[str] = ()
    additional: Kind | None = None
    patterns: Patterns = ()
    is_closed: bool = False

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being such an object."""
        members = _members(value)
        if members is None:
            return (f"{where} must be a mapping, and is {_named(value)}",)
        faults = [f"{where} lacks {name!r}" for name in self.required if name not in members]
        for name, item in members.items():
            kind = self.fields.get(name) or _matching(name, self.patterns) or self.additional
            if kind is not None:
                faults.extend(kind.check(item, f"{where}.{name}"))
            elif self.is_closed:
                faults.append(f"{where} must not have {name!r}")
        return faults

    def of(self, name: str) -> Kind:
        """The kind of the values under a name."""
        return self.fields.get(name) or _matching(name, self.patterns) or self.additional or Anything()


def _members(value: object) -> Mapping[str, object] | None:
    if isinstance(value, BaseModel):
        return value.model_dump(by_alias=True, exclude_unset=True)
    return cast("Mapping[str, object]", value) if isinstance(value, Mapping) else None


def _matching(name: str, patterns: Patterns) -> Kind | None:
    for pattern, kind in patterns:
        search = search_of(pattern)
        if search is not None and search(name):
            return kind
    return None


@dataclass(frozen=True, slots=True)
class Nullable:
    """A value of the kind, or `None` where the media type can say null."""

    kind: Kind

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being null or of the kind."""
        return () if value is None else self.kind.check(value, where)


@dataclass(frozen=True, slots=True, init=False)
class Either:
    """A value of at least one of the kinds.

    `tag` names the member of an object that says which of them it is: `by_tag` holds the kinds by its values.
    """

    kinds: tuple[Kind, ...]
    tag: str
    by_tag: Mapping[str, Kind]

    def __init__(self, *kinds: Kind, tag: str = "", by_tag: Mapping[str, Kind] | None = None) -> None:
        object.__setattr__(self, "kinds", kinds)
        object.__setattr__(self, "tag", tag)
        object.__setattr__(self, "by_tag", by_tag or {})

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being of the kind that it misses by least."""
        told = self.by_tag.get(str(value.get(self.tag))) if self.tag and is_mapping(value) else None
        if told is not None:
            return told.check(value, where)
        least: Faults | None = None
        # Those that look right first, each once: what holds itself would else be looked at again and again.
        for kind in sorted(self.kinds, key=lambda kind: not _looks_like(value, kind)):
            if least is not None and not _looks_like(value, kind):
                break
            faults = kind.check(value, where)
            if not faults:
                return ()
            least = faults if least is None or len(faults) < len(least) else least
        return least or ()


def _looks_like(value: object, kind: Kind, depth: int = 0) -> bool:
    """Say whether a value may be of a kind, by its own form and not by what it holds."""
    match kind:
        case Later() | Nullable() if depth < _DEEPEST:
            return (value is None and isinstance(kind, Nullable)) or _looks_like(value, kind.kind, depth + 1)
        case Either() if depth < _DEEPEST:
            return any(_looks_like(value, member, depth + 1) for member in kind.kinds)
        case Object() if is_mapping(value):
            tags = ((name, known) for name, known in kind.fields.items() if isinstance(known, Enum) and name in value)
            return all(name in value for name in kind.required) and not any(
                known.check(value[name], name) for name, known in tags
            )
        case Object() | Map():
            return isinstance(value, (Mapping, BaseModel))
        case Array():
            return isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray))
        case _:
            return not kind.check(value, "")


_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Later:
    """A kind that is looked up when a value is checked: how one that holds itself, or stands further down, is named."""

    look_up: Callable[[], Kind]

    @property
    def kind(self) -> Kind:
        """The kind itself."""
        return self.look_up()

    def check(self, value: object, where: str) -> Faults:
        """Say what keeps the value from being of the kind."""
        return self.look_up().check(value, where)


@dataclass(frozen=True, slots=True)
class Anything:
    """Any value."""

    def check(self, value: object, where: str) -> Faults:
        """Find nothing wrong."""
        del value, where
        return ()


Kind: TypeAlias = (
    String | Binary | Integer | Number | Boolean | Enum | Array | Map | Object | Nullable | Either | Later | Anything
)
