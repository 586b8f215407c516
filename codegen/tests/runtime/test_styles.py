"""Parameters are written as the tables of OpenAPI say, and read back to what was sent."""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dovetail.runtime.server.reading import Shape, decode_parameter, split_pairs, unescape_text
from dovetail.runtime.wire.styles import DEFAULT_STYLES, Place, StyleError, encode_parameter, text

CORPUS = Path(os.environ.get("DOVETAIL_CORPUS", Path(__file__).parents[4] / "shared/corpus"))
VECTORS = CORPUS / "vectors/dev"

PLACES: Mapping[str, Place] = {
    "matrix": "path",
    "label": "path",
    "simple": "path",
    "form": "query",
    "spaceDelimited": "query",
    "pipeDelimited": "query",
    "deepObject": "query",
    "cookie": "cookie",
}
SHAPES: Mapping[str, Shape] = {"array": "array", "object": "object"}

# Where the tables of the versions disagree we write as 3.0.4, 3.1.1 and 3.2 do, and read both.
WRITTEN_OTHERWISE = {
    (".blue.black.brown", "label", False): "3.0.4 corrected the label to RFC 6570",
    (".R.100.G.200.B.150", "label", False): "3.0.4 corrected the label to RFC 6570",
    ("blue%20black%20brown", "spaceDelimited", False): "3.0.4 added the name",
    ("R%20100%20G%20200%20B%20150", "spaceDelimited", False): "3.0.4 added the name",
    ("blue|black|brown", "pipeDelimited", False): "3.0.4 added the name and escaped the pipe",
    ("R|100|G|200|B|150", "pipeDelimited", False): "3.0.4 added the name and escaped the pipe",
    ("color[R]=100&color[G]=200&color[B]=150", "deepObject", True): "3.0.4 escaped the brackets",
}
# Without the name there is nothing in a query to find.
UNREADABLE = {"blue%20black%20brown", "R%20100%20G%20200%20B%20150", "blue|black|brown", "R|100|G|200|B|150"}


# These give something that no query holds: an exploded object as the value of one parameter.
FOREIGN = {"openapicore-test_form_valid-17", "openapicore-test_simple_valid-23"}


def _vectors(name: str, applies: Callable[[dict[str, Any]], bool]) -> list[Any]:
    if not VECTORS.is_dir():
        return [pytest.param(None, marks=pytest.mark.skip(reason=f"no corpus at {CORPUS}"))]
    found = json.loads((VECTORS / name).read_text())["vectors"]
    return [pytest.param(vector, id=vector["id"]) for vector in found if applies(vector)]


def _read(name: str, written: str, style: str, **how: Any) -> Any:
    place = PLACES[style]
    raw: Any = written if place == "path" else split_pairs(written, ";" if place == "cookie" else "&")
    return decode_parameter(name, raw, place=place, style=style, **how)


@pytest.mark.corpus
@pytest.mark.parametrize("vector", _vectors("oas_style_tables.json", lambda vector: vector["expected"]["defined"]))
def test_tables_of_the_specification(vector: dict[str, Any]) -> None:
    style, value, written = vector["style"], vector["value"], vector["expected"]["serialized"]
    explode = style == "deepObject" if vector["explode"] is None else vector["explode"]
    encoded = encode_parameter("color", value, place=PLACES[style], style=style, explode=explode)
    if (written, style, explode) in WRITTEN_OTHERWISE:
        assert encoded != written
    else:
        assert encoded == written
    shape = SHAPES.get(vector["value_kind"], "primitive")
    expected = {name: str(item) for name, item in value.items()} if shape == "object" else value or ""
    for form in {encoded, written} - UNREADABLE:
        assert _read("color", form, style, explode=explode, shape=shape) == expected


@pytest.mark.corpus
@pytest.mark.parametrize("vector", _vectors("openapi_core_styles.json", lambda vector: vector["id"] not in FOREIGN))
def test_readings_of_another_implementation(vector: dict[str, Any]) -> None:
    style = vector["param"].get("style", "").strip('"') or ("form" if "form" in vector["test"] else "simple")
    how: dict[str, Any] = {"style": style, "shape": SHAPES.get(vector["schema_type"], "primitive")}
    how["explode"] = vector.get("explode", False)
    location: Any = vector.get("location")
    value = vector.get("value")
    raw: Any = value
    place: Place = "header"
    if style.endswith("Delimited"):
        raw, place = [("param", value)], "query"
    elif style in {"label", "matrix"}:
        raw, place = next(iter(location.values())), "path"
    elif style == "form":
        raw, place = (list(location.items()) if isinstance(location, dict) else [tuple(it) for it in location]), "query"
    assert decode_parameter("param", raw, place=place, **how) == vector["expected"]


def _expansions() -> list[Any]:
    if not VECTORS.is_dir():
        return [pytest.param("", "", [], marks=pytest.mark.skip(reason=f"no corpus at {CORPUS}"))]
    groups = [
        group for file in sorted(VECTORS.glob("rfc6570/*.json")) for group in json.loads(file.read_text()).values()
    ]
    found = {}
    for group in groups:
        for template, expected in group["testcases"]:
            # One variable, and an operator that an OpenAPI style stands for.
            part = re.fullmatch(r"\{([.;?+]?)(\w+)(\*?)\}", template)
            if part and group["variables"].get(part[2]) is not None:
                found[template, repr(expected)] = (part, group["variables"][part[2]], expected)
    return [pytest.param(*case, id=template) for (template, _), case in found.items()]


@pytest.mark.corpus
@pytest.mark.parametrize(("part", "value", "expected"), _expansions())
def test_expansions_of_uri_templates(part: re.Match[str], value: Any, expected: Any) -> None:
    operator, name, star = part.groups()
    style = {".": "label", ";": "matrix", "?": "form"}.get(operator, "simple")
    written = encode_parameter(
        name, value, place=PLACES[style], style=style, explode=bool(star), allow_reserved=operator == "+"
    )
    if operator == "?" and written:
        written = "?" + written
    assert written in (expected if isinstance(expected, list) else [expected])


_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_STYLES = st.sampled_from(
    [(place, style) for style, place in PLACES.items() if style != "cookie"]
    + [("header", "simple"), ("cookie", "form"), ("body", "form"), ("body", "deepObject"), ("body", "pipeDelimited")]
)


_LISTS = st.lists(_TEXT, min_size=1, max_size=4)
_OBJECTS = st.dictionaries(_TEXT, _TEXT, min_size=1, max_size=4)


@given(how=_STYLES, explode=st.booleans(), value=_TEXT | _LISTS | _OBJECTS)
def test_what_is_written_is_read_back(how: tuple[Place, str], explode: bool, value: Any) -> None:
    place, style = how
    if style == "deepObject":
        explode = True
        if not isinstance(value, dict) or any("[" in key or "]" in key for key in value):
            return
    if style == "label" and explode and "." in str(value):
        return  # RFC 6570 lets a dot stand, and so it cannot be told from the one between
    if style == "label" and not explode and not isinstance(value, str) and len(value) == 1 and "." in str(value):
        return
    shape: Shape = "object" if isinstance(value, dict) else "array" if isinstance(value, list) else "primitive"
    try:
        written = encode_parameter("näme", value, place=place, style=style, explode=explode)
    except StyleError:
        assert place == "header" or style.endswith("Delimited")
        return
    if place == "header":
        parts = [value] if isinstance(value, str) else [*value, *(value.values() if isinstance(value, dict) else ())]
        if any(part != part.strip() or "=" in part for part in parts):
            return  # a header has no escape
        raw: Any = written
    else:
        assert written.isascii()
        assert written.isprintable()
        raw = written if place == "path" else split_pairs(written, ";" if place == "cookie" else "&")
    if place == "path" and style == "simple" and shape != "primitive" and not written:
        return
    assert decode_parameter("näme", raw, place=place, style=style, explode=explode, shape=shape) == value


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
    assert (
        text(datetime(2026, 11, 20, 12, 0, 0, 5, tzinfo=timezone(timedelta(hours=2)))) == "2026-11-20T10:00:00.000005Z"
    )
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
        ("R,100", {"place": "path", "shape": "object", "explode": True}),
        ([("color", "a"), ("color", "b")], {"place": "query"}),
        ([("color[a]", "1"), ("color[a][b]", "2")], {"place": "query", "style": "deepObject", "shape": "object"}),
        ([("color[a][b]", "2"), ("color[a]", "1")], {"place": "query", "style": "deepObject", "shape": "object"}),
    ],
)
def test_what_is_not_of_the_style_is_refused(raw: Any, how: Any) -> None:
    with pytest.raises(StyleError):
        decode_parameter("color", raw, **how)


def test_reserved_characters_stand_where_allowed_and_no_client_would_change_them() -> None:
    assert (
        encode_parameter("q", "a/b?c[d]#e f%41%", place="query", allow_reserved=True) == "q=a/b?c%5Bd%5D%23e%20f%41%25"
    )
    assert encode_parameter("q[]", "~", place="query") == "q%5B%5D=~"


def test_absent_and_empty_are_told_apart() -> None:
    assert encode_parameter("q", [], place="query") == ""
    assert encode_parameter("q", {}, place="query", style="deepObject") == ""
    assert encode_parameter("q", "", place="query") == "q="
    for place in DEFAULT_STYLES:
        if place in {"query", "cookie", "body"}:
            assert decode_parameter("q", [], place=place) is None
            assert decode_parameter("q", [("q", "")], place=place) == ""


def test_an_exploded_object_takes_only_its_own_names() -> None:
    pairs = split_pairs("R=100&page=2&G=200")
    read = decode_parameter("color", pairs, place="query", shape="object", properties={"R", "G", "B"})
    assert read == {"R": "100", "G": "200"}


def test_deep_objects_nest() -> None:
    value = {"a": {"b": ["1", "2"]}, "c": "3"}
    written = encode_parameter("f", value, place="query", style="deepObject")
    assert written == "f%5Ba%5D%5Bb%5D=1&f%5Ba%5D%5Bb%5D=2&f%5Bc%5D=3"
    assert decode_parameter("f", split_pairs(written), place="query", style="deepObject", shape="object") == value
