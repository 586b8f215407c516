"""What the keywords of JSON Schema 2020-12 may have as values; whatever else they have is reported and left out.

A schema that breaks these rules cannot be compiled by any validator, and real descriptions do break them.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

import jsonschema_rs

TYPES: Final = ("array", "boolean", "integer", "null", "number", "object", "string")


def fault(name: str, value: Any) -> str | None:
    """What is wrong with the value of a keyword, or None."""
    rule = _RULES.get(name)
    return rule(value) if rule is not None else None


def _number(value: Any) -> str | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return None if is_number else "this must be a number"


def _positive(value: Any) -> str | None:
    return _number(value) or (None if value > 0 else "this must be greater than 0")


def _count(value: Any) -> str | None:
    is_count = _number(value) is None and value >= 0 and value == int(value)
    return None if is_count else "this must be a whole number from 0"


def _flag(value: Any) -> str | None:
    return None if isinstance(value, bool) else "this must be true or false"


def _text(value: Any) -> str | None:
    return None if isinstance(value, str) else "this must be a string"


def _list(value: Any) -> str | None:
    return None if isinstance(value, list) else "this must be a list"


def _names(value: Any) -> str | None:
    is_fine = isinstance(value, list) and all(isinstance(each, str) for each in value)
    return None if is_fine else "this must be a list of property names"


def _name_lists(value: Any) -> str | None:
    is_fine = isinstance(value, dict) and not any(_names(each) for each in value.values())
    return None if is_fine else "this must map property names to lists of property names"


def _type(value: Any) -> str | None:
    for each in value if isinstance(value, list) and value else [value]:
        if each not in TYPES:
            close = difflib.get_close_matches(str(each), TYPES, n=1, cutoff=0.4)
            hint = f"; did you mean {close[0]!r}?" if close else f", which are {', '.join(TYPES)}"
            return f"{each!r} is none of the types of JSON Schema{hint}"
    return None


@cache
def _compiles(pattern: str) -> bool:
    try:
        jsonschema_rs.Draft202012Validator({"pattern": pattern})
    except (jsonschema_rs.ValidationError, ValueError):
        return False
    return True


def _pattern(value: Any) -> str | None:
    return _text(value) or (None if _compiles(value) else f"{value!r} is no regular expression (ECMA-262)")


def _patterns(value: Any) -> str | None:
    if not isinstance(value, dict):
        return None
    return next((message for message in map(_pattern, value) if message), None)


_RULES: Final[Mapping[str, Callable[[Any], str | None]]] = {
    "type": _type,
    "enum": _list,
    "required": _names,
    "dependentRequired": _name_lists,
    "pattern": _pattern,
    "patternProperties": _patterns,
    "format": _text,
    "multipleOf": _positive,
    "uniqueItems": _flag,
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _number),
    **dict.fromkeys(
        (
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "minContains",
            "maxContains",
            "minProperties",
            "maxProperties",
        ),
        _count,
    ),
}
