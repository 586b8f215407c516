"""Lists are walked page by page, no further than asked and never to another origin."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from pydantic import BaseModel, ConfigDict, Field

from codegen.tests.runtime.scripted import SECRET, Incoming, Reply, Server, Twin, respond, settings
from dovetail.runtime.client import errors, kinds
from dovetail.runtime.client.client import Client
from dovetail.runtime.client.operation import Operation, Pages, header, query
from dovetail.runtime.client.pages import resolve

Serve = Callable[[Reply], Server]


class Meta(BaseModel):
    next_url: str | None = Field(default=None, alias="next/url")


class Page(BaseModel):
    model_config = ConfigDict(extra="allow")
    meta: Meta | None = None
    things: list[int] | None = Field(default=None, alias="Things")


LIST: Operation[Page] = Operation(
    "ListThing",
    "GET",
    "/v1/Things",
    (
        query("page_size", "PageSize", kinds.Integer(minimum=1, maximum=100)),
        query("colour", "Colour"),
        header("trace", "X-Trace"),
    ),
    returns=Page,
    pages=Pages("/Things", "/meta/next~1url", "page_size"),
    security=(("key",),),
)


def _numbers(count: int, form: str = "{server}/v1/Things?Page={page}&PageSize={size}") -> Reply:
    """Answer with the numbers below `count`, in pages of the size asked for (5 unless asked)."""

    def reply(incoming: Incoming, connection: socket.socket) -> bytes:
        asked = parse_qs(urlsplit(incoming.target).query)
        size, page = int(asked.get("PageSize", ["5"])[0]), int(asked.get("Page", ["0"])[0])
        things = list(range(count))[page * size : (page + 1) * size]
        server = f"http://{incoming.headers['host']}"
        following = form.format(server=server, page=page + 1, size=size) if (page + 1) * size < count else None
        return respond(200, {"meta": {"next/url": following}, "Things": things})

    return reply


@pytest.mark.parametrize(
    ("limit", "arguments", "sizes"),
    [
        (None, {}, [None, "5", "5"]),
        (12, {}, ["12"]),
        (7, {}, ["7"]),
        (7, {"page_size": 3}, ["3", "3", "3"]),
        (6, {"page_size": 3}, ["3", "3"]),
        (500, {}, ["100"]),
        (0, {}, []),
    ],
)
def test_items_and_pages(
    serve: Serve, twin: Twin, limit: int | None, arguments: dict[str, object], sizes: list[str | None]
) -> None:
    server = serve(_numbers(12))
    assert twin.items(settings(server.url), LIST, arguments, limit) == list(range(12))[:limit]
    asked = [parse_qs(urlsplit(incoming.target).query).get("PageSize", [None])[0] for incoming in server.seen]
    assert asked == sizes
    pages = twin.page_values(settings(server.url), LIST, arguments, limit)
    assert [type(page) for page in pages] == [Page] * len(sizes)


@pytest.mark.parametrize(("limit", "counts"), [(None, [5, 5, 2]), (7, [7])])
def test_a_list_in_plain_json(serve: Serve, twin: Twin, limit: int | None, counts: list[int]) -> None:
    server = serve(_numbers(12))
    items = twin.items(settings(server.url), LIST, {"colour": "red"}, limit, is_plain=True)
    asked = [incoming.target for incoming in server.seen]
    assert items == list(range(12))[:limit]
    pages = twin.page_values(settings(server.url), LIST, {"colour": "red"}, limit, is_plain=True)
    assert [(type(page), len(page["Things"])) for page in pages] == [(dict, count) for count in counts]
    assert [incoming.target for incoming in server.seen] == asked * 2


def test_every_page_is_asked_for_with_the_same_headers(serve: Serve, twin: Twin) -> None:
    server = serve(_numbers(7, "?Page={page}"))
    assert twin.items(settings(server.url), LIST, {"colour": "red", "trace": "t"}) == list(range(7))
    first, second = server.seen
    assert (first.target, second.target) == ("/v1/Things?Colour=red", "/v1/Things?Page=1")
    assert first.headers == second.headers
    assert "authorization" in second.headers
    assert second.headers["x-trace"] == "t"


def test_a_list_can_be_walked_again_and_asks_for_no_page_too_many(serve: Serve) -> None:
    server = serve(_numbers(12))
    with Client(settings(server.url)) as client:
        pager = client.pages(LIST, {})
        assert not server.seen
        walk = iter(pager)
        assert [next(walk) for _ in range(5)] == [0, 1, 2, 3, 4]
        assert len(server.seen) == 1
        assert list(pager) == list(pager) == list(range(12))


@pytest.mark.parametrize(
    ("following", "reason"),
    [
        ("http://127.0.0.1:{other}/v1/Things?Page=1", "is not the origin of the base URL"),
        ("https://127.0.0.1:{port}/v1/Things?Page=1", "is not the origin of the base URL"),
        ("//127.0.0.1:{other}/v1/Things", "is not the origin of the base URL"),
        ("http://127.0.0.1:{port}@127.0.0.1:{other}/", "must not hold credentials"),
        ("http://localhost:{port}/v1/Things?Page=1", "is not the origin of the base URL"),
        ("file:///etc/passwd", "begins with http"),
        ("/v1/Things", "round in a circle"),
        ("/v1/x/%2e%2e/Things", "must not be '.' or '..'"),
    ],
)
def test_credentials_never_follow_a_page_elsewhere(serve: Serve, twin: Twin, following: str, reason: str) -> None:
    elsewhere = serve(lambda incoming, connection: respond(200, {"Things": [9]}))

    def reply(incoming: Incoming, connection: socket.socket) -> bytes:
        url = following.format(other=elsewhere.port, port=server.port) if len(server.seen) < 9 else None
        return respond(200, {"meta": {"next/url": url}, "Things": [1, 2]})

    server = serve(reply)
    with pytest.raises(errors.DecodeError, match=reason) as caught:
        twin.items(settings(server.url), LIST, {})
    assert not elsewhere.seen
    assert SECRET not in str(caught.value)
    assert twin.items(settings(server.url), LIST, {}, 2) == [1, 2], "the limit was reached before"


def test_pages_that_go_round_in_a_circle_are_noticed(serve: Serve, twin: Twin) -> None:
    def reply(incoming: Incoming, connection: socket.socket) -> bytes:
        following = "/v1/Things?Page=2" if "Page=1" in incoming.target else "/v1/Things?Page=1"
        is_over = len(server.seen) > 9
        return respond(200, {"meta": {"next/url": None if is_over else following}, "Things": [1]})

    server = serve(reply)
    with pytest.raises(errors.DecodeError, match="circle"):
        twin.items(settings(server.url), LIST, {})
    assert len(server.seen) == 3


@pytest.mark.parametrize("body", [{"Things": None}, {}, {"Others": [1]}])
def test_items_that_may_be_absent_are_none(serve: Serve, twin: Twin, body: object) -> None:
    server = serve(lambda incoming, connection: respond(200, body))
    assert twin.items(settings(server.url), LIST, {}) == []
    assert len(twin.page_values(settings(server.url), LIST, {})) == 1


@pytest.mark.parametrize("things", [7, "abc", {"a": [1]}])
def test_items_that_are_no_list_are_an_error(serve: Serve, twin: Twin, things: object) -> None:
    server = serve(lambda incoming, connection: respond(200, {"things": things}))
    loose: Operation[Any] = Operation("loose", "GET", "/", returns=dict[str, Any], pages=Pages("/things", "/next"))
    with pytest.raises(errors.DecodeError, match="no list at /things"):
        twin.items(settings(server.url), loose, {})


def test_a_failing_list_fails_like_any_call(serve: Serve, twin: Twin) -> None:
    server = serve(lambda incoming, connection: respond(404, {"code": 20404, "message": "gone"}))
    with pytest.raises(errors.NotFound) as caught:
        twin.items(settings(server.url), LIST, {})
    assert (caught.value.code, caught.value.message) == (20404, "gone")


@pytest.mark.parametrize("limit", [-1, 1.5, True, "3"])
def test_arguments_are_refused_before_the_first_page(limit: Any) -> None:
    with Client(settings("http://127.0.0.1:1")) as client:
        with pytest.raises(errors.ArgumentError, match="limit must be"):
            client.pages(LIST, {}, limit)
        with pytest.raises(errors.ArgumentError, match="did you mean 'colour'"):
            client.pages(LIST, {"color": "red"})
        with pytest.raises(TypeError, match="has no pages"):
            list(client.pages(Operation("one", "GET", "/"), {}))


def test_pointers_go_by_wire_names() -> None:
    page = Page.model_validate({"meta": {"next/url": "x"}, "Things": [1], "a~b": {"c": 2}})
    assert resolve(page, "/meta/next~1url") == "x"
    assert resolve(page, "/Things") == [1]
    assert resolve(page, "/a~0b/c") == 2
    assert resolve(page, "/meta/absent/deeper") is None
    assert resolve(page, "") is page
