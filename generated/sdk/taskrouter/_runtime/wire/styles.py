"""How parameters are written on the wire and read back: OpenAPI's locations, styles and `explode`.

OAS 3.1 section 4.8.12 (Parameter Object) and 4.8.15 (Encoding Object), RFC 6570, and OAS 3.2 for the style `cookie`.
What is written holds only characters that RFC 3986 lets stand, so that no HTTP client rewrites it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Literal, TypeAlias, cast
from urllib.parse import quote, quote_plus, unquote
from uuid import UUID

Place: TypeAlias = Literal["path", "query", "header", "cookie", "body"]
Shape: TypeAlias = Literal["primitive", "array", "object"]
Raw: TypeAlias = "str | list[Raw] | dict[str, Raw]"
"""A value as it was read: strings in the shape of the parameter."""

DEFAULT_STYLES: Mapping[Place, str] = {
    "path": "simple",
    "query": "form",
    "header": "simple",
    "cookie": "form",
    "body": "form",
}
_RESERVED = ":/?@!$&'()*+,;=%"
_COOKIE_OCTETS = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*")
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


class StyleError(ValueError):
    """A value cannot be written in this style, or what arrived is not of it."""


@dataclass(frozen=True, slots=True)
class _Style:
    prefix: str  # before the first item
    joint: str  # between the items when exploded
    delimiter: str  # between the items when not
    is_named: bool
    delimiters: str  # a regular expression: what is taken for a delimiter when reading


_STYLES: Mapping[str, _Style] = {
    "simple": _Style("", ",", ",", False, ","),
    "label": _Style(".", ".", ",", False, ","),
    "matrix": _Style(";", ";", ",", True, ","),
    "form": _Style("", "&", ",", True, ","),
    "cookie": _Style("", "; ", ",", True, ","),
    "spaceDelimited": _Style("", "&", "%20", True, r"%20|\+| "),
    "pipeDelimited": _Style("", "&", "%7C", True, r"%7[Cc]|\|"),
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
    rule = _STYLES.get(style)
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
    if isinstance(value, Mapping):
        members = cast("Mapping[str, object]", value)
        pairs = [(escape(member), escape(text(item))) for member, item in members.items() if item is not None]
        return [f"{member}={item}" for member, item in pairs] if is_exploded else [it for pair in pairs for it in pair]
    if isinstance(value, Sequence) and not isinstance(value, str):
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
    return quote(plain, safe="")


def _quote_reserved(plain: str) -> str:
    return _BAD_PERCENT.sub("%25", quote(plain, safe=_RESERVED))


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


def split_pairs(raw: str, separator: str = "&") -> list[tuple[str, str]]:
    """Split a query, a form body or (with `;`) a `Cookie` header into names and values, both still escaped."""
    parts = (part.strip() if separator == ";" else part for part in raw.split(separator))
    return [(name, value) for name, _, value in (part.partition("=") for part in parts if part)]


def decode_parameter(
    name: str,
    raw: str | Sequence[tuple[str, str]],
    *,
    place: Place,
    shape: Shape = "primitive",
    style: str | None = None,
    explode: bool | None = None,
    properties: Collection[str] | None = None,
) -> Raw | None:
    """Read one parameter back; `None` where it is absent.

    `raw` is what stands in the path or header, or the pairs of `split_pairs` for query, cookie and body, never
    unescaped before. `properties` are an object's known names: an exploded object takes only those, else every pair.
    Both forms of a style whose writing changed between OAS 3.0.3 and 3.0.4 are read.

    Raises:
        StyleError: what arrived is not of this style; the message says why.
    """
    style = style or DEFAULT_STYLES[place]
    is_exploded = style in {"form", "cookie"} if explode is None else explode
    rule = _STYLES.get(style)
    unescape = _unescape(place, style)
    if rule is None:
        return _read_deep(name, _pairs(raw), unescape)
    if not isinstance(raw, str):
        pairs = [(unescape(key), value) for key, value in raw]
        if shape == "object" and is_exploded:
            taken = {key: unescape(item) for key, item in pairs if properties is None or key in properties}
            return cast("dict[str, Raw]", taken) or None
        return _read_values([item for key, item in pairs if key == name], rule, shape, is_exploded, unescape)
    if not raw.startswith(rule.prefix):
        raise StyleError(f"style {style} begins with {rule.prefix!r}")
    body = raw[len(rule.prefix) :]
    if style == "matrix":
        return decode_parameter(
            name, split_pairs(body, ";"), place=place, shape=shape, explode=is_exploded, properties=properties
        )
    # OAS 3.0.3 and before put dots between the items of a label that is not exploded.
    is_dotted = style == "label" and (is_exploded or "," not in body)
    return _read_text(body, r"\." if is_dotted else rule.delimiters, shape, is_exploded, unescape)


def _pairs(raw: str | Sequence[tuple[str, str]]) -> Sequence[tuple[str, str]]:
    return split_pairs(raw) if isinstance(raw, str) else raw


def _read_values(
    values: list[str], rule: _Style, shape: Shape, is_exploded: bool, unescape: Callable[[str], str]
) -> Raw | None:
    if not values:
        return None
    if shape == "array" and is_exploded:
        return [unescape(value) for value in values]
    if len(values) > 1:
        raise StyleError("is given more than once")
    return _read_text(values[0], rule.delimiters, shape, is_exploded, unescape)


def _read_text(body: str, delimiters: str, shape: Shape, is_exploded: bool, unescape: Callable[[str], str]) -> Raw:
    if shape == "primitive":
        return unescape(body)
    items = re.split(delimiters, body)
    if shape == "array":
        return [unescape(item) for item in items]
    if is_exploded:
        if not all("=" in item for item in items):
            raise StyleError("an exploded object is written as name=value")
        return {unescape(member): unescape(item) for member, _, item in (part.partition("=") for part in items)}
    if len(items) % 2:
        raise StyleError("an object is written as name, value, name, value")
    return {unescape(member): unescape(item) for member, item in zip(items[::2], items[1::2], strict=True)}


def _read_deep(name: str, raw: Sequence[tuple[str, str]], unescape: Callable[[str], str]) -> Raw | None:
    found: dict[str, Raw] = {}
    for escaped, value in raw:
        key = unescape(escaped)
        path = key.removeprefix(name)
        if path == key or not re.fullmatch(r"(\[[^\[\]]*\])+", path):
            continue
        members = path[1:-1].split("][")
        within = found
        for member in members[:-1]:
            inner = within.setdefault(member, {})
            if not isinstance(inner, dict):
                raise StyleError(f"{key} is both a value and an object")
            within = inner
        item = unescape(value)
        match within.get(members[-1]):
            case None:
                within[members[-1]] = item
            case list() as items:
                items.append(item)
            case str() as first:
                both: list[Raw] = [first, item]
                within[members[-1]] = both
            case _:
                raise StyleError(f"{key} is both a value and an object")
    return found or None


def _unescape(place: Place, style: str) -> Callable[[str], str]:
    if place == "header":
        return str.strip
    if style == "cookie":
        return str
    return _unescape_plus if place in {"query", "body"} else unescape_text


def _unescape_plus(escaped: str) -> str:
    return unescape_text(escaped.replace("+", " "))


def unescape_text(escaped: str) -> str:
    """Undo percent-encoding, strictly (RFC 3986 section 2.1, UTF-8).

    Raises:
        StyleError: a `%` without two hexadecimal digits, or bytes that are not UTF-8.
    """
    if "%" not in escaped:
        return escaped
    if _BAD_PERCENT.search(escaped):
        raise StyleError("has a % that is not followed by two hexadecimal digits")
    try:
        return unquote(escaped, errors="strict")
    except UnicodeDecodeError:
        raise StyleError("has percent-encoded bytes that are not UTF-8") from None
