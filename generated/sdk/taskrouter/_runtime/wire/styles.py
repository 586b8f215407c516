"""How parameters are written on the wire: OpenAPI's locations, styles and `explode`; `reading` is the way back.

OAS 3.2 section 4.12 (Parameter Object) and 4.15 (Encoding Object), RFC 6570. What is written holds only characters
that RFC 3986 lets stand, so that no HTTP client rewrites it. `docs/decisions/0009` says what is written, and what is
read, where the standards disagree or are silent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Literal, TypeAlias, cast
from urllib.parse import quote

from .texts import StyleError, text

Place: TypeAlias = Literal["path", "query", "querystring", "header", "cookie", "body"]
"""Where a parameter goes; `querystring` is the whole query (OAS 3.2), `body` a field of a form."""
Shape: TypeAlias = Literal["primitive", "array", "object"]

__all__ = ["DEFAULT_STYLES", "STYLES", "Place", "Shape", "Style", "StyleError", "encode_parameter", "style_of", "text"]

DEFAULT_STYLES: Mapping[Place, str] = {
    "path": "simple",
    "query": "form",
    "querystring": "simple",
    "header": "simple",
    "cookie": "form",
    "body": "form",
}
_IN_QUERIES = frozenset({"form", "spaceDelimited", "pipeDelimited", "deepObject"})
_PERMITTED: Mapping[Place, frozenset[str]] = {
    "path": frozenset({"simple", "label", "matrix"}),
    "query": _IN_QUERIES,
    "querystring": frozenset({"simple"}),
    "header": frozenset({"simple"}),
    "cookie": frozenset({"form", "cookie"}),
    "body": _IN_QUERIES,
}
_UNRESERVED = re.compile(r"[0-9A-Za-z_.~-]*")
BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
HEADER_VALUE = re.compile(r"(?:[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?)?")
"""What a header carries whole (RFC 9110 section 5.5)."""
_COOKIE_VALUE = re.compile(r"(?:[\x21-\x3a\x3c-\x7e](?:[\x20-\x3a\x3c-\x7e]*[\x21-\x3a\x3c-\x7e])?)?")
_HEADER_PART = re.compile(r'"(?:[^"\\]|\\.?)*(?:"|$)|,', re.DOTALL)
_LABELLED = re.compile(r"\.(?=[^.=]*=)")

# What `allowReserved` lets stand: RFC 3986's reserved characters, but those that would end the value.
_RESERVED: Mapping[Place, str] = {
    "path": ":@!$&'()*+,;=%",
    "query": ":/?@!$'()*,;=%",
    "cookie": ":/?@!$&'()*+=%",
    "body": ":/?@!$'()*,;=%",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How the items of an array or object are put together."""

    prefix: str  # before the first item
    joint: str  # between the items when exploded
    delimiter: str  # between the items when not
    is_named: bool
    delimiters: str = ","  # a regular expression: what is taken for a delimiter when reading


STYLES: Mapping[str, Style] = {
    "simple": Style("", ",", ",", is_named=False),
    "label": Style(".", ".", ",", is_named=False),
    "matrix": Style(";", ";", ",", is_named=True),
    "form": Style("", "&", ",", is_named=True),
    "cookie": Style("", "; ", ",", is_named=True),
    "spaceDelimited": Style("", "&", "%20", is_named=True, delimiters=r"%20|\+| "),
    "pipeDelimited": Style("", "&", "%7C", is_named=True, delimiters=r"%7[Cc]|\|"),
}
"""All but `deepObject`, whose items have keys of their own."""


def style_of(place: Place, style: str | None) -> str:
    """The style that is used in a place: the one given where OpenAPI permits it there, else the default."""
    return style if style in _PERMITTED[place] else DEFAULT_STYLES[place]


def explodes(style: str, explode: bool | None) -> bool:
    """Whether items stand by themselves; by default they do in the styles `form` and `cookie`."""
    return style in {"form", "cookie"} if explode is None else explode


def encode_parameter(
    name: str,
    value: object,
    *,
    place: Place,
    style: str | None = None,
    explode: bool | None = None,
    allow_reserved: bool = False,
    allow_empty: bool = False,
) -> str:
    """Write one parameter.

    The result goes as it is to its place: `path` into the template's `{name}`, `query` and `body`
    (`application/x-www-form-urlencoded`) between `&`s, `querystring` as the query, `header` as the value, `cookie`
    between `; `s of `Cookie`. It is empty when the value is an empty array or object, which RFC 6570 section 2.3 calls
    undefined, unless `allow_empty`: then the name is sent without a value. Members that are `None` are left out.

    Raises:
        StyleError: a value has no text form, or would be read as another value.
    """
    kind = type(value)
    if style is None and not allow_reserved and kind in _QUICK:
        plain = _ESCAPES[place](text(value) if kind is bool else str(value))
        return plain if place in _BARE else _label(name, place) + plain
    style = style_of(place, style)
    rule = STYLES.get(style)
    if rule is None:
        escape = _escape(place, style, allow_reserved=allow_reserved)
        written = "&".join([f"{_key(key, place)}={escape(item)}" for key, item in _deep(name, value)])
        return written or (_label(name, place) if allow_empty else "")
    label = "" if not rule.is_named else _label(name, place) if style != "cookie" else _cookie_name(name) + "="
    if _is_container(value):
        body = _container(value, place, style, label, is_exploded=explodes(style, explode), reserved=allow_reserved)
        if body is None:
            return label if allow_empty else ""
        return rule.prefix + body
    escape = _escape(place, style, allow_reserved=allow_reserved)
    written = "" if value is None else escape(text(value))
    # RFC 6570 section 3.2.7: in the style of a matrix, a name without a value has no "=".
    return rule.prefix + (label + written if written or style != "matrix" else label.removesuffix("="))


def _container(value: object, place: Place, style: str, label: str, *, is_exploded: bool, reserved: bool) -> str | None:
    """Write an array or object without its prefix; `None` when nothing is in it."""
    rule = STYLES[style]
    escape_name = _escape(place, style)
    escape = _escape(place, style, allow_reserved=reserved, spared=",") if reserved else escape_name
    if is_exploded:
        joint = "; " if place == "cookie" else rule.joint
        items = _exploded(value, label, escape, escape_name)
        if style == "matrix":
            items = [item[:-1] if item.find("=") == len(item) - 1 > 0 else item for item in items]
    else:
        joint, items = rule.delimiter, _in_a_row(value, escape, escape_name)
    body = joint.join(items)
    if not items or (is_exploded and rule.is_named):
        return body if items else None
    shape: Shape = "object" if isinstance(value, Mapping) else "array"
    if split_items(body, place, style, shape, is_exploded=is_exploded) != items:
        raise StyleError(f"an item holds a delimiter of style {style} and would be read as several")
    return label + body


def split_items(body: str, place: Place, style: str, shape: Shape, *, is_exploded: bool) -> list[str]:
    """Split what stands after the prefix and name of a style into its items, still escaped.

    In a header, commas inside quoted strings stand, and empty items of an array count for nothing (RFC 9110 sections
    5.5 and 5.6.1). A label that is not exploded may have dots between its items, as OAS 3.0.3 has it.
    """
    if place == "header":
        items = _header_items(body)
        return [item for item in items if item] if shape == "array" else items
    if style != "label":
        return re.split(STYLES[style].delimiters, body)
    if is_exploded and shape == "object":
        return _LABELLED.split(body)
    return body.split("." if is_exploded or "," not in body else ",")


def _header_items(body: str) -> list[str]:
    starts = [0, *(found.end() for found in _HEADER_PART.finditer(body) if found[0] == ",")]
    ends = [start - 1 for start in starts[1:]] + [len(body)]
    return [body[start:end].strip() for start, end in zip(starts, ends, strict=True)]


def _is_container(value: object) -> bool:
    kind = type(value)
    if kind in _CONTAINERS or kind in _QUICK:  # asking the abstract classes is slow
        return kind in _CONTAINERS
    return isinstance(value, (Mapping, Sequence)) and not isinstance(value, (str, bytes, bytearray))


def _exploded(value: object, label: str, escape: Callable[[str], str], escape_name: Callable[[str], str]) -> list[str]:
    if not isinstance(value, Mapping):
        return [label + escape(_item_text(item)) for item in cast("Sequence[object]", value)]
    items: list[str] = []
    for member, item in cast("Mapping[str, object]", value).items():
        name = escape_name(member)
        if "=" in name:
            raise StyleError(f"the member name {member!r} would end at its '='")
        # An array in an object that is exploded into pairs repeats its name, as forms do.
        is_repeated = label != "" and _is_container(item) and not isinstance(item, Mapping)
        each = cast("Sequence[object]", item if is_repeated else (item,))
        items += [f"{name}={escape(_item_text(one))}" for one in each if one is not None]
    return items


def _in_a_row(value: object, escape: Callable[[str], str], escape_name: Callable[[str], str]) -> list[str]:
    if not isinstance(value, Mapping):
        return [escape(_item_text(item)) for item in cast("Sequence[object]", value)]
    members = cast("Mapping[str, object]", value).items()
    pairs = [(escape_name(member), escape(_item_text(item))) for member, item in members if item is not None]
    return [part for pair in pairs for part in pair]


def _item_text(item: object) -> str:
    """The text of an item: OpenAPI leaves arrays and objects inside others undefined, and they are written as JSON."""
    if type(item) is str:
        return item
    if not _is_container(item):
        return text(item)
    from .media import encode_json

    return encode_json(item).decode()


def _deep(key: str, value: object, depth: int = 0) -> list[tuple[str, str]]:
    if not _is_container(value):
        return [] if value is None else [(key, text(value))]
    if not value and depth:
        raise StyleError("an empty array or object has no text in style deepObject: leave it out")
    if isinstance(value, Mapping):
        members = cast("Mapping[str, object]", value)
        for member in members:
            if not member or "[" in member or "]" in member:
                raise StyleError(f"the member name {member!r} cannot stand in brackets")
        return [pair for member, item in members.items() for pair in _deep(f"{key}[{member}]", item, depth + 1)]
    items = list(cast("Sequence[object]", value))
    if any(item is None for item in items):
        raise StyleError("an item that is None has no text")
    return [pair for index, item in enumerate(items) for pair in _deep(f"{key}[{index}]", item, depth + 1)]


@lru_cache(maxsize=4096)
def _label(name: str, place: Place) -> str:
    return _key(name, place) + "="


def _key(name: str, place: Place) -> str:
    return _quote_plus(name) if place == "body" else _quote(name)


def _escape(place: Place, style: str, *, allow_reserved: bool = False, spared: str = "") -> Callable[[str], str]:
    if style == "cookie":
        return _cookie_value
    if allow_reserved and place in _RESERVED:
        ending = spared + ";" if style == "matrix" else spared
        return partial(_quote_reserved, safe=_RESERVED[place].translate(dict.fromkeys(map(ord, ending))))
    return _ESCAPES[place]


def _quote_reserved(plain: str, safe: str) -> str:
    return BAD_PERCENT.sub("%25", _quote(plain, safe))


def _quote(plain: str, safe: str = "") -> str:
    if _UNRESERVED.fullmatch(plain):
        return plain
    try:
        return quote(plain, safe=safe)
    except UnicodeEncodeError:
        raise StyleError("half a surrogate pair is no Unicode text") from None


def _quote_plus(plain: str) -> str:
    return _quote(plain, " ").replace(" ", "+")


def _header_value(plain: str) -> str:
    if not HEADER_VALUE.fullmatch(plain):
        raise StyleError("a header holds visible ASCII, no line breaks and no spaces around it")
    return plain


def _cookie_value(plain: str) -> str:
    if not _COOKIE_VALUE.fullmatch(plain):
        raise StyleError("a cookie holds visible ASCII, no semicolons and no spaces around it")
    return plain


def _cookie_name(name: str) -> str:
    if "=" in _cookie_value(name):
        raise StyleError(f"the name of a cookie, {name!r}, would end at its '='")
    return name


_QUICK = frozenset({str, int, bool})
_CONTAINERS = frozenset({dict, list, tuple})
_BARE = frozenset({"path", "header", "querystring"})
"""The places whose text has no name by default."""
_ESCAPES: Mapping[Place, Callable[[str], str]] = {
    "path": _quote,
    "query": _quote,
    "querystring": _quote,
    "header": _header_value,
    "cookie": _quote,
    "body": _quote_plus,
}
