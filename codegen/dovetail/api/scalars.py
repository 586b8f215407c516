"""The types of values that hold no others: text, numbers, truth, and one of several given values."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from typing import Any, Final

from .conjunction import Conjunction
from .types import Enum, Integer, Json, Number, String

_TEXTUAL: Final = ("text/", "application/json", "application/xml", "application/jwt", "application/yaml")
_TYPES: Final[dict[str, type | tuple[type, ...]]] = {
    "null": type(None),
    "boolean": bool,
    "string": str,
    "array": list,
    "object": dict,
    "number": (int, float),
    "integer": (int, float),
}


def string_of(conjunction: Conjunction) -> String:
    """Text, with the narrowest of its bounds."""
    content = _last(conjunction.texts("contentMediaType"))
    return String(
        format=_format(conjunction, content),
        pattern=_last(conjunction.texts("pattern")),
        min_length=_whole(conjunction.greatest("minLength")),
        max_length=_whole(conjunction.least("maxLength")),
        content=content,
    )


def _format(conjunction: Conjunction, content: str) -> str:
    """The format; 3.1 says by the content what 3.0 said by `byte` and `binary` (OAS 3.1, section 4.8.14.3)."""
    stated, encoding = _last(conjunction.texts("format")), _last(conjunction.texts("contentEncoding"))
    if stated or encoding:
        return stated or ("byte" if encoding == "base64" else "")
    is_binary = content and not content.startswith(_TEXTUAL) and not content.endswith(("+json", "+xml"))
    return "binary" if is_binary else ""


def number_of(conjunction: Conjunction) -> Number:
    """A number, with the narrowest of its bounds."""
    return Number(
        minimum=_finite(conjunction.greatest("minimum")),
        maximum=_finite(conjunction.least("maximum")),
        exclusive_minimum=_finite(conjunction.greatest("exclusiveMinimum")),
        exclusive_maximum=_finite(conjunction.least("exclusiveMaximum")),
        multiple_of=_finite(conjunction.greatest("multipleOf")),
        format=_last(conjunction.texts("format")),
    )


def integer_of(conjunction: Conjunction) -> Integer:
    """A whole number; a bound between two whole numbers is moved to the one inside."""
    above, below = conjunction.greatest("exclusiveMinimum"), conjunction.least("exclusiveMaximum")
    low = [math.ceil(bound) for bound in (conjunction.greatest("minimum"), _between(above)) if _is_finite(bound)]
    high = [math.floor(bound) for bound in (conjunction.least("maximum"), _between(below)) if _is_finite(bound)]
    return Integer(
        minimum=max(low, default=None),
        maximum=min(high, default=None),
        exclusive_minimum=_whole(above),
        exclusive_maximum=_whole(below),
        multiple_of=_whole(conjunction.greatest("multipleOf")),
        format=_last(conjunction.texts("format")),
    )


def enum_of(conjunction: Conjunction) -> Enum | None:
    """The values that all parts list and the types allow; `None` if no value is listed, or none is left."""
    lists: list[Sequence[Json]] = [value for value in conjunction.values("enum") if isinstance(value, list)]
    lists += [[value] for value in conjunction.values("const")]
    if not lists:
        return None
    kept = distinct(lists[0])
    for values in lists[1:]:
        allowed = {identity(value) for value in values}
        kept = {key: value for key, value in kept.items() if key in allowed}
    declared = conjunction.declared
    fitting = tuple(value for value in kept.values() if value is not None and fits(value, declared))
    has_null = any(value is None for value in kept.values())
    if not fitting:
        return None
    return Enum(values=fitting, is_nullable=has_null and (not declared or conjunction.is_nullable))


def is_null(conjunction: Conjunction) -> bool:
    """Whether `null` is the one value."""
    if conjunction.declared:
        return conjunction.declared == ("null",)
    listed = [value for values in conjunction.values("enum") if isinstance(values, list) for value in values]
    listed += conjunction.values("const")
    return bool(listed) and all(value is None for value in listed)


def fits(value: Json, types: Iterable[str]) -> bool:
    """Whether a value is of one of the types of JSON Schema; of any, where there are none."""
    names = list(types)
    return not names or any(_is(value, name) for name in names)


def _is(value: Json, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    if name == "integer" and isinstance(value, float):
        return value.is_integer()
    return isinstance(value, _TYPES.get(name, ()))


def distinct(values: Iterable[Json]) -> dict[str, Json]:
    """The values that differ, by their identity."""
    found: dict[str, Json] = {}
    for value in values:
        found.setdefault(identity(value), value)
    return found


def identity(value: Json) -> str:
    """A text that equal JSON values have in common, and no others: `1` is `1.0`, and is not `true`."""
    return json.dumps(_plain(value), sort_keys=True, default=str)


def _plain(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _last(texts: Sequence[str]) -> str:
    return texts[-1] if texts else ""


def _is_finite(value: Any) -> bool:
    return value is not None and (isinstance(value, int) or math.isfinite(value))


def _finite(value: Any) -> Any:
    return value if _is_finite(value) else None


def _whole(value: Any) -> int | None:
    """The number if it is a whole one."""
    return int(value) if _is_finite(value) and value == int(value) else None


def _between(value: Any) -> Any:
    """The number if it lies between two whole ones."""
    return None if _whole(value) is not None else value
