"""Bodies of every form: read as values, judged, and written again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from dovetail.runtime.server.calls import Upload
from dovetail.runtime.server.faults import Faulty
from dovetail.runtime.server.judge import Contract, JudgedOperation
from dovetail.runtime.wire.streams import Event

STRING: dict[str, Any] = {"type": "string"}
FILE: dict[str, Any] = {"type": "string", "format": "binary"}
ITEM = {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}}
EVENT = {
    "type": "object",
    "required": ["data"],
    "properties": {"data": STRING, "event": {"enum": ["add", "end"]}, "retry": {"type": "integer"}},
}


def operation(content: Mapping[str, Any], status: str = "200", *, is_required: bool = True) -> JudgedOperation:
    described = {
        "operationId": "o",
        "requestBody": {"content": content, "required": is_required},
        "responses": {status: {"description": "", "content": content}},
    }
    return Contract({"openapi": "3.2.0", "paths": {"/": {"post": described}}}).operations["o"]


def read(content: Mapping[str, Any], content_type: str, body: bytes) -> Any:
    return operation(content).decode({}, "", [("Content-Type", content_type)], body).body


def faults(content: Mapping[str, Any], content_type: str, body: bytes) -> set[tuple[str, str, str]]:
    with pytest.raises(Faulty) as caught:
        read(content, content_type, body)
    told = operation(content).judge_response(200, [("Content-Type", content_type)], body)
    assert {str(fault) for fault in told} == {str(fault) for fault in caught.value.faults}
    return {(fault.where, fault.name, fault.rule) for fault in told}


def multipart(schema: Any, encoding: Any = None, media_type: str = "multipart/form-data", **more: Any) -> Any:
    return {media_type: {"schema": schema, "encoding": encoding or {}, **more}}


def parts(*described: tuple[str, bytes]) -> bytes:
    return (
        b"".join(b"--B\r\n" + head.encode() + b"\r\n\r\n" + body + b"\r\n" for head, body in described) + b"--B--\r\n"
    )


def named(name: str, more: str = "") -> str:
    return f'Content-Disposition: form-data; name="{name}"{more}'


FORM = "application/x-www-form-urlencoded"
MULTIPART = 'multipart/form-data; boundary="B"'
FIELDS = {
    "type": "object",
    "required": ["title"],
    "properties": {
        "title": STRING,
        "count": {"type": "integer"},
        "tags": {"type": "array", "items": STRING},
        "meta": {"type": "object", "properties": {"a": {"type": "integer"}}},
        "file": FILE,
        "photos": {"type": "array", "items": FILE},
    },
}


def test_parts_are_read_as_their_properties_say() -> None:
    body = parts(
        (named("title"), "ä = &".encode()),
        (named("count"), b"12"),
        (named("tags"), b"a"),
        (named("tags"), b""),
        (named("meta") + "\r\nContent-Type: application/json", b'{"a": 1}'),
        (named("file", '; filename="%22a%22.png"') + "\r\nContent-Type: image/png\r\nX-Of: y", b"\x00\xff\r\n--"),
        (named("photos", '; filename="日.jpg"'), b"\xff"),
        (named("other"), b"1"),
    )
    assert read(multipart(FIELDS), MULTIPART, body) == {
        "title": "ä = &",
        "count": 12,
        "tags": ["a", ""],
        "meta": {"a": 1},
        "file": Upload(b"\x00\xff\r\n--", '"a".png', "image/png", {"x-of": "y"}),
        "photos": [Upload(b"\xff", "日.jpg")],
        "other": "1",
    }


def test_faults_of_parts_are_told_at_once() -> None:
    schema = {**FIELDS, "additionalProperties": False}
    body = parts(
        (named("count"), b"twelve"),
        (named("tags"), b"\xff"),
        (named("meta"), b"{"),
        (named("other"), b""),
    )
    assert faults(multipart(schema), MULTIPART, body) == {
        ("body", "title", "required"),
        ("body", "count", "type"),
        ("body", "tags", "encoding"),
        ("body", "meta", "encoding"),
        ("body", "", "additionalProperties"),
    }


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b"--B--\r\n"),
        ("multipart/form-data; boundary=" + "B" * 71, b""),
        (MULTIPART, b""),
        (MULTIPART, b"nonsense"),
        (MULTIPART, parts((named("title"), b"x"))[:-6]),
        (MULTIPART, parts(*[(named("title"), b"x")] * 1001)),
        (MULTIPART, parts(("A: b\r\n" * 50 + named("title"), b"x"))),
        (MULTIPART, parts(("A" * 10_000, b"x"))),
    ],
)
def test_what_is_no_multipart_is_a_fault(content_type: str, body: bytes) -> None:
    assert faults(multipart(FIELDS), content_type, body) == {("body", "", "encoding")}


def test_the_encoding_of_a_part_is_held_to() -> None:
    encoding = {
        "file": {
            "contentType": "image/png, image/*",
            "headers": {"X-Rate": {"required": True, "schema": {"type": "integer"}}},
        },
        "deep": {"style": "deepObject"},
        "list": {"style": "form", "explode": False},
        "json": {"contentType": "application/json"},
    }
    schema = {
        "type": "object",
        "properties": {
            "file": STRING,
            "deep": {"type": "object", "properties": {"a": {"type": "integer"}}},
            "list": {"type": "array", "items": {"type": "integer"}},
            "json": {"type": "array", "items": {"type": "integer"}},
        },
    }
    described = multipart(schema, encoding)
    image = named("file") + "\r\nContent-Type: image/gif\r\nX-Rate: 5"
    body = parts((image, b"\xff"), (named("deep[a]"), b"1"), (named("list"), b"1,2"), (named("json"), b"[3,4]"))
    assert read(described, MULTIPART, body) == {
        "file": Upload(b"\xff", None, "image/gif", {"x-rate": "5"}),
        "deep": {"a": 1},
        "list": [1, 2],
        "json": [3, 4],
    }
    assert read(described, MULTIPART, parts((named("json"), b"3"), (named("json"), b"4"))) == {"json": [3, 4]}
    nested = multipart({"properties": {"json": {"type": "array", "items": {"type": "array", "items": ITEM}}}})
    for value in (b'[{"n":1}]', b'[[{"n":1}]]'):
        assert read(nested, MULTIPART, parts((named("json"), value))) == {"json": [[{"n": 1}]]}
    for head, rule in (
        (named("file") + "\r\nContent-Type: text/plain\r\nX-Rate: 5", "media-type"),
        (named("file"), "required"),
        (named("file") + "\r\nX-Rate: much", "type"),
    ):
        assert faults(described, MULTIPART, parts((head, b""))) == {("body", "file", rule)}


def test_parts_of_an_array_are_read_in_order() -> None:
    schema = {"type": "array", "prefixItems": [ITEM, FILE], "items": STRING, "maxItems": 3}
    described = multipart(schema, media_type="multipart/mixed", prefixEncoding=[{}, {"contentType": "image/png"}])
    body = parts(("Content-Type: application/json", b'{"n":1}'), ("Content-Type: image/png", b"\xff"), ("X: y", b"z"))
    value = [{"n": 1}, Upload(b"\xff", None, "image/png"), "z"]
    assert read(described, "multipart/mixed; boundary=B", body) == value
    longer = body.replace(b"--B--", b"--B\r\nX: y\r\n\r\nz\r\n--B--")
    assert faults(described, "multipart/mixed; boundary=B", longer) == {("body", "", "maxItems")}
    status, headers, written = operation(described).encode(None, {}, value)
    assert isinstance(written, bytes)
    assert (status, read(described, headers["content-type"], written)) == (200, value)


@pytest.mark.parametrize(
    ("content", "value"),
    [
        (multipart(FIELDS), {"title": 'a"\r\n', "count": 1, "tags": ["", "b"], "meta": {"a": 2}}),
        (multipart(FIELDS), {"title": "", "file": Upload(b"\xff", "f", "a/b"), "photos": [Upload(b"", "", "a/b")]}),
        (multipart(FIELDS, {"meta": {"style": "deepObject"}, "tags": {"style": "pipeDelimited", "explode": False}}),
         {"title": "&=+%", "tags": ["a", "b c"], "meta": {"a": 1}}),
        ({FORM: {"schema": FIELDS}}, {"title": "&=+%", "tags": ["a", "b"], "meta": {"a": 1}}),
        ({FORM: {}}, {"a": "b", "c": ["d", "e"]}),
        ({"application/json": {"schema": ITEM}}, {"n": 1}),
        ({"text/plain": {"schema": {"type": "integer"}}}, 12),
        ({"text/plain; charset=iso-8859-1": {"schema": STRING}}, "é"),
        ({"text/csv": {}, "application/xml": {}}, "a,b\r\nä"),
        ({"application/xml": {"schema": ITEM}}, "<n>1</n>"),
        ({"application/octet-stream": {"schema": FILE}}, b"\x00\xff"),
        ({"image/png": {}}, b""),
        ({"application/jsonl": {"itemSchema": ITEM}}, [{"n": 1}, {"n": 2}]),
        ({"application/x-ndjson": {"schema": {"type": "array", "items": ITEM}}}, [{"n": 1}]),
        ({"application/json-seq": {"schema": ITEM}}, [{"n": 1}, {"n": 2}]),
        ({"text/event-stream": {"schema": ITEM}}, [{"n": 1}, {"n": 2}]),
        ({"text/event-stream": {"schema": STRING}}, ["plain", "two\nlines"]),
        ({"text/event-stream": {"itemSchema": EVENT}}, [{"event": "add", "data": "1", "retry": 5}, {"data": "{}"}]),
        ({"text/event-stream": {"schema": {"properties": {"event": STRING, "data": ITEM}}}},
         [{"event": "a", "data": {"n": 1}}]),
        ({"*/*": {"schema": ITEM}}, {"n": 1}),
        ({"*/*": {"schema": FILE}}, b"{}"),
        ({"text/*": {"schema": STRING}}, "x"),
        ({"application/*+json": {"schema": ITEM}, "text/json": {"schema": ITEM}}, {"n": 1}),
    ],
)  # fmt: skip
def test_what_is_written_is_read_back(content: Mapping[str, Any], value: Any) -> None:
    described = operation(content)
    _, headers, body = described.encode(None, {}, value)
    assert isinstance(body, bytes)
    found = described.decode({}, "", headers.items(), body).body
    assert (found, type(found)) == (value, type(value))
    assert described.judge_response(200, headers.items(), body) == ()


@pytest.mark.parametrize(
    ("content", "content_type", "body", "fault"),
    [
        ({"text/plain": {"schema": {"maxLength": 1, **STRING}}}, "text/plain", b"ab", "maxLength"),
        ({"text/plain": {}}, "text/plain", b"\xff", "encoding"),
        ({"text/plain": {}}, "text/plain; charset=nonsense", b"", "media-type"),
        ({"text/plain": {"schema": {"type": "integer"}}}, "text/plain", b"a", "type"),
        ({"image/*": {"schema": {"maxLength": 1, **FILE}}}, "image/png", b"\xff\xff", "maxLength"),
        ({"image/*": {}}, "text/plain", b"", "media-type"),
        ({"application/jsonl": {"itemSchema": ITEM}}, "application/jsonl", b'{"n":1}\n{"n":""}', "type"),
        ({"application/jsonl": {"itemSchema": ITEM}}, "application/jsonl", b'{"n":1}\n{', "encoding"),
        ({"application/json-seq": {}}, "application/json-seq", b"1\n", "encoding"),
        ({"text/event-stream": {"schema": ITEM}}, "text/event-stream", b"data: 1\n\n", "type"),
        ({"text/event-stream": {"schema": ITEM}}, "text/event-stream", b"data: {\n\n", "encoding"),
        ({"text/event-stream": {"itemSchema": EVENT}}, "text/event-stream", b"event: no\ndata:\n\n", "enum"),
    ],
)
def test_bodies_of_every_form_are_judged(content: Any, content_type: str, body: bytes, fault: str) -> None:
    assert {found[2] for found in faults(content, content_type, body)} == {fault}


def test_the_item_at_fault_is_pointed_to() -> None:
    content = {"application/jsonl": {"itemSchema": ITEM}}
    told = operation(content).judge_response(200, [("content-type", "application/jsonl")], b'{"n":1}\n{"n":""}\n')
    assert [(fault.pointer, str(fault)) for fault in told] == [("/1/n", "body 'n' at /1/n: must be an integer")]


def test_a_stream_of_json_may_say_that_it_is_over() -> None:
    content = {"text/event-stream": {"schema": ITEM}}
    assert read(content, "text/event-stream", b'data: {"n":1}\n\ndata: [DONE]\n\n') == [{"n": 1}]


def test_an_event_may_be_written_as_one() -> None:
    described = operation({"text/event-stream": {"itemSchema": EVENT}})
    assert described.encode(None, {}, [Event("x", "add", "7")]).body == b"event: add\nid: 7\ndata: x\n\n"
    with pytest.raises(Faulty, match="must be one of"):
        described.encode(None, {}, [Event("x", "remove")])


@pytest.mark.parametrize(
    ("events", "body"),
    [
        ([{"event": "add", "retry": 5}, {}, {"data": ""}], b"event: add\nretry: 5\n\n\ndata: \n\n"),
        ([{"id": 7, "event": "message", "data": "x"}], b"event: message\nid: 7\ndata: x\n\n"),
    ],
)
def test_of_an_event_is_written_what_it_says(events: list[Mapping[str, Any]], body: bytes) -> None:
    item = {"properties": {"data": STRING, "event": STRING, "id": {"type": "integer"}, "retry": {"type": "integer"}}}
    described = operation({"text/event-stream": {"itemSchema": item}})
    assert described.encode(None, {}, events).body == body
    assert read({"text/event-stream": {"itemSchema": item}}, "text/event-stream", body) == [
        event for event in events if "data" in event
    ]


OFFERS = {
    "application/json": {"schema": ITEM},
    "text/csv": {"schema": STRING},
    "application/pdf": {},
    "application/jsonl": {},
}


@pytest.mark.parametrize(
    ("value", "headers", "accept", "content_type"),
    [
        ({"n": 1}, {}, "", "application/json"),
        ({"n": 1}, {}, "text/csv", "application/json"),
        ("a,b", {}, "", "text/csv; charset=utf-8"),
        (b"%PDF", {}, "", "application/pdf"),
        (b"a,b", {"Content-Type": "text/csv;charset=utf-8"}, "", "text/csv;charset=utf-8"),
        ([{"n": 1}], {}, "application/jsonl", "application/jsonl"),
        (b'{"n":1}', {}, "application/json", "application/json"),
    ],
)
def test_the_value_and_the_sender_choose_the_media_type(
    value: Any, headers: dict[str, str], accept: str, content_type: str
) -> None:
    encoded = operation(OFFERS).encode(None, headers, value, accept)
    assert encoded.headers == {"content-type": content_type}


@pytest.mark.parametrize(
    ("content", "headers", "value", "rule"),
    [
        (OFFERS, {"Content-Type": "text/html"}, "x", "media-type"),
        (OFFERS, {"Content-Type": "application/json"}, b'{"n":""}', "type"),
        (OFFERS, {"Content-Type": "application/json"}, b"{", "encoding"),
        (OFFERS, {}, {"n": "x"}, "type"),
        ({"application/pdf": {}}, {}, {"n": 1}, "media-type"),
        ({"application/pdf": {}}, {}, None, "media-type"),
        ({"image/*": {}}, {}, b"\xff", "media-type"),
        ({"application/json": {}}, {}, float("nan"), "encoding"),
        ({FORM: {}}, {}, {"a": float("inf")}, "encoding"),
        ({"application/jsonl": {"itemSchema": ITEM}}, {}, [{"n": "x"}], "type"),
    ],
)
def test_no_body_is_written_that_is_not_documented(content: Any, headers: Any, value: Any, rule: str) -> None:
    with pytest.raises(Faulty) as caught:
        operation(content).encode(None, headers, value)
    assert [fault.rule for fault in caught.value.faults] == [rule]


def test_an_empty_body_is_one_where_it_can_be() -> None:
    for media_type, found in (("application/pdf", b""), ("text/csv", ""), ("application/jsonl", [])):
        decoded = operation(OFFERS, is_required=False).decode({}, "", [("content-type", media_type)], b"")
        assert (decoded.body, decoded.media_type) == (found, media_type)
    decoded = operation(OFFERS, is_required=False).decode({}, "", [("content-type", "application/json")], b"")
    assert (decoded.body, decoded.media_type) == (None, None)
    assert operation(OFFERS).judge_response(200, [], b"") == ()
    assert operation({"application/json": {}}).judge_response(200, [], b"") != ()


@pytest.mark.parametrize(
    ("statuses", "success"),
    [
        (["404", "201"], 201),
        (["2XX", "404"], 200),
        (["default"], 200),
        (["302", "default"], 302),
        (["204", "200"], 200),
    ],
)
def test_the_status_of_success(statuses: list[str], success: int) -> None:
    described = {"operationId": "o", "responses": {status: {"description": ""} for status in statuses}}
    assert Contract({"paths": {"/": {"get": described}}}).operations["o"].success == success


def test_exact_statuses_win_over_ranges_and_ranges_over_the_default() -> None:
    body = {name: {"application/json": {"schema": {"const": name}}} for name in ("404", "4XX", "default")}
    described = {"operationId": "o", "responses": {name: {"content": content} for name, content in body.items()}}
    judged = Contract({"paths": {"/": {"get": described}}}).operations["o"]
    for status, name in ((404, "404"), (409, "4XX"), (500, "default"), (200, "default")):
        for other in body:
            told = judged.judge_response(status, [("content-type", "application/json")], json.dumps(other).encode())
            assert bool(told) == (other != name)
