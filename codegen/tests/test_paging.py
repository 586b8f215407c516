"""Lists that come in pages, declared or recognised: each is generated, imported, and walked over a socket."""

from __future__ import annotations

from collections.abc import Callable

from codegen.tests.generating import Made
from codegen.tests.runtime.scripted import respond
from codegen.tests.talking import Talk


def test_pages_are_walked_as_far_as_asked(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("paging")

    def page(titles: str, following: str | None) -> bytes:
        return respond(
            200, {"books": [{"title": title} for title in titles], "meta": {"next_page_url": following, "page": 0}}
        )

    pages = page("ab", "/books?PageToken=2"), page("cd", f"{talk.server.url}/books?PageToken=3"), page("e", None)
    books = talk(made, lambda client: client.books.list(genre="sea"), *pages)
    assert [book.title for book in books] == list("abcde")
    assert [seen.target for seen in talk.server.seen] == [
        "/books?genre=sea",
        "/books?PageToken=2",
        "/books?PageToken=3",
    ]
    talk.server.seen.clear()
    books = talk(made, lambda client: client.books.list(limit=3, page_size=2), *pages)
    assert [book.title for book in books] == list("abc")
    assert [seen.target for seen in talk.server.seen] == ["/books?PageSize=2", "/books?PageToken=2"]
    assert made.module("params").BookList.__annotations__.keys() == {"genre", "page_size", "request_timeout"}
    genres = talk(made, lambda client: client.genres.list(), respond(200, ["sea", "land"]))
    assert genres == ["sea", "land"]


def test_recognised_pages_are_walked(talk: Talk, case: Callable[[str], Made]) -> None:
    made = case("pages_recognised")
    a, b, c = ({"id": name} for name in "abc")
    boats = respond(200, [a, b], {"Link": '</boats?page=2>; rel="next"'}), respond(200, [c])
    assert [boat.id for boat in talk(made, lambda client: client.boats.list(per_page=2), *boats)] == ["a", "b", "c"]
    crews = respond(200, {"crews": [a], "next_page_token": "x y"}), respond(200, {})
    assert [crew.id for crew in talk(made, lambda client: client.crews.list(limit=60), *crews)] == ["a"]
    ports = respond(200, {"data": [a, b], "has_more": True}), respond(200, {"data": [c], "has_more": False})
    assert [port.id for port in talk(made, lambda client: client.ports.list(), *ports)] == ["a", "b", "c"]
    tides = (
        respond(200, {"rows": ["a", "b"], "meta": {"total": 3}}),
        respond(200, {"rows": ["c"], "meta": {"total": 3}}),
    )
    assert talk(made, lambda client: client.tides.list(), *tides) == ["a", "b", "c"]
    assert talk(made, lambda client: client.winds.list(offset=4), *tides) == ["a", "b"], "4 + 2 of 3 are no fewer"
    assert talk(made, lambda client: client.logs.list(), tides[0]).rows == ["a", "b"]
    assert [seen.target for seen in talk.server.seen] == [
        "/boats?per_page=2",
        "/boats?page=2",
        "/crews?page_size=50",
        "/crews?page_size=50&page_token=x%20y",
        "/ports",
        "/ports?starting_after=b",
        "/tides",
        "/tides?page=2",
        "/winds?offset=4",
        "/logs",
    ]
