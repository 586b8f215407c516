"""How parameters are written on the wire: OpenAPI's locations, styles and `explode`.

OAS 3.1 section 4.8.12 (Parameter Object) and 4.8.15 (Encoding Object), RFC 6570, and OAS 3.2 for the style `cookie`.
What is written holds only characters that RFC 3986 lets stand, so that no HTTP client rewrites it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Literal, TypeAlias, cast
from urllib.parse import quote, quote_plus
from uuid import UUID

Place: TypeAlias = Literal["path", "query", "header", "cookie", "body"]

DEFAULT_STYLES: Mapping[Place, str] = {
    "path": "simple",
    "query": "form",
    "header": "simple",
    "cookie": "form",
    "body": "form",
}
_RESERVED = ":/?@!$&'()*+,;=%"
_COOKIE_OCTETS = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*")
BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


class StyleError(ValueError):
    """A value cannot be written in this style, or what arrived is not of it."""


@dataclass(frozen=True, slots=True)
class Style:
    """How the items of an array or object are put together."""

    prefix: str  # before the first item
    joint: str  # between the items when exploded
    delimiter: str  # between the items when not
    is_named: bool
    delimiters: str  # a regular expression: what is taken for a delimiter when reading


STYLES: Mapping[str, Style] = {
    "simple": Style("", ",", ",", False, ","),
    "label": Style(".", ".", ",", False, ","),
    "matrix": Style(";", ";", ",", True, ","),
    "form": Style("", "&", ",", True, ","),
    "cookie": Style("", "; ", ",", True, ","),
    "spaceDelimited": Style("", "&", "%20", True, r"%20|\+| "),
    "pipeDelimited": Style("", "&", "%7C", True, r"%7[Cc]|\|"),
}
_JOINTS: Mapping[Place, str] = {"cookie": "; "}  # whatever the style


def text(value: object) -> str:
    """Give the text of a scalar: `true`, `2024-05-01T12:00:00Z` (in UTC), plain numbers, an enum's value.

    Raises:
        StyleError: the value is no scalar, a number that is not finite, or a datetime without a time zone.
    """
    match value:
        case Enum():
            return text(cast("object", value.value))
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int() | UUID():
            return str(value)
        case float() | Decimal():
            return _number(value)
        case datetime():
            return _instant(value)
        case date():
            return value.isoformat()
        case _:
            raise StyleError(f"a value of type {type(value).__name__} has no text form")


def _number(value: float | Decimal) -> str:
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not exact.is_finite():
        raise StyleError("a number must be finite")
    return format(exact, "f")


def _instant(value: datetime) -> str:
    if value.utcoffset() is None:
        raise StyleError("a datetime needs a time zone")
    utc = value.astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="microseconds" if utc.microsecond else "seconds") + "Z"


def encode_parameter(
    name: str,
    value: object,
    *,
    place: Place,
    style: str | None = None,
    explode: bool | None = None,
    allow_reserved: bool = False,
) -> str:
    """Write one parameter.

    The result goes as it is to its place: `path` into the template's `{name}`, `query` and `body`
    (`application/x-www-form-urlencoded`) between `&`s, `header` as the value, `cookie` between `; `s of `Cookie`.
    It is empty when the value is an empty array or object: RFC 6570 section 2.3 calls those undefined.

    Raises:
        StyleError: a value has no text form, or would not be told apart from its neighbours.
    """
    style = style or DEFAULT_STYLES[place]
    is_exploded = style in {"form", "cookie"} if explode is None else explode
    rule = STYLES.get(style)
    escape = _escape(place, style, allow_reserved)
    if rule is None:
        return _JOINTS.get(place, "&").join(f"{key}={item}" for key, item in _deep(name, value, escape))
    label = _escape(place, style, allow_reserved=False)(name) + "=" if rule.is_named else ""
    empty = label.removesuffix("=") if style == "matrix" else label
    items = _items(value, escape, is_exploded)
    if items is None:
        written = "" if value is None else escape(text(value))
        return rule.prefix + (label + written if written else empty)
    is_ambiguous = place == "header" or (not is_exploded and rule.delimiter != ",")
    if is_ambiguous and any(re.search(rule.delimiters, item) for item in items):
        raise StyleError(f"an item with a delimiter of style {style} in it would be read as two")
    if not items:
        return ""
    if not is_exploded:
        return rule.prefix + label + rule.delimiter.join(items)
    if not isinstance(value, Mapping):
        items = [label + item if item else empty for item in items]
    return rule.prefix + _JOINTS.get(place, rule.joint).join(items)


def _items(value: object, escape: Callable[[str], str], is_exploded: bool) -> list[str] | None:
    """Give the parts of an array or object, escaped; `None` for anything else."""
    if isinstance(value, (str, int)):
        return None
    if isinstance(value, Mapping):
        members = cast("Mapping[str, object]", value)
        pairs = [(escape(member), escape(text(item))) for member, item in members.items() if item is not None]
        return [f"{member}={item}" for member, item in pairs] if is_exploded else [it for pair in pairs for it in pair]
    if isinstance(value, Sequence):
        return [escape(text(item)) for item in cast("Sequence[object]", value)]
    return None


def _escape(place: Place, style: str, allow_reserved: bool) -> Callable[[str], str]:
    if place == "header":
        return str
    if style == "cookie":
        return _cookie_octets
    if place == "body":
        return quote_plus
    return _quote_reserved if allow_reserved else _quote


def _quote(plain: str) -> str:
    return plain if plain.isascii() and plain.isalnum() else quote(plain, safe="")


def _quote_reserved(plain: str) -> str:
    return BAD_PERCENT.sub("%25", quote(plain, safe=_RESERVED))


def _cookie_octets(plain: str) -> str:
    if not _COOKIE_OCTETS.fullmatch(plain):
        raise StyleError("a cookie holds visible ASCII without quotes, commas, semicolons and backslashes")
    return plain


def _deep(key: str, value: object, escape: Callable[[str], str]) -> list[tuple[str, str]]:
    if isinstance(value, Mapping):
        members = cast("Mapping[str, object]", value)
        return [pair for member, item in members.items() for pair in _deep(f"{key}[{member}]", item, escape)]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [pair for item in cast("Sequence[object]", value) for pair in _deep(key, item, escape)]
    return [] if value is None else [(escape(key), escape(text(value)))]
