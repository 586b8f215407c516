"""Bodies of every form, judged twice: where openapi-core says otherwise, it is known why (docs/decisions/0010)."""

from __future__ import annotations

from typing import Any

import pytest

from dovetail.contract import second_opinion
from dovetail.contract.exchange import Exchange, RequestRecord, ResponseRecord
from dovetail.contract.second_opinion import LAXITY, SecondOpinion, explanation
from dovetail.runtime.server.faults import Fault, Faulty
from dovetail.runtime.server.judge import Contract

STRING: dict[str, Any] = {"type": "string"}
FILE: dict[str, Any] = {"type": "string", "contentMediaType": "application/octet-stream"}
ITEM: dict[str, Any] = {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}}
FORM = "application/x-www-form-urlencoded"
FIELDS: dict[str, Any] = {
    "type": "object",
    "required": ["title"],
    "properties": {
        "title": {"type": "string", "maxLength": 3},
        "count": {"type": "integer"},
        "tags": {"type": "array", "items": STRING},
        "meta": ITEM,
        "file": FILE,
    },
}
CLOSED = {**FIELDS, "additionalProperties": False}
FLAGGED: dict[str, Any] = {"properties": {"kind": {"const": "a"}, "flag": {"type": "boolean"}}}
MADE_OF = {"oneOf": [{"allOf": [FLAGGED]}], "required": ["kind"]}
MULTIPART = "multipart/form-data"
AGREED = None


def parts(**described: bytes) -> bytes:
    heads = {"meta": b"\r\nContent-Type: application/json", "file": b'; filename="f"\r\nContent-Type: image/png'}
    written = b""
    for name, body in described.items():
        disposition = b'Content-Disposition: form-data; name="%b"' % name.encode()
        written += b"--B\r\n" + disposition + heads.get(name, b"") + b"\r\n\r\n" + body + b"\r\n"
    return written + b"--B--\r\n"


@pytest.mark.parametrize(
    ("documented", "sent", "schema", "body", "why"),
    [
        (MULTIPART, "", FIELDS, parts(title=b"x", tags=b"y", file=b"\xff\r\n\x00"), AGREED),
        (MULTIPART, "", FIELDS, parts(title="é".encode(), meta=b'{"n":1}'), AGREED),
        (MULTIPART, "", FIELDS, parts(title=b"x", meta=b'{"n":"y"}'), AGREED),
        (MULTIPART, "", FIELDS, parts(title=b"long"), AGREED),
        (MULTIPART, "", FIELDS, parts(tags=b"y"), AGREED),
        (MULTIPART, "", FIELDS, parts(title=b"x", count=b"1"), second_opinion.PARTS),
        (MULTIPART, "", CLOSED, parts(title=b"x", other=b"1"), LAXITY["additionalProperties"]),
        (MULTIPART, "", FIELDS, b"nonsense", AGREED),
        (MULTIPART, "", {"properties": {"tags": {"type": "array", "minItems": 1}}}, parts(), second_opinion.UNSENT),
        (MULTIPART, "", {"properties": {"x": {"type": ["string", "null"]}}}, parts(x=b"y"), second_opinion.LISTED),
        (MULTIPART, "", MADE_OF, parts(kind=b"a", flag=b"true"), second_opinion.COMPOSED),
        (FORM, "", MADE_OF, b"kind=a&flag=true", second_opinion.COMPOSED),
        ("multipart/mixed", "", {"type": "array"}, parts(), second_opinion.PARTS),
        ("text/plain", "", {**STRING, "maxLength": 2}, b"ab", AGREED),
        ("text/plain", "", {**STRING, "maxLength": 2}, b"abc", AGREED),
        ("text/plain", "", STRING, b"\xff", LAXITY["encoding"]),
        ("text/plain", "", {"type": "integer"}, b"1", second_opinion.TEXT),
        ("text/csv", "", {**STRING, "maxLength": 2}, b"abc", AGREED),
        ("text/csv", "text/csv; charset=utf-8", STRING, "ä".encode(), AGREED),
        ("application/xml", "", ITEM, b"<n>1</n>", second_opinion.TEXT),
        ("application/pdf", "", {**FILE, "maxLength": 2}, b"\xff\xfe", AGREED),
        ("application/pdf", "", {**FILE, "maxLength": 2}, b"\xff\xfe\xfd", AGREED),
        ("application/pdf", "", FILE, b"", second_opinion.NOTHING),
        ("image/*", "image/png", FILE, b"\xff", AGREED),
        ("*/*", "application/json", ITEM, b'{"n":1}', AGREED),
        ("*/*", "application/json", ITEM, b'{"n":""}', AGREED),
        ("application/problem+json", "", ITEM, b'{"n":1}', AGREED),
        ("application/problem+json", "", ITEM, b'{"n":""}', AGREED),
        ("application/json", "", {"required": ["a"], "properties": {"a": {"readOnly": True}}}, b"{}", AGREED),
        ("application/json; charset=utf-8", "application/json", ITEM, b'{"n":1}', second_opinion.NAMED),
        (FORM, "", FIELDS, b"title=x&count=1&tags=a&tags=b", AGREED),
        (FORM, "", FIELDS, b"title=x&meta=%7B%22n%22%3A1%7D", second_opinion.NESTED),
        ("application/jsonl", "", {"type": "array", "items": ITEM}, b'{"n":1}\n', second_opinion.STREAMED),
        ("application/json-seq", "", ITEM, b'\x1e{"n":1}\n', second_opinion.STREAMED),
        ("text/event-stream", "", ITEM, b'data: {"n":1}\n\n', second_opinion.STREAMED),
    ],
)
def test_a_second_opinion_differs_where_it_is_known_to(
    documented: str, sent: str, schema: Any, body: bytes, why: str | None
) -> None:
    content = {documented: {"schema": schema}}
    described = {
        "operationId": "o",
        "requestBody": {"content": content, "required": True},
        "responses": {"200": {"description": "", "content": content}},
    }
    info = {"title": "t", "version": "1"}
    description = {"openapi": "3.1.0", "info": info, "paths": {"/x": {"post": described}}}
    operation = Contract(description).operations["o"]
    headers = (("Content-Type", (sent or documented) + ("; boundary=B" if "multipart" in documented else "")),)
    exchange = Exchange(RequestRecord("POST", "http://h/x", headers, body), ResponseRecord(200, headers, body))
    asked: tuple[Fault, ...] = ()
    try:
        operation.decode({}, "", headers, body)
    except Faulty as error:
        asked = error.faults
    second = SecondOpinion(description, "http://h")
    for message, theirs, ours in (
        (exchange.request, second.request_fault(exchange), asked),
        (exchange.response, second.answer_fault(exchange), operation.judge_response(200, headers, body)),
    ):
        if why is AGREED:
            assert (theirs is None) == (not ours), (theirs, ours)
        else:
            assert (theirs is None) == bool(ours), (theirs, ours)
            assert explanation(message, theirs, ours) == why
