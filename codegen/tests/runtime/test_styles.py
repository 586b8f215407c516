"""Parameters are read back as what was written, or are not written at all."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.tests.runtime.shapes import shape_of
from dovetail.runtime.wire.contents import decode_content, encode_content
from dovetail.runtime.wire.reading import Raw, decode_parameter, items_of, split_pairs, unescape_text
from dovetail.runtime.wire.styles import DEFAULT_STYLES, Place, Shape, StyleError, encode_parameter, text

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.text('.,;|&=+% "\\[]', max_size=4)
LISTS = st.lists(TEXT, min_size=1, max_size=4)
OBJECTS = st.dictionaries(TEXT, TEXT, min_size=1, max_size=4)
STYLES: list[tuple[Place, str]] = [
    ("path", "simple"),
    ("path", "label"),
    ("path", "matrix"),
    ("query", "form"),
    ("query", "spaceDelimited"),
    ("query", "pipeDelimited"),
    ("header", "simple"),
    ("cookie", "form"),
    ("cookie", "cookie"),
    ("body", "form"),
    ("body", "spaceDelimited"),
    ("body", "pipeDelimited"),
]
NESTED = st.recursive(
    TEXT,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="[]"), min_size=1, max_size=4),
            inner,
            min_size=1,
        )
    ),
    max_leaves=6,
)


def received(place: Place, written: str) -> Any:
    """What a reader is given of what was written."""
    if place in {"path", "header", "querystring"}:
        return written
    return split_pairs(written, ";" if place == "cookie" else "&")


@given(how=st.sampled_from(STYLES), explode=st.booleans(), value=TEXT | LISTS | OBJECTS)
def test_what_is_written_is_read_back(how: tuple[Place, str], explode: bool, value: Any) -> None:
    (place, style), shape = how, shape_of(value)
    name = "näme" if style != "cookie" else "name"
    try:
        written = encode_parameter(name, value, place=place, style=style, explode=explode)
    except StyleError:
        # Everywhere else there is an escape for each character.
        assert place == "header" or style in {"cookie", "label", "spaceDelimited", "pipeDelimited"}
        return
    assert written.isascii()
    assert written.isprintable() or place == "header"
    if place == "path" and not written:
        return  # an empty segment is another path, and no client sends it
    found = decode_parameter(name, received(place, written), place=place, style=style, explode=explode, shape=shape)
    assert found == value


@given(value=NESTED, place=st.sampled_from(["query", "body"]))
def test_a_deep_object_is_read_back(value: Any, place: Place) -> None:
    written = encode_parameter("f[x]", value, place=place, style="deepObject")
    found = decode_parameter("f[x]", received(place, written), place=place, style="deepObject")
    assert found is not None
    assert spelled(found, value) == value


def spelled(raw: Raw, like: Any) -> Any:
    """Make lists where indexes spell what is one."""
    if isinstance(like, list):
        items = items_of(raw)
        assert items is not None
        return [spelled(item, each) for item, each in zip(items, like, strict=True)]
    if isinstance(like, dict):
        assert isinstance(raw, dict)
        return {name: spelled(raw[name], each) for name, each in like.items()}
    return raw


@given(value=TEXT | LISTS | OBJECTS, how=st.sampled_from(STYLES), explode=st.booleans())
def test_reserved_characters_end_no_value(value: Any, how: tuple[Place, str], explode: bool) -> None:
    """`allowReserved` passes percent-encoded triples on, and nothing else is read otherwise than it was meant."""
    (place, style), shape = how, shape_of(value)
    try:
        written = encode_parameter("n", value, place=place, style=style, explode=explode, allow_reserved=True)
    except StyleError:
        return
    if "%" in str(value) or (place == "path" and not written):
        return
    raw = received(place, written)
    assert decode_parameter("n", raw, place=place, style=style, explode=explode, shape=shape) == value
    assert place not in {"path", "query"} or not set(written) & set('#[] "<>')
    assert place != "path" or not set(written) & set("/?")


@given(st.sampled_from(STYLES), st.booleans(), st.sampled_from(["primitive", "array", "object"]), TEXT)
def test_any_text_is_read_or_refused(how: tuple[Place, str], explode: bool, shape: Shape, raw: str) -> None:
    place, style = how
    try:
        decode_parameter("n", received(place, raw), place=place, style=style, explode=explode, shape=shape)
        decode_parameter("n", split_pairs(raw), place="query", style="deepObject")
    except StyleError as error:
        assert str(error)  # noqa: PT017


@given(content=TEXT, place=st.sampled_from(["path", "query", "querystring", "cookie", "body"]))
def test_content_is_taken_back_as_it_was_put(content: str, place: Place) -> None:
    written = encode_content("näme", content, place=place, media_type="text/plain")
    assert decode_content("näme", received(place, written), place=place, media_type="text/plain") == content


def test_scalars_have_one_text() -> None:
    class Colour(Enum):
        RED = "red"

    assert text(True) == "true"
    assert text(1e21) == "1000000000000000000000"
    assert text(Decimal("1.50")) == "1.50"
    assert text(0.1) == "0.1"
    assert text(Colour.RED) == "red"
    assert text(date(2026, 11, 20)) == "2026-11-20"
    assert text(datetime(2026, 11, 20, 12, tzinfo=UTC)) == "2026-11-20T12:00:00Z"
    east = timezone(timedelta(hours=2))
    assert text(datetime(2026, 11, 20, 12, 0, 0, 5, tzinfo=east)) == "2026-11-20T10:00:00.000005Z"
    assert text(time(12, 30, tzinfo=UTC)) == "12:30:00+00:00"
    assert text(timedelta(days=1, seconds=2, microseconds=500_000)) == "P1DT2.5S"
    assert text(timedelta(days=-1)) == "-P1D"
    assert text(timedelta(0)) == "PT0S"
    assert text(UUID(int=1)) == "00000000-0000-0000-0000-000000000001"
    for bad in (math.nan, math.inf, datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None), object(), b"bytes", None):
        with pytest.raises(StyleError):
            text(bad)


@pytest.mark.parametrize("escaped", ["%", "%4", "%zz", "%FF", "a%C3%28", "%ED%A0%80"])
def test_broken_percent_encoding_is_refused(escaped: str) -> None:
    with pytest.raises(StyleError):
        unescape_text(escaped)
    with pytest.raises(StyleError):
        decode_parameter("q", [("q", escaped)], place="query")


@pytest.mark.parametrize(
    ("raw", "how"),
    [
        ("blue", {"place": "path", "style": "label"}),
        ("color=blue", {"place": "path", "style": "matrix"}),
        ("R,100,G", {"place": "path", "shape": "object"}),
        ("R,100,R,200", {"place": "path", "shape": "object"}),
        ("R,100", {"place": "path", "shape": "object", "explode": True}),
        ([("color", "a"), ("color", "b")], {"place": "query"}),
        ([("color[a]", "1"), ("color[a][b]", "2")], {"place": "query", "style": "deepObject"}),
        ([("color[a][b]", "2"), ("color[a]", "1")], {"place": "query", "style": "deepObject"}),
        ([("color[a", "2")], {"place": "query", "style": "deepObject"}),
    ],
)
def test_what_is_not_of_the_style_is_refused(raw: Any, how: Any) -> None:
    with pytest.raises(StyleError):
        decode_parameter("color", raw, **how)


@pytest.mark.parametrize(
    ("value", "how"),
    [
        (["a b"], {"place": "query", "style": "spaceDelimited", "explode": False}),
        (["a|b"], {"place": "query", "style": "pipeDelimited", "explode": False}),
        (["a.b", "c"], {"place": "path", "style": "label", "explode": True}),
        (["a.b"], {"place": "path", "style": "label"}),
        (["a,b"], {"place": "header"}),
        (["a,b"], {"place": "cookie", "style": "cookie", "explode": False}),
        ("a;b", {"place": "cookie", "style": "cookie"}),
        (" a", {"place": "header"}),
        ("a\r\nX-Admin: yes", {"place": "header"}),
        ({"a=b": "c"}, {"place": "header", "explode": True}),
        ({"a[": "c"}, {"place": "query", "style": "deepObject"}),
        ({"a": []}, {"place": "query", "style": "deepObject"}),
        ([None], {"place": "query", "style": "deepObject"}),
        ([None], {"place": "query"}),
        (b"ab", {"place": "query"}),
        ("\ud800", {"place": "query"}),
        (["\ud800"], {"place": "body", "allow_reserved": True}),
        ({"a", "b"}, {"place": "query"}),
    ],
)
def test_what_would_be_read_as_another_value_is_refused(value: Any, how: Any) -> None:
    with pytest.raises(StyleError):
        encode_parameter("color", value, **how)


def test_reserved_characters_stand_where_allowed_and_no_client_would_change_them() -> None:
    assert (
        encode_parameter("q", "a/b?c[d]#e f%41%&+", place="query", allow_reserved=True)
        == "q=a/b?c%5Bd%5D%23e%20f%41%25%26%2B"
    )
    assert encode_parameter("q", "a/b?c:d@e", place="path", allow_reserved=True) == "a%2Fb%3Fc:d@e"
    assert encode_parameter("q", ["a,b", "c/d"], place="body", allow_reserved=True, explode=False) == "q=a%2Cb,c/d"
    assert encode_parameter("q[]", "~", place="query") == "q%5B%5D=~"


def test_dots_in_the_values_of_a_label_end_no_member() -> None:
    value = {"semi": ";", "dot": ".", "version": "1.2", "comma": ","}
    written = encode_parameter("keys", value, place="path", style="label", explode=True)
    assert written == ".semi=%3B.dot=..version=1.2.comma=%2C"
    assert decode_parameter("keys", written, place="path", style="label", explode=True, shape="object") == value


def test_absent_and_empty_are_told_apart() -> None:
    assert encode_parameter("q", [], place="query") == ""
    assert encode_parameter("q", {}, place="query", style="deepObject") == ""
    assert encode_parameter("q", [], place="query", allow_empty=True) == "q="
    assert encode_parameter("q", {}, place="query", style="deepObject", allow_empty=True) == "q="
    assert encode_parameter("q", "", place="query") == "q="
    assert encode_parameter("q", {"a": None, "b": 1}, place="query") == "b=1"
    for place in DEFAULT_STYLES:
        if place in {"query", "cookie", "body"}:
            assert decode_parameter("q", [], place=place) is None
            assert decode_parameter("q", [("q", "")], place=place) == ""


def test_a_style_that_its_place_has_not_is_the_default_in_both_directions() -> None:
    foreign: list[tuple[Place, str]] = [
        ("path", "form"),
        ("header", "form"),
        ("query", "simple"),
        ("cookie", "deepObject"),
        ("query", "nonsense"),
    ]
    for place, style in foreign:
        written = encode_parameter("q", ["a", "b"], place=place, style=style, explode=False)
        assert written == encode_parameter("q", ["a", "b"], place=place, explode=False)
