"""Parameters read back from the wire: OpenAPI's locations, styles and `explode`, as `wire.styles` writes them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from typing import Literal, TypeAlias, cast
from urllib.parse import unquote

from ..wire.styles import BAD_PERCENT, DEFAULT_STYLES, STYLES, Place, Style, StyleError

Shape: TypeAlias = Literal["primitive", "array", "object"]
Raw: TypeAlias = "str | list[Raw] | dict[str, Raw]"
"""A value as it was read: strings in the shape of the parameter."""


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
    rule = STYLES.get(style)
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
    values: list[str], rule: Style, shape: Shape, is_exploded: bool, unescape: Callable[[str], str]
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
    if BAD_PERCENT.search(escaped):
        raise StyleError("has a % that is not followed by two hexadecimal digits")
    try:
        return unquote(escaped, errors="strict")
    except UnicodeDecodeError:
        raise StyleError("has percent-encoded bytes that are not UTF-8") from None
