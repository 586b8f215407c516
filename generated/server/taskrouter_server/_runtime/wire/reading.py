"""Parameters read back from the wire: what `styles` writes, and the other forms that the standards have known."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias, cast
from urllib.parse import unquote

from .styles import BAD_PERCENT, STYLES, Place, Shape, explodes, split_items, style_of
from .texts import StyleError

Raw: TypeAlias = "str | list[Raw] | dict[str, Raw]"
"""A value as it was read: strings in the shape of the parameter."""
Pair: TypeAlias = tuple[str, str]

DEEPEST = 16
"""Brackets in one key of style `deepObject`."""
_BRACKETS = re.compile(r"(?:\[[^\[\]]*\])+")
_INDEX = re.compile(r"[0-9]{1,9}")


def split_pairs(raw: str, separator: str = "&") -> list[Pair]:
    """Split a query, a form body or (with `;`) a `Cookie` header into names and values, both still escaped."""
    parts = (part.strip() if separator == ";" else part for part in raw.split(separator))
    return [(name, value) for name, _, value in (part.partition("=") for part in parts if part)]


def decode_parameter(
    name: str,
    raw: str | Sequence[Pair],
    *,
    place: Place,
    shape: Shape = "primitive",
    style: str | None = None,
    explode: bool | None = None,
) -> Raw | None:
    """Read one parameter back; `None` where it is absent.

    `raw` is what stands in the path or header, the whole query for `querystring`, or pairs of `split_pairs` for query,
    cookie and body, never unescaped before; an exploded object takes every pair. Both forms of a style whose writing
    changed between OAS 3.0.3 and 3.0.4 are read. In style `deepObject` it is the brackets that say what is an object
    or a list, not `shape`; `items_of` gives the list that indexes spell.

    Raises:
        StyleError: what arrived is not of this style; the message says why.
    """
    style = style_of(place, style)
    is_exploded = explodes(style, explode)
    unescape = _unescape(place, style)
    rule = STYLES.get(style)
    if rule is None:
        return _read_deep(name, raw, unescape)
    if not isinstance(raw, str):
        return _read_named(name, raw, place, style, shape, is_exploded, unescape)
    if not raw.startswith(rule.prefix):
        raise StyleError(f"style {style} begins with {rule.prefix!r}")
    body = raw[len(rule.prefix) :]
    if rule.is_named:
        return _read_named(name, split_pairs(body, rule.joint.strip()), place, style, shape, is_exploded, unescape)
    return _read_text(body, place, style, shape, is_exploded, unescape)


def items_of(raw: Raw) -> list[Raw] | None:
    """The list that the keys of a `deepObject` spell, `[0]`, `[1]` and so on in any order; `None` where they do not."""
    if isinstance(raw, list):
        return raw
    if isinstance(raw, str) or not all(_INDEX.fullmatch(key) for key in raw):
        return None
    return [raw[key] for key in sorted(raw, key=int)]


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


def _read_named(
    name: str,
    raw: Sequence[Pair],
    place: Place,
    style: str,
    shape: Shape,
    is_exploded: bool,
    unescape: Callable[[str], str],
) -> Raw | None:
    pairs = [(unescape(key), value) for key, value in raw]
    if shape == "object" and is_exploded:
        members: dict[str, Raw] = {}
        for key, value in pairs:
            _add(members, key, unescape(value))
        return members or None
    values = [value for key, value in pairs if key == name]
    if not values:
        return None
    if shape == "array" and is_exploded:
        return [unescape(value) for value in values]
    if len(values) > 1:
        raise StyleError("is given more than once")
    return _read_text(values[0], place, style, shape, is_exploded, unescape)


def _read_text(
    body: str, place: Place, style: str, shape: Shape, is_exploded: bool, unescape: Callable[[str], str]
) -> Raw:
    if shape == "primitive":
        return unescape(body)
    if shape == "object" and not body:
        return {}
    items = split_items(body, place, style, shape, is_exploded=is_exploded)
    if shape == "array":
        return [unescape(item) for item in items]
    if is_exploded:
        if not all("=" in item for item in items):
            raise StyleError("an exploded object is written as name=value")
        parts = [item.partition("=") for item in items]
        pairs = [(member, item) for member, _, item in parts]
    elif len(items) % 2:
        raise StyleError("an object is written as name, value, name, value")
    else:
        pairs = list(zip(items[::2], items[1::2], strict=True))
    found: dict[str, Raw] = {unescape(member): unescape(item) for member, item in pairs}
    if len(found) < len(pairs):
        raise StyleError("names a member twice")
    return found


def _read_deep(name: str, raw: str | Sequence[Pair], unescape: Callable[[str], str]) -> Raw | None:
    plain: list[str] = []
    found: dict[str, Raw] = {}
    for escaped, value in split_pairs(raw) if isinstance(raw, str) else raw:
        key = unescape(escaped)
        path = key.removeprefix(name)
        if key == name:
            plain.append(unescape(value))
        elif path != key and path.startswith("["):
            _place(found, key, path, unescape(value))
    if plain and found:
        raise StyleError(f"{name} is both a value and an object")
    if not plain:
        return found.pop("") if list(found) == [""] else found or None
    return plain[0] if len(plain) == 1 else cast("list[Raw]", plain)


def _place(found: dict[str, Raw], key: str, brackets: str, item: str) -> None:
    if not _BRACKETS.fullmatch(brackets):
        raise StyleError(f"{key} has brackets that do not close")
    path = brackets[1:-1].split("][")
    if len(path) > DEEPEST:
        raise StyleError(f"a key has more than {DEEPEST} brackets")
    is_pushed = path[-1] == ""  # `name[]=` adds to a list, even if it is the only one
    members = path[:-1] if is_pushed and len(path) > 1 else path
    if "" in members[:-1] or (members[-1] == "" and len(path) > 1):
        raise StyleError(f"{key} has empty brackets that are not the last")
    within = found
    for member in members[:-1]:
        inner = within.setdefault(member, {})
        if not isinstance(inner, dict):
            raise StyleError(f"{key} is both a value and an object")
        within = inner
    if isinstance(within.get(members[-1]), dict):
        raise StyleError(f"{key} is both a value and an object")
    if is_pushed:
        within.setdefault(members[-1], [])
    _add(within, members[-1], item)


def _add(members: dict[str, Raw], name: str, item: str) -> None:
    """Add a member; one that comes again makes a list."""
    known = members.get(name)
    if known is None:
        members[name] = item
    elif isinstance(known, list):
        known.append(item)
    else:
        members[name] = [known, item]


def _unescape(place: Place, style: str) -> Callable[[str], str]:
    if place == "header":
        return str.strip
    if style == "cookie":
        return str
    return _unescape_plus if place in {"query", "body"} else unescape_text


def _unescape_plus(escaped: str) -> str:
    return unescape_text(escaped.replace("+", " "))
