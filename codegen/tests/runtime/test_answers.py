"""Answers are read by their status and media type: values, errors, headers, and the steps to other operations."""

from __future__ import annotations

import gc
import pickle
import socket
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Literal

import pytest
from pydantic import BaseModel

from codegen.tests.runtime.scripted import Incoming, Reply, Server, Twin, respond, settings
from dovetail.runtime.client import errors, kinds
from dovetail.runtime.client.answers import read
from dovetail.runtime.client.arguments import build_request
from dovetail.runtime.client.errors import Headers
from dovetail.runtime.client.messages import Response
from dovetail.runtime.client.models import Model
from dovetail.runtime.client.operation import Link, Operation, Parameter, Returns, content, field, header, path, query
from dovetail.runtime.client.readers import LARGE
from dovetail.runtime.wire.media import FORM, JSON

Serve = Callable[[Reply], Server]
HERE = settings("http://127.0.0.1:1", retries=0)


class Cat(BaseModel):
    lives: int


class Dog(BaseModel):
    tricks: list[str]


class Problem(BaseModel):
    title: str


def _read(operation: Operation[Any], status: int, body: bytes, media_type: str | None = JSON) -> Any:
    headers = Headers({} if media_type is None else {"Content-Type": media_type})
    return read(operation, build_request(operation, {}, HERE), Response(status, headers, body)).value


def _returning(*returns: Returns, method: str = "GET") -> Operation[Any]:
    return Operation("act", method, "/", returns=returns)


def test_the_model_of_a_status() -> None:
    act = _returning(Returns("200", JSON, Cat), Returns("2XX", JSON, Dog), Returns("204", ""))
    assert _read(act, 200, b'{"lives": 9}') == Cat(lives=9)
    assert _read(act, 202, b'{"tricks": []}') == Dog(tricks=[])
    assert _read(act, 204, b"", None) is None
    assert _read(_returning(Returns("default", JSON, Cat)), 201, b'{"lives": 9}') == Cat(lives=9)
    assert _read(_returning(Returns("201", JSON, Cat)), 200, b'{"lives": 9}') == Cat(lives=9), "the nearest"


def test_the_model_of_a_media_type() -> None:
    act = _returning(
        Returns("200", JSON, Cat),
        Returns("200", "text/csv", str),
        Returns("200", "application/vnd.dog+json", Dog),
        Returns("200", "image/*", bytes),
        Returns("200", ""),
    )
    assert act.accept == "application/json, text/csv, application/vnd.dog+json, image/*"
    assert _read(act, 200, b'{"lives": 9}', "application/json; charset=UTF-8") == Cat(lives=9)
    assert _read(act, 200, "ä".encode("latin-1"), "text/csv; charset=iso-8859-1") == "ä"
    assert _read(act, 200, b'{"tricks": ["sit"]}', "Application/VND.dog+JSON") == Dog(tricks=["sit"])
    assert _read(act, 200, b"\x89PNG", "image/png") == b"\x89PNG"
    assert _read(act, 200, b"", None) is None
    assert _read(act, 200, b'{"lives": 9}', "application/hal+json") == Cat(lives=9), "the nearest"
    assert _read(act, 200, b'{"lives": 9}', None) == Cat(lives=9), "the first"


@pytest.mark.parametrize(
    ("returns", "body", "media_type", "value"),
    [
        (Returns("200", "text/plain", int), b"42", "text/plain", 42),
        (Returns("200", "text/plain", Literal["a"]), b"a", None, "a"),
        (Returns("200", "text/plain", str), b"\xff", "text/plain; charset=nonsense", "\ufffd"),
        (Returns("200", "text/plain", str), b"", "text/plain", ""),
        (Returns("200", "application/xml", str), b"<a/>", "application/xml", "<a/>"),
        (Returns("200", FORM, dict[str, Any]), b"a=1&b=2&b=3", FORM, {"a": "1", "b": ["2", "3"]}),
        (Returns("200", "application/pdf", bytes), b"%PDF", "application/pdf", b"%PDF"),
        (Returns("200", "*/*", bytes), b"", None, b""),
        (Returns("200", JSON, Cat), b'\xef\xbb\xbf{"lives": 1}', JSON, Cat(lives=1)),
        (Returns("200", JSON, Any), '{"a": "ä"}'.encode("latin-1"), "application/json; charset=latin-1", {"a": "ä"}),
        (Returns("200", JSON, int | None), b"", None, None),
        (Returns("200", "application/jsonl", Cat), b'{"lives": 1}\n\n{"lives": 2}', None, [Cat(lives=1), Cat(lives=2)]),
        (Returns("200", "application/json-seq", int), b"\x1e1\n\x1e2\n", None, [1, 2]),
        (Returns("200", "text/event-stream", int), b"data: 1\n\ndata: [DONE]\n\ndata: 2\n\n", None, [1]),
    ],
)
def test_forms(returns: Returns, body: bytes, media_type: str | None, value: object) -> None:
    assert _read(_returning(returns), 200, body, media_type) == value


@pytest.mark.parametrize(
    ("returns", "body", "media_type", "value"),
    [
        (Returns("200", JSON, Cat), b'\xef\xbb\xbf{"lives": "\xc3\xa4", "lives": null}', JSON, {"lives": None}),
        (Returns("200", JSON, Cat), b"123456789012345678901", "application/hal+json", 123456789012345678901),
        (Returns("200", JSON, Cat), b"[" + b"1," * LARGE + b"1]", JSON, [1] * (LARGE + 1)),
        (Returns("200", JSON, int | None), b"", None, None),
        (Returns("200", "text/plain", int), b"42", "text/plain", "42"),
        (Returns("200", FORM, Cat), b"lives=no", FORM, {"lives": "no"}),
        (Returns("200", "application/pdf", bytes), b"%PDF", "application/pdf", b"%PDF"),
        (Returns("200", "application/jsonl", Cat), b'{"lives": 1}\n\n2', None, [{"lives": 1}, 2]),
        (Returns("200", "text/event-stream", Cat), b"data: 1\n\ndata: [DONE]\n\n", None, [1]),
    ],
)
def test_plain_answers_are_what_came(returns: Returns, body: bytes, media_type: str | None, value: object) -> None:
    plain = _returning(returns).plain
    assert _read(plain, 200, body, media_type) == _read(plain.plain, 200, body, media_type) == value


def test_a_plain_answer_is_json_all_the_same_and_an_error_is_an_error() -> None:
    for body in (b"<html>", b""):
        with pytest.raises(errors.DecodeError):
            _read(_returning(Returns("200", JSON, Cat)).plain, 200, body)
    with pytest.raises(errors.NotFound) as caught:
        _read(REFUSED.plain, 404, b'{"title": "gone"}', "application/problem+json")
    assert caught.value.value == Problem(title="gone")


def test_an_answer_without_the_content_that_was_described() -> None:
    with pytest.raises(errors.DecodeError, match="the answer is empty, and application/json was expected") as caught:
        _read(_returning(Returns("200", JSON, Cat)), 204, b"", None)
    assert caught.value.status == 204
    with pytest.raises(errors.DecodeError) as caught:
        _read(_returning(Returns("200", JSON, Cat)), 200, b"<html>", "text/html")
    assert caught.value.body == b"<html>"
    assert _read(_returning(Returns("200", JSON, Cat), method="HEAD"), 200, b"", JSON) is None
    assert _read(_returning(Returns("200", "")), 200, b"whatever", "text/html") is None


REFUSED: Operation[Any] = Operation(
    "act",
    "GET",
    "/",
    errors=(
        Returns("404", "application/problem+json", Problem),
        Returns("4XX", JSON, Cat),
        Returns("default", "text/plain", str),
    ),
)


@pytest.mark.parametrize(
    ("status", "body", "media_type", "value"),
    [
        (404, b'{"title": "gone"}', "application/problem+json", Problem(title="gone")),
        (404, b'{"lives": 9}', JSON, None),
        (400, b'{"lives": 9}', JSON, Cat(lives=9)),
        (400, b"", JSON, None),
        (500, b"oh", "text/plain", "oh"),
        (304, b"", None, None),
    ],
)
def test_errors_have_the_model_of_their_status(status: int, body: bytes, media_type: str | None, value: object) -> None:
    with pytest.raises(errors.StatusError) as caught:
        _read(REFUSED, status, body, media_type)
    assert caught.value.value == value
    assert caught.value.body == body
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.value, again.status, str(again)) == (value, status, str(caught.value))


def _header(name: str, wire: str, kind: kinds.Kind = kinds.String(), **more: Any) -> Parameter:  # noqa: B008
    return header(name, wire, kind, **more)


COUNTED: Operation[Any] = Operation(
    "act",
    "GET",
    "/",
    headers=(
        _header("limit", "X-Limit", kinds.Integer()),
        _header("ratio", "X-Ratio", kinds.Nullable(kinds.Number())),
        _header("is_last", "X-Last", kinds.Boolean()),
        _header("until", "X-Until", kinds.String(format="date-time")),
        _header("tags", "X-Tags", kinds.Array(kinds.Integer())),
        _header("size", "X-Size", kinds.Object({"w": kinds.Integer()}), explode=True),
        _header("pair", "X-Pair", kinds.Map(kinds.String())),
        _header("level", "X-Level", kinds.Enum(1, 2)),
        _header("either", "X-Either", kinds.Either(kinds.Integer(), kinds.Later(lambda: kinds.String()))),  # noqa: PLW0108
        _header("json", "X-Json", kinds.Anything(), media_type=JSON),
        _header("broken", "X-Broken", kinds.Integer()),
        _header("absent", "X-Absent"),
    ),
)


def test_typed_headers() -> None:
    said = {
        "x-limit": "10",
        "X-RATIO": "0.5",
        "x-last": "true",
        "x-until": "2026-01-01T00:00:00Z",
        "x-tags": "1, 2",
        "x-size": "w=3,h=4",
        "x-pair": "a,1,b,2",
        "x-level": "2",
        "x-either": "x",
        "x-json": '{"a": [1]}',
        "x-broken": "many",
        "x-other": "1",
    }
    answer = read(COUNTED, build_request(COUNTED, {}, HERE), Response(200, Headers(said), b""))
    assert answer.typed_headers == {
        "limit": 10,
        "ratio": 0.5,
        "is_last": True,
        "until": datetime(2026, 1, 1, tzinfo=UTC),
        "tags": [1, 2],
        "size": {"w": 3, "h": "4"},
        "pair": {"a": "1", "b": "2"},
        "level": 2,
        "either": "x",
        "json": {"a": [1]},
    }


class Order(Model):
    id: int


FETCH: Operation[Any] = Operation(
    "fetch", "GET", "/orders/{Id}", (path("id", "Id", kinds.Integer()), query("note", "Note")), returns=dict
)
STORE: Operation[Any] = Operation(
    "store", "POST", "/store", (content("body", kinds.Anything()),), body=JSON, returns=dict
)
PATCH: Operation[Any] = Operation(
    "patch", "POST", "/patch", (field("name", "Name"), field("size", "Size", kinds.Integer())), body=JSON, returns=dict
)
EXPRESSIONS = {
    "a": "$url",
    "b": "$method",
    "c": "$statusCode",
    "d": "$request.path.Shop",
    "e": "$request.query.Page",
    "f": "$request.header.x-trace",
    "g": "$request.body#/Items/0/sku~1n",
    "h": "$response.header.Location",
    "i": "$response.body#/nested/1/~0x",
    "j": "no. {$response.body#/id} of {$request.path.Shop}",
    "k": "{$response.body#/id}",
    "l": "$response.body#/nowhere",
    "m": "costs $5",
    "n": ["$statusCode", {"x": "$method"}],
    "o": "$request.header.Authorization",
}
ORDER: Operation[Any] = Operation(
    "order",
    "POST",
    "/shops/{Shop}/orders",
    (
        path("shop", "Shop"),
        query("page", "Page", kinds.Integer()),
        header("trace", "X-Trace"),
        field("items", "Items", kinds.Array(kinds.Anything())),
    ),
    returns=Order,
    body=JSON,
    links=(
        Link("fetch", lambda: FETCH, {"id": "$response.body#/id", "note": "order {$response.body#/id}"}),
        Link("store", lambda: STORE, body=EXPRESSIONS),
        Link("patch", lambda: PATCH, body={"Name": "$request.path.Shop", "Size": "$response.body#/nowhere"}),
    ),
)
ARGUMENTS: dict[str, object] = {"shop": "a/b", "page": 2, "trace": "t", "items": [{"sku/n": 7}]}


def _ordered(incoming: Incoming, connection: socket.socket) -> bytes:
    if incoming.target.startswith("/shops"):
        return respond(201, {"id": 5, "nested": [0, {"~x": True}]}, {"Location": "/orders/5"})
    return respond(200, {"target": incoming.target, "body": incoming.body.decode()})


def test_links_make_the_call_that_they_stand_for(serve: Serve, twin: Twin) -> None:
    server = serve(_ordered)
    here = settings(server.url)
    assert twin.follow(here, ORDER, ARGUMENTS, "fetch")["target"] == "/orders/5?Note=order%205"
    assert twin.follow(here, ORDER, ARGUMENTS, "fetch", note="mine")["target"] == "/orders/5?Note=mine"
    assert twin.follow(here, ORDER, ARGUMENTS, "patch")["body"] == '{"Name":"a/b"}'
    with pytest.raises(AttributeError, match="no link 'fech'; it has fetch, store, patch"):
        twin.follow(here, ORDER, ARGUMENTS, "fech")


def test_runtime_expressions(serve: Serve) -> None:
    server = serve(_ordered)
    twin = Twin(is_async=False)
    answer = twin.send(settings(server.url), ORDER, ARGUMENTS)
    assert (list(answer.links), len(answer.links), "fetch" in dir(answer.links)) == (
        ["fetch", "store", "patch"],
        3,
        True,
    )
    links: Any = answer.links
    found = links._exchanged
    from dovetail.runtime.client.links import evaluate

    assert {name: evaluate(value, found) for name, value in EXPRESSIONS.items()} == {
        "a": f"{server.url}/shops/a%2Fb/orders?Page=2",
        "b": "POST",
        "c": 201,
        "d": "a/b",
        "e": 2,
        "f": "t",
        "g": 7,
        "h": "/orders/5",
        "i": True,
        "j": "no. 5 of a/b",
        "k": 5,
        "l": None,
        "m": "costs $5",
        "n": [201, {"x": "POST"}],
        "o": None,
    }


@pytest.mark.parametrize("is_enabled", [True, False])
def test_a_large_page_leaves_the_collector_of_cycles_as_it_was(is_enabled: bool) -> None:
    page = _returning(Returns("200", JSON, list[Cat]))
    was_enabled = gc.isenabled()
    (gc.enable if is_enabled else gc.disable)()
    try:
        assert len(_read(page, 200, b"[" + b",".join([b'{"lives": 9}'] * 10_000) + b"]")) == 10_000
        with pytest.raises(errors.DecodeError):
            _read(page, 200, b" " * 100_000 + b"{}")
        assert gc.isenabled() == is_enabled
    finally:
        (gc.enable if was_enabled else gc.disable)()
