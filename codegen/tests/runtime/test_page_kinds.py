"""Lists of every kind are walked to their end: no item twice, none left out, no request too many, none for ever."""

from __future__ import annotations

import socket
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from pydantic import BaseModel

from codegen.tests.runtime.scripted import Incoming, Reply, Server, Twin, respond, settings
from dovetail.runtime.client import errors, kinds
from dovetail.runtime.client.client import Client
from dovetail.runtime.client.operation import Operation, Pages, header, query
from dovetail.runtime.client.web_links import web_links

Serve = Callable[[Reply], Server]


class Thing(BaseModel):
    id: str


class Page(BaseModel):
    things: list[Thing] | None = None
    next: str | int | None = None
    has_more: bool | None = None
    total: int | None = None
    pages: int | None = None
    number: int | None = None


def listing(pages: Pages, returns: Any = Page) -> Operation[Any]:
    parameters = (
        query("at", "at", kinds.Integer(minimum=0) if pages.by in {"page", "offset"} else kinds.String()),
        query("size", "page-size", kinds.Integer(minimum=2)),
        header("trace", "X-Trace"),
    )
    return Operation("ListThings", "GET", "/things", parameters, returns, pages=pages)


KINDS: dict[str, Pages] = {
    "link": Pages("/things", by="link", size="size", largest=4),
    "array": Pages("", by="link", size="size", largest=4),
    "cursor": Pages("/things", "/next", "size", by="cursor", parameter="at", largest=4),
    "cursor and flag": Pages("/things", "/next", "size", by="cursor", parameter="at", more="/has_more", largest=4),
    "last": Pages("/things", "/id", "size", by="last", parameter="at", more="/has_more", largest=4),
    "page and total": Pages("/things", "", "size", by="page", parameter="at", first=1, total="/total", largest=4),
    "page and count": Pages("/things", "", "size", by="page", parameter="at", first=1, page_count="/pages", largest=4),
    "page and flag": Pages("/things", "", "size", by="page", parameter="at", first=1, more="/has_more", largest=4),
    "page from 0": Pages("/things", "", "size", by="page", parameter="at", first=0, total="/total", largest=4),
    "page that is told": Pages(
        "/things", "", "size", by="page", parameter="at", current="/number", total="/total", largest=4
    ),
    "offset": Pages("/things", "", "size", by="offset", parameter="at", first=0, total="/total", largest=4),
}


def things_below(count: int, kind: str) -> Reply:
    """Serve things in pages of four unless asked for another size, and tell of them as the kind does."""
    pages = KINDS[kind]
    base = 1 if pages.first is None else pages.first

    def reply(incoming: Incoming, connection: socket.socket) -> bytes:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(incoming.target).query).items()}
        size, at = int(asked.get("page-size", "4")), asked.get("at")
        begin = 0 if at is None else {"page": (int(at) - base) * size, "last": int(at) + 1}.get(pages.by, int(at))
        things = [{"id": str(number)} for number in range(count)[begin : begin + size]]
        is_more = begin + size < count
        told: dict[str, object] = {
            "/next": str(begin + size) if is_more or pages.more else None,
            "/has_more": is_more,
            "/total": count,
            "/pages": -(-count // size),
            "/number": begin // size + base,
        }
        points = {pages.next, pages.more, pages.total, pages.page_count, pages.current}
        body = {"things": things, **{name[1:]: value for name, value in told.items() if name in points}}
        link = f'</other>; rel=prev, </things?at={begin + size}&page-size={size}>; rel="last next"'
        headers = {"Link": link if is_more else "</other>; rel=prev"} if pages.by == "link" else {}
        return respond(200, things if kind == "array" else body, headers)

    return reply


def ids(found: list[Any]) -> list[int]:
    return [int(thing.id) for thing in found]


def operation_of(kind: str) -> Operation[Any]:
    return listing(KINDS[kind], list[Thing] if kind == "array" else Page)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("count", "limit", "arguments", "requests"),
    [
        (10, None, {}, 3),
        (8, None, {}, 2),
        (0, None, {}, 1),
        (10, 6, {}, 2),
        (10, 1, {}, 1),
        (10, 0, {}, 0),
        (10, None, {"size": 5}, 2),
        (10, 7, {"size": 3, "trace": "t"}, 3),
    ],
)
def test_every_item_comes_once(
    serve: Serve, twin: Twin, kind: str, count: int, limit: int | None, arguments: dict[str, object], requests: int
) -> None:
    server = serve(things_below(count, kind))
    assert ids(twin.items(settings(server.url), operation_of(kind), arguments, limit)) == list(range(count))[:limit]
    assert len(server.seen) == requests
    assert len({seen.target for seen in server.seen}) == requests
    assert all(seen.headers.get("x-trace") == arguments.get("trace") for seen in server.seen)


@pytest.mark.parametrize("kind", KINDS)
def test_pages_come_as_they_are(serve: Serve, twin: Twin, kind: str) -> None:
    server = serve(things_below(10, kind))
    pages = twin.page_values(settings(server.url), operation_of(kind), {}, 6)
    things = [page if isinstance(page, list) else page.things for page in pages]
    assert [ids(found) for found in things] == [[0, 1, 2, 3], [4, 5, 6, 7]]


@pytest.mark.parametrize(
    ("kind", "start", "first"),
    [
        ("cursor", "4", 4),
        ("last", "4", 5),
        ("page and total", 2, 4),
        ("page and count", 2, 4),
        ("page from 0", 2, 8),
        ("page that is told", 2, 4),
        ("offset", 5, 5),
    ],
)
def test_a_walk_begins_where_it_is_told_to(serve: Serve, twin: Twin, kind: str, start: object, first: int) -> None:
    server = serve(things_below(10, kind))
    assert ids(twin.items(settings(server.url), operation_of(kind), {"at": start})) == list(range(first, 10))


def always(body: Mapping[str, object], link: str = "") -> Reply:
    """Answer alike whatever is asked for, but not for ever."""
    count = 0

    def reply(incoming: Incoming, connection: socket.socket) -> bytes:
        nonlocal count
        count += 1
        return respond(200 if count < 9 else 410, dict(body), {"Link": link} if link else {})

    return reply


ROUND: dict[str, tuple[str, Reply]] = {
    "a cursor again": ("cursor", always({"things": [{"id": "1"}], "next": "7"})),
    "the last id again": ("last", always({"things": [{"id": "1"}], "has_more": True})),
    "the same items for another page": ("page and flag", always({"things": [{"id": "1"}], "has_more": True})),
    "the same items for another number of pages": ("page and count", always({"things": [{"id": "1"}], "pages": 99})),
    "the same items for another offset": ("offset", always({"things": [{"id": "1"}, {"id": "2"}], "total": 99})),
    "a link to itself": ("link", always({"things": [{"id": "1"}]}, "<?at=7>; rel=next")),
}


@pytest.mark.parametrize(("kind", "reply"), ROUND.values(), ids=ROUND)
def test_pages_that_come_again_are_an_error(serve: Serve, twin: Twin, kind: str, reply: Reply) -> None:
    server = serve(reply)
    with pytest.raises(errors.DecodeError, match="circle"):
        twin.items(settings(server.url), operation_of(kind), {})
    assert len(server.seen) == 2


@pytest.mark.parametrize("kind", ["last", "page and flag", "page and count", "offset", "cursor and flag"])
def test_an_empty_page_is_the_end_whatever_it_says(serve: Serve, twin: Twin, kind: str) -> None:
    server = serve(always({"things": [], "has_more": True, "pages": 99, "total": 99, "next": ""}))
    assert twin.items(settings(server.url), operation_of(kind), {}) == []
    assert len(server.seen) == 1


def test_a_page_without_items_may_have_a_next_one(serve: Serve, twin: Twin) -> None:
    bodies = [{"next": "a"}, {"things": [], "next": "b"}, {"things": [{"id": "1"}], "next": "c"}, {"next": "c"}]
    server = serve(lambda incoming, connection: respond(200, bodies[len(server.seen) - 1]))
    assert ids(twin.items(settings(server.url), operation_of("cursor"), {})) == [1]
    assert [seen.target for seen in server.seen] == ["/things", "/things?at=a", "/things?at=b", "/things?at=c"]


def test_links_end_pages_that_go_by_number(serve: Serve, twin: Twin) -> None:
    """Some search engines tell of more items than they give, and refuse the page after the last that they do give."""

    def reply(incoming: Incoming, connection: socket.socket) -> bytes:
        at = len(server.seen)
        relation = "next" if at < 3 else "prev"
        body = {"things": [{"id": str(at)}], "total": 4000}
        return respond(200 if at < 4 else 422, body, {"Link": f"<http://elsewhere.example/?at=9>; rel={relation}"})

    server = serve(reply)
    assert ids(twin.items(settings(server.url), operation_of("page and total"), {})) == [1, 2, 3]
    assert [seen.target for seen in server.seen] == ["/things", "/things?at=2", "/things?at=3"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_came_before_an_error_is_given(serve: Serve, kind: str) -> None:
    answers = things_below(10, kind)
    server = serve(lambda incoming, connection: answers(incoming, connection) if len(server.seen) < 3 else respond(403))
    found: list[Any] = []
    with Client(settings(server.url)) as client:
        pager = client.pages(operation_of(kind), {})
        with pytest.raises(errors.Forbidden):
            found.extend(pager)
    assert ids(found) == list(range(8))


def test_a_link_elsewhere_is_not_followed(serve: Serve, twin: Twin) -> None:
    elsewhere = serve(always({"things": []}))
    server = serve(always({"things": [{"id": "1"}]}, f"<{elsewhere.url}/things>; rel=next"))
    with pytest.raises(errors.DecodeError, match="is not the origin of the base URL"):
        twin.items(settings(server.url), operation_of("link"), {})
    assert elsewhere.seen == []


def test_a_number_to_begin_with_is_one() -> None:
    unchecked = Client(settings("http://127.0.0.1:1", validate=False))
    with unchecked as client, pytest.raises(errors.ArgumentError, match="at must be an int"):
        client.pages(operation_of("offset"), {"at": "two"})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('<https://a.example/?page=2>; rel="next"', {"next": "https://a.example/?page=2"}),
        ("</a>;rel=next , </b>; rel=last", {"next": "/a", "last": "/b"}),
        ('<?a=1,2;3>; title="a, \\"b\\"; rel=first"; REL="Next prefetch", <z>; rel=next', {"next": "?a=1,2;3"}),
        ('<a>; rel="prev", <b>; rel=next; anchor="#other"', {"prev": "a"}),
        ("<a>; rel=next; rel=prev", {"next": "a"}),
        ("<a>; crossorigin; rel=next", {"next": "a"}),
        (",, <a>; rel=next,", {"next": "a"}),
        ("<a>", {}),
        ("", {}),
        ("nonsense, <a>; rel=next", {}),
        ('<a>; rel="next', {}),
    ],
)
def test_links_are_read_as_they_are_written(value: str, expected: dict[str, str]) -> None:
    found = web_links(value)
    assert {name: target for name, target in found.items() if name != "prefetch"} == expected
