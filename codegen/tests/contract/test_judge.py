"""The compiled contract: what it finds, what it reads, what it refuses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from dovetail.runtime.server.faults import Faulty
from dovetail.runtime.server.judge import Contract, Decoded, Match, NoMatch
from dovetail.runtime.server.tolerances import Tolerance

FORM = [("Content-Type", "application/x-www-form-urlencoded")]
JSON = [("Content-Type", "application/json")]
BOOK = "/v1/books/BK0000000a"


@pytest.fixture(scope="module")
def contract(description: Mapping[str, Any]) -> Contract:
    return Contract(description)


def decode(
    contract: Contract,
    method: str,
    path: str,
    query: str = "",
    headers: list[tuple[str, str]] | None = None,
    body: bytes = b"",
) -> Decoded:
    match = contract.match(method, path)
    assert isinstance(match, Match)
    return match.operation.decode(match.path_values, query, headers or [], body)


def faults(*arguments: Any, **keywords: Any) -> set[tuple[str, str, str]]:
    with pytest.raises(Faulty) as caught:
        decode(*arguments, **keywords)
    return {(fault.where, fault.name, fault.rule) for fault in caught.value.faults}


def with_parameter(schema: Any, **about: Any) -> Contract:
    parameter = {"name": "p", "in": "query", "schema": schema} | about
    operation = {"operationId": "o", "parameters": [parameter], "responses": {"200": {"description": ""}}}
    return Contract({"openapi": "3.1.0", "paths": {"/": {"get": operation}}})


def with_form(schema: Any, encoding: Any = None, tolerances: tuple[Tolerance, ...] = ()) -> Contract:
    content = {"application/x-www-form-urlencoded": {"schema": schema, "encoding": encoding or {}}}
    operation = {"operationId": "o", "requestBody": {"content": content}, "responses": {"200": {"description": ""}}}
    return Contract({"openapi": "3.1.0", "paths": {"/": {"post": operation}}}, tolerances=tolerances)


@pytest.mark.parametrize(
    ("method", "path", "found"),
    [
        ("GET", "/v1/books", "listBooks"),
        ("DELETE", BOOK, "deleteBook"),
        ("GET", "/v1/books/a%2Fb", "fetchBook"),
        ("PATCH", BOOK, ("GET", "POST", "DELETE")),
        ("GET", "/v1/books/", ()),
        ("GET", "/v1//books", ()),
        ("GET", "/v1/books/..", ()),
        ("GET", "/v1/books/%2E%2e", ()),
        ("GET", "/books", ()),
        ("GET", "*", ()),
        ("GET", "", ()),
    ],
)
def test_a_request_finds_its_operation(contract: Contract, method: str, path: str, found: Any) -> None:
    match = contract.match(method, path)
    if isinstance(match, NoMatch):
        assert set(match.allowed) == set(found)
    else:
        assert match.operation.operation_id == found


def test_literal_segments_win_and_are_left_again_when_they_lead_nowhere() -> None:
    paths: dict[str, Any] = {
        path: {"get": {"operationId": path, "responses": {}}}
        for path in ("/a/{x}", "/a/me", "/a/me/b", "/a/{y}/c", "/files/{name}.{kind}")
    }
    contract = Contract({"paths": paths})
    found = {}
    for path in ("/a/me", "/a/you", "/a/me/b", "/a/me/c", "/files/a.b.txt"):
        match = contract.match("GET", path)
        assert isinstance(match, Match)
        found[path] = (match.operation.path, dict(match.path_values))
    assert found == {
        "/a/me": ("/a/me", {}),
        "/a/you": ("/a/{x}", {"x": "you"}),
        "/a/me/b": ("/a/me/b", {}),
        "/a/me/c": ("/a/{y}/c", {"y": "me"}),
        "/files/a.b.txt": ("/files/{name}.{kind}", {"name": "a.b", "kind": "txt"}),
    }


def test_a_request_is_read_as_typed_values(contract: Contract) -> None:
    decoded = decode(contract, "GET", "/v1/books", "size=7&tag=a+b&tag=%C3%A9&lent=true&other=1")
    assert decoded.parameters == {("query", "size"): 7, ("query", "tag"): ["a b", "é"], ("query", "lent"): True}
    assert decoded.undocumented == (("query", "other"),)
    decoded = decode(contract, "POST", BOOK, headers=[*FORM, ("if-match", '"3"')], body=b"title=12&tags=1&weight=2.50")
    assert decoded.parameters == {("path", "id"): "BK0000000a", ("header", "If-Match"): '"3"'}
    assert decoded.body == {"title": "12", "tags": ["1"], "weight": 2.5}


def test_every_fault_is_told_at_once(contract: Contract) -> None:
    assert faults(contract, "GET", "/v1/books", "size=51&genre=crime&lent=yes&tag=") == {
        ("query", "size", "maximum"),
        ("query", "genre", "enum"),
        ("query", "lent", "type"),
        ("query", "tag", "minLength"),
    }
    wrong = b"copies=1e3&copies=2&tags=%zz&borrower=Jane&colour=red&weight=nan"
    assert faults(contract, "POST", "/v1/books/BK1", headers=[*FORM, ("If-Match", "3")], body=wrong) == {
        ("path", "id", "pattern"),
        ("header", "If-Match", "pattern"),
        ("body", "copies", "style"),
        ("body", "tags", "style"),
        ("body", "weight", "type"),
        ("body", "is_lent", "required"),
        ("body", "", "additionalProperties"),
    }


@pytest.mark.parametrize("text", ["05", "+5", " 5", "5 ", "5.0", "1_0", "٥", "0x5", "", "5\n", "--5", "9" * 5000])
def test_only_decimal_digits_are_an_integer(text: str) -> None:
    with pytest.raises(Faulty):
        decode(
            with_form({"properties": {"p": {"type": "integer"}}}), "POST", "/", headers=FORM, body=f"p={text}".encode()
        )


@pytest.mark.parametrize(
    ("schema", "text", "value"),
    [
        ({"type": "integer"}, "-12", -12),
        ({"type": "integer"}, str(2**80), 2**80),
        ({"type": "number"}, "1e3", 1000.0),
        ({"type": ["integer", "null"]}, "3", 3),
        ({"type": "string"}, "3", "3"),
        ({"type": "string"}, "true", "true"),
        ({"enum": ["true", "only"]}, "true", "true"),
        ({"enum": [1, 2]}, "2", 2),
        ({"oneOf": [{"type": "boolean"}, {"enum": ["auto"]}]}, "auto", "auto"),
        ({"oneOf": [{"type": "boolean"}, {"enum": ["auto"]}]}, "false", False),
        ({"allOf": [{"type": "number"}, {"type": "integer"}]}, "4", 4),
        ({}, "4", "4"),
        (True, "4", "4"),
    ],
)
def test_text_is_read_as_its_schema_says(schema: Any, text: str, value: Any) -> None:
    read = decode(with_parameter(schema), "GET", "/", f"p={text}").parameters["query", "p"]
    assert (read, type(read)) == (value, type(value))


@pytest.mark.parametrize(
    ("about", "query", "value"),
    [
        ({"style": "deepObject"}, "p[a]=1&p%5Bb%5D=x", {"a": 1, "b": "x"}),
        ({"explode": False}, "p=a,1,b,x%2Cy", {"a": 1, "b": "x,y"}),
        ({"explode": True}, "a=1&b=x&c=3", {"a": 1, "b": "x"}),
        ({"content": {"application/json": {"schema": {"type": "object"}}}}, "p=%7B%22a%22%3A1%7D", {"a": 1}),
    ],
)
def test_objects_are_read_out_of_their_style(about: Any, query: str, value: Any) -> None:
    schema = {"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "string"}}}
    assert decode(with_parameter(schema, **about), "GET", "/", query).parameters["query", "p"] == value


def test_form_fields_are_found_below_compositions_and_objects_are_json() -> None:
    schema = {
        "allOf": [
            {"properties": {"when": {"type": "object"}, "deep": {"type": "object"}}},
            {"properties": {"list": {"type": "array", "items": {"type": "integer"}}}},
        ]
    }
    contract = with_form(schema, {"deep": {"style": "deepObject", "explode": True}})
    body = b"when=%7B%22day%22%3A1%7D&deep[a]=b&list=1&list=2"
    assert decode(contract, "POST", "/", headers=FORM, body=body).body == {
        "when": {"day": 1},
        "deep": {"a": "b"},
        "list": [1, 2],
    }


@pytest.mark.parametrize(
    "text",
    [b"{", b"NaN", b"[1,]", b"\xff", b'{"title":"a","title":"b"}', b'"\\ud800"', b"[" * 100_000, b"1" * 5000, b""],
)
def test_what_is_not_json_is_a_fault(contract: Contract, text: bytes) -> None:
    assert {fault[0] for fault in faults(contract, "POST", "/v1/books", headers=JSON, body=text)} == {"body"}


@pytest.mark.parametrize(
    ("headers", "body", "fault"),
    [
        ([], b"{}", ("media_type", "Content-Type", "media-type")),
        ([("content-type", "text/plain")], b"{}", ("media_type", "Content-Type", "media-type")),
        ([("content-type", "application")], b"{}", ("media_type", "Content-Type", "media-type")),
        ([], b"", ("body", "", "required")),
    ],
)
def test_a_body_needs_its_media_type(contract: Contract, headers: Any, body: bytes, fault: Any) -> None:
    assert faults(contract, "POST", "/v1/books", headers=headers, body=body) == {fault}


def test_an_absent_optional_body_is_none_and_an_empty_form_is_one(contract: Contract) -> None:
    assert decode(contract, "POST", BOOK).body is None
    assert decode(contract, "POST", BOOK, headers=FORM).body is None
    assert decode(contract, "POST", BOOK, headers=FORM, body=b"&").body == {}


def test_messages_say_what_to_change_and_never_quote_what_was_sent(contract: Contract) -> None:
    with pytest.raises(Faulty) as caught:
        decode(contract, "GET", "/v1/books", "genre=hunter2&size=hunter2&lent=hunter2")
    told = sorted(str(fault) for fault in caught.value.faults)
    assert told == [
        'query \'genre\': must be one of "novel", "poetry" or "science"',
        "query 'lent': must be true or false",
        "query 'size': must be an integer",
    ]


def test_tolerances_rewrite_what_they_name_and_are_counted() -> None:
    schema = {"properties": {"on": {"type": "boolean"}, "events": {"type": "array", "items": {"enum": ["a", "b"]}}}}
    tolerances = (
        Tolerance(frozenset({"o"}), "on", {"True": "true"}),
        Tolerance(frozenset({"o"}), "events", splits_commas=True),
    )
    contract = with_form(schema, tolerances=tolerances)
    decoded = decode(contract, "POST", "/", headers=FORM, body=b"on=True&events=a%2Cb")
    assert decoded.body == {"on": True, "events": ["a", "b"]}
    assert contract.tolerances.used == {("o", "on"): 1, ("o", "events"): 1}
    assert faults(contract, "POST", "/", headers=FORM, body=b"on=False") == {("body", "on", "type")}


BOOK_VALUE = b'{"id":"BK0000000a","title":"Emma","genre":"novel","copies":1,"tags":[],"published":null,"is_lent":false}'


@pytest.mark.parametrize(
    ("status", "headers", "body", "found"),
    [
        (200, [*JSON, ("ETag", '"1"')], BOOK_VALUE, []),
        (200, JSON, BOOK_VALUE, [("header", "ETag", "required")]),
        (200, [*JSON, ("ETag", "1")], BOOK_VALUE, [("header", "ETag", "pattern")]),
        (
            200,
            [("Content-Type", "text/html"), ("ETag", '"1"')],
            BOOK_VALUE,
            [("media_type", "Content-Type", "media-type")],
        ),
        (200, [*JSON, ("ETag", '"1"')], BOOK_VALUE.replace(b"1,", b'"1",'), [("body", "copies", "type")]),
        (200, [*JSON, ("ETag", '"1"')], BOOK_VALUE[:-1], [("body", "", "encoding")]),
        (200, [*JSON, ("ETag", '"1"')], b"", [("body", "", "encoding")]),
        (409, JSON, b"{}", [("status", "409", "undocumented")]),
    ],
)
def test_answers_are_judged(contract: Contract, status: int, headers: Any, body: bytes, found: Any) -> None:
    judged = contract.operations["fetchBook"].judge_response(status, headers, body)
    assert [(fault.where, fault.name, fault.rule) for fault in judged] == found


def test_an_answer_without_documented_content_must_be_empty(contract: Contract) -> None:
    operation = contract.operations["deleteBook"]
    assert operation.judge_response(204, [], b"") == ()
    assert [fault.rule for fault in operation.judge_response(204, JSON, b"{}")] == ["undocumented"]


def test_nothing_is_fetched_for_a_schema(contract: Contract) -> None:
    foreign = with_parameter({"$ref": "http://127.0.0.1:9/schema.json"})
    with pytest.raises(ValueError, match=r"127\.0\.0\.1:9"):
        decode(foreign, "GET", "/", "p=1")


ACCOUNT: dict[str, Any] = {
    "type": "object",
    "required": ["id", "name", "secret", "part"],
    "properties": {
        "id": {"$ref": "#/components/schemas/Id"},
        "name": {"type": "string"},
        "secret": {"type": "string", "writeOnly": True},
        "part": {"$ref": "#/components/schemas/Part"},
    },
}
PART: dict[str, Any] = {
    "allOf": [{"properties": {"size": {"type": "integer", "readOnly": True}}}, {"required": ["size"]}],
    "default": {"required": ["size"], "properties": {"size": {"readOnly": True}}},
    "properties": {"default": {"required": ["a"], "properties": {"a": {"readOnly": True}}}},
}


def test_what_goes_one_way_is_required_that_way_alone() -> None:
    schemas = {"Account": ACCOUNT, "Id": {"type": "string", "readOnly": True}, "Part": PART}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Account"}}}
    operation = {"operationId": "o", "requestBody": {"content": content}, "responses": {"200": {"content": content}}}
    description = {"paths": {"/": {"post": operation}}, "components": {"schemas": schemas}}
    judged = Contract(description)
    asked = b'{"name": "n", "secret": "s", "part": {"default": {}}}'
    assert decode(judged, "POST", "/", headers=JSON, body=asked).body["name"] == "n"
    assert faults(judged, "POST", "/", headers=JSON, body=b'{"part": {}}') == {
        ("body", "name", "required"),
        ("body", "secret", "required"),
    }
    told = judged.operations["o"].judge_response(200, JSON, asked)
    assert {fault.pointer + " " + fault.message for fault in told} == {
        " id is required",
        "/part size is required",
        "/part/default a is required",
    }
    answer = b'{"id": "1", "name": "n", "part": {"size": 1, "default": {"a": 1}}}'
    assert judged.operations["o"].judge_response(200, JSON, answer) == ()
    assert judged.description is description
