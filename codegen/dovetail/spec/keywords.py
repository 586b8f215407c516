"""What the keywords of JSON Schema 2020-12 may have as values; whatever else they have is reported and left out.

A schema that breaks these rules cannot be compiled by any validator, and real descriptions do break them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

import jsonschema_rs

from .hints import nearest
from .kinds import FIELDS

TYPES: Final = ("array", "boolean", "integer", "null", "number", "object", "string")


def known() -> tuple[str, ...]:
    """The names of all keywords."""
    return (*RULES, *FIELDS["schema"], *sorted(_OTHERS))


def unique(value: Any) -> Any:
    """The value of a keyword that is a set of strings, without what it has twice."""
    is_set = isinstance(value, list) and all(isinstance(each, str) for each in value)
    return list(dict.fromkeys(value)) if is_set else value


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


def _object(value: Any) -> str | None:
    return None if isinstance(value, dict) else "this must be an object"


def _discriminator(value: Any) -> str | None:
    is_fine = isinstance(value, dict) and isinstance(value.get("propertyName"), str)
    return None if is_fine else "this must be an object with `propertyName`"


def _list(value: Any) -> str | None:
    return None if isinstance(value, list) else "this must be a list"


def _names(value: Any) -> str | None:
    is_fine = isinstance(value, list) and all(isinstance(each, str) for each in value)
    if not is_fine:
        return "this must be a list of property names"
    return None if len(set(value)) == len(value) else "this names a property twice"


def _name_lists(value: Any) -> str | None:
    is_fine = isinstance(value, dict) and not any(_names(each) for each in value.values())
    return None if is_fine else "this must map property names to lists of property names"


def _schemas(value: Any) -> str | None:
    return None if value else "this must hold at least one schema"


def _type(value: Any) -> str | None:
    if isinstance(value, str) and value in TYPES:
        return None
    types = value if isinstance(value, list) else [value]
    if not types or any(types.count(each) > 1 for each in types):
        return "this must list at least one type, and none twice"
    for each in types:
        if each not in TYPES:
            close = nearest(str(each), TYPES, cutoff=0.4)
            hint = f"; did you mean {close!r}?" if close else f", which are {', '.join(TYPES)}"
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


_OTHERS: Final = frozenset(
    {
        "$ref",
        "const",
        "default",
        "dependencies",
        "example",
        "nullable",
    }
)

RULES: Final[Mapping[str, Callable[[Any], str | None]]] = {
    "type": _type,
    "discriminator": _discriminator,
    **dict.fromkeys(("xml", "externalDocs"), _object),
    "enum": _list,
    "examples": _list,
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), _schemas),
    **dict.fromkeys(("title", "description", "$comment", "contentEncoding", "contentMediaType"), _text),
    **dict.fromkeys(("deprecated", "readOnly", "writeOnly"), _flag),
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
"""What is wrong with the value of a keyword, or None."""

SETS: Final = frozenset({"required", "type"})
PLAIN: Final = (RULES.keys() | _OTHERS) - FIELDS["schema"].keys() - {"discriminator"}
"""The keywords that hold no schemas."""
