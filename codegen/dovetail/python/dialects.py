"""The three ways in which Python says the types of an API: of what is given, of what is answered, of what is served."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..api.types import Enum, Json, String
from .docstrings import literal
from .names import Code, Name, code

_GIVEN = "._runtime.client.texts"
_LITERAL = Name("typing", "Literal")
_JSON_TYPES: dict[type, str] = {str: "string", bool: "boolean", int: "integer", float: "number"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How types are said: with which collections, which formats of texts being objects, and which enums open."""

    array: Code
    mapping: Code
    texts: Mapping[str, Name]
    json_text: Name | None = None
    """What may stand for the text of a JSON value."""
    is_answered: bool = False
    """Whether enums and unions have room for what the description does not know."""
    is_given: bool = False
    """Whether the person who writes is met halfway: a `bool` for a flag, any mapping for an open object."""


GIVEN = Dialect(
    array=code("{}[{{}}]", Name("collections.abc", "Sequence")),
    mapping=code("{}[str, {{}}]", Name("collections.abc", "Mapping")),
    texts={
        "date-time": Name(_GIVEN, "DateTimeLike"),
        "date": Name(_GIVEN, "DateLike"),
        "time": Name(_GIVEN, "TimeLike"),
        "duration": Name(_GIVEN, "DurationLike"),
        "uuid": Name(_GIVEN, "UuidLike"),
        "decimal": Name(_GIVEN, "DecimalLike"),
        "byte": Name(_GIVEN, "Base64"),
    },
    json_text=Name("._runtime.client.models", "JsonText"),
    is_given=True,
)
"""What may be given for a request: text, or the object that it stands for."""

ANSWERED = Dialect(
    array=Code("list[{}]"),
    mapping=Code("dict[str, {}]"),
    texts={
        "date-time": Name("._runtime.client", "formats", "DateTime"),
        "date": Name("._runtime.client", "formats", "Date"),
        "uuid": Name("._runtime.client", "formats", "Uuid"),
        "decimal": Name("._runtime.client", "formats", "DecimalText"),
    },
    is_answered=True,
)
"""What an answer is read as; texts of other formats stay texts, since servers do not keep to them."""

SERVED = Dialect(array=Code("list[{}]"), mapping=Code("dict[str, {}]"), texts={})
"""What a server takes and gives: JSON values, dates as text."""


def literals(meaning: Enum) -> Code | None:
    """The `Literal` of an enum's values; `None` where one of them cannot stand in one (PEP 586)."""
    if not meaning.values or not all(_is_literal(value) for value in meaning.values):
        return None
    return code("{}[{}]", _LITERAL, ", ".join(dict.fromkeys(literal(value) for value in meaning.values)))


def _is_literal(value: Json) -> bool:
    if isinstance(value, str):
        return value.isascii() or not any("\ud800" <= character <= "\udfff" for character in value)
    return isinstance(value, bool | int)


def json_types(meaning: Enum) -> tuple[str, ...]:
    """The JSON types of an enum's values, each once; none at all if a value is neither text nor number nor boolean."""
    found = dict.fromkeys(_JSON_TYPES.get(type(value), "") for value in meaning.values)
    if "number" in found:
        found.pop("integer", None)
    return () if "" in found else tuple(found)


def is_flag(meaning: Enum) -> bool:
    """Whether the values are texts for true and false, and perhaps others."""
    return {"true", "false"} <= {value for value in meaning.values if isinstance(value, str)}


def is_text(meaning: object) -> bool:
    """Whether every value is a text."""
    return isinstance(meaning, String) or (isinstance(meaning, Enum) and json_types(meaning) == ("string",))
