"""Media types are read as RFC 9110 says, and bodies written in them."""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from decimal import Decimal
from types import MappingProxyType

import pytest

from dovetail.runtime.server.media_types import negotiate, parse_media_type, select_media_type, split_form
from dovetail.runtime.wire.media import charset_of, decode_text, encode_json, form_of
from dovetail.runtime.wire.styles import StyleError


@pytest.mark.parametrize(
    ("value", "essence", "parameters", "is_json"),
    [
        ("application/json", "application/json", {}, True),
        ("Application/JSON ; Charset=UTF-8", "application/json", {"charset": "utf-8"}, True),
        ('application/problem+json;profile="a;\\"b";', "application/problem+json", {"profile": 'a;"b'}, True),
        ("text/*", "text/*", {}, False),
        ("application/jsonl", "application/jsonl", {}, False),
    ],
)
def test_media_types(value: str, essence: str, parameters: dict[str, str], is_json: bool) -> None:
    parsed = parse_media_type(value)
    assert (parsed.essence, parsed.parameters, parsed.is_json) == (essence, parameters, is_json)


@pytest.mark.parametrize("value", ["", "json", "a/b/c", "a/b; charset", 'a/b; x="', "a/b, c/d", "a /b", "ä/b"])
def test_what_is_no_media_type(value: str) -> None:
    with pytest.raises(ValueError, match="is not a media type"):
        parse_media_type(value)


def test_the_closest_declared_type_is_selected() -> None:
    declared = ["*/*", "application/*", "application/json", "application/json; charset=utf-8", "text/plain"]
    assert select_media_type("application/json; charset=UTF-8", declared) == "application/json; charset=utf-8"
    assert select_media_type("application/json", declared) == "application/json"
    assert select_media_type("application/xml", declared) == "application/*"
    assert select_media_type("image/png", declared) == "*/*"
    assert select_media_type("image/png", declared[2:]) is None


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/*;q=0.5, application/json;q=0.4", "text/plain"),
        ("application/json;q=0, */*;q=0.1", "text/plain"),
        ("text/html", None),
        ("nonsense, text/plain", "text/plain"),
        ("application/json;q=x, text/plain;q=0.1", "text/plain"),
        ("*/*;q=0", None),
    ],
)
def test_negotiation(accept: str, expected: str | None) -> None:
    assert negotiate(accept, ["application/json", "text/plain"]) == expected


def test_json_is_compact_and_of_utf_8() -> None:
    value = {
        "ä": [True, None, Decimal("1.50"), Decimal(2), datetime(2026, 1, 1, tzinfo=UTC)],
        "m": MappingProxyType({}),
    }
    assert encode_json(value).decode() == '{"ä":[true,null,1.5,2,"2026-01-01T00:00:00Z"],"m":{}}'
    assert (
        json.loads(encode_json("\u2028\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"))) == "\u2028😀"
    )
    for bad in (math.nan, object(), {1, 2}):
        with pytest.raises(ValueError, match=r"JSON|text form"):
            encode_json(bad)


def test_a_form_is_split_and_stays_escaped() -> None:
    assert split_form(b"a=1&b=%41+b&&c") == [("a", "1"), ("b", "%41+b"), ("c", "")]
    with pytest.raises(StyleError):
        split_form("ä=1".encode())


@pytest.mark.parametrize(
    ("form", "media_types"),
    [
        ("json", "application/json Application/Problem+JSON text/json application/*+json application/geo+json;v=1"),
        ("form", "application/x-www-form-urlencoded application/x-www-form-urlencoded;charset=utf-8"),
        ("multipart", "multipart/form-data multipart/mixed;boundary=x multipart/*"),
        ("text", "text/plain text/* text/csv application/xml image/svg+xml application/yaml application/openapi+yaml"),
        ("text", "application/jwt application/javascript"),
        ("events", "text/event-stream text/event-stream;charset=utf-8"),
        ("lines", "application/jsonl application/x-ndjson application/stream+json application/vnd.a+jsonl"),
        ("sequence", "application/json-seq application/geo+json-seq"),
        ("binary", "application/octet-stream image/* */* application/pdf application/vnd.ms-excel nonsense +json"),
        ("binary", "application/json5 image/javascript application/json-x"),
    ],
)
def test_the_form_of_content(form: str, media_types: str) -> None:
    assert {media_type: form_of(media_type) for media_type in media_types.split()} == dict.fromkeys(
        media_types.split(), form
    )


def test_text_is_read_in_its_charset_and_never_by_a_codec_that_is_none() -> None:
    assert decode_text("é".encode("latin-1"), "text/plain; charset=ISO-8859-1") == "é"
    assert decode_text("日本".encode("shift_jis"), 'text/csv;charset="Shift_JIS"') == "日本"
    assert decode_text("é".encode(), "text/plain;charset=unheard-of") == "é"
    assert decode_text(b"\xff", "text/plain") == "\ufffd"
    for name in ("punycode", "idna", "zip", "rot13", "unicode_escape", "utf-7", "undefined", "mbcs", "\0", "../x"):
        assert charset_of(f"text/plain; charset={name}") is None
    assert {charset_of(f"text/plain; charset={name}") for name in ("utf8", "UTF-8", "u8")} == {"utf-8"}
