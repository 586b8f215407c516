"""The application over real sockets: whatever arrives, it answers in the API's shape and never with a 500."""

from __future__ import annotations

import base64
import json
import logging
import socket
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from codegen.tests.contract.library import OPERATIONS, Books, Library, library_app, running
from dovetail.runtime.server.app import serve
from dovetail.runtime.server.calls import Call, Credentials, Reply
from dovetail.runtime.server.limits import Limits
from dovetail.runtime.server.operations import ServedOperation

AUTH = b"Authorization: Basic " + base64.b64encode(b"ann:secret") + b"\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
JSON = b"Content-Type: application/json\r\n"
LIMITS = Limits(body=1000, url=500, headers=20, header_bytes=2000, body_seconds=0.3)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@pytest.fixture(scope="module")
def library() -> Library:
    return Library()


@pytest.fixture(scope="module")
def port(description: Mapping[str, Any], library: Library) -> Iterator[int]:
    with running(library_app(description, library, LIMITS)) as url:
        yield int(url.rpartition(":")[2])


def send(port: int, *parts: bytes, pause: float = 0.0) -> Answer:
    """Send bytes as they are, and read one answer until the server closes or it is complete."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        try:
            for part in parts:
                connection.sendall(part)
                time.sleep(pause)
        except (BrokenPipeError, ConnectionResetError):
            pass
        return receive(connection, is_head=parts[0].startswith(b"HEAD"))


def receive(connection: socket.socket, *, is_head: bool = False) -> Answer:
    received = b""
    while b"\r\n\r\n" not in received:
        if not (chunk := connection.recv(65536)):
            break
        received += chunk
    head, _, body = received.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
    while not is_head and len(body) < int(headers.get("content-length", 0)):
        body += connection.recv(65536)
    return Answer(int(lines[0].split()[1]), headers, body)


def request(
    port: int, method: bytes, target: bytes, headers: bytes = AUTH, body: bytes = b"", pause: float = 0.0
) -> Answer:
    length = b"Content-Length: %d\r\n" % len(body) if body else b""
    head = method + b" " + target + b" HTTP/1.1\r\nHost: library\r\n" + headers + length + b"\r\n"
    return send(port, head, body, pause=pause)


def create(port: int) -> str:
    answer = request(port, b"POST", b"/v1/books", AUTH + JSON, b'{"title":"Emma","genre":"novel"}')
    assert answer.status == 201
    return str(answer.json["id"])


def test_a_call_is_decoded_and_its_answer_encoded(port: int, library: Library) -> None:
    identity = create(port).encode()
    answer = request(
        port, b"POST", b"/v1/books/" + identity, AUTH + FORM + b'If-Match: "1"\r\n', b"is_lent=true&borrower=J%C3%A9"
    )
    assert (answer.status, answer.headers["etag"], answer.headers["content-type"]) == (200, '"2"', "application/json")
    assert answer.json["borrower"] == "Jé"
    assert library.books.calls[-1] == ("updateBook", {"if_match": '"1"', "is_lent": True, "borrower": "Jé"})
    assert (
        request(port, b"POST", b"/v1/books/" + identity, AUTH + FORM + b'If-Match: "1"\r\n', b"title=x").status == 412
    )
    gone = request(port, b"DELETE", b"/v1/books/" + identity)
    assert (gone.status, gone.body, "content-type" in gone.headers) == (204, b"", False)
    assert request(port, b"GET", b"/v1/books/" + identity).status == 404


@pytest.mark.parametrize(
    ("method", "target", "headers", "body", "status"),
    [
        (b"GET", b"/", AUTH, b"", 404),
        (b"GET", b"*", AUTH, b"", 404),
        (b"GET", b"http://library/v1/books", AUTH, b"", 404),
        (b"GET", b"/v1/books/", AUTH, b"", 404),
        (b"GET", b"/v1//books", AUTH, b"", 404),
        (b"GET", b"//v1/books", AUTH, b"", 404),
        (b"GET", b"/v1/x/../books", AUTH, b"", 404),
        (b"GET", b"/v1/books/%2e%2e", AUTH, b"", 404),
        (b"GET", b"/v1/books/%zz", AUTH, b"", 404),
        (b"GET", b"/v1/books/%ff%fe", AUTH, b"", 404),
        (b"GET", b"/v1/books/%00", AUTH, b"", 404),
        (b"GET", b"/v1/books/BK0000000a%0A", AUTH, b"", 404),
        (b"GET", b"/v1/books/BK000000ff", AUTH, b"", 404),
        (b"GET", b"/v1/books?size=%zz", AUTH, b"", 400),
        (b"GET", b"/v1/books?size=%ff", AUTH, b"", 400),
        (b"GET", b"/v1/books?size=1&size=2", AUTH, b"", 400),
        (b"GET", b"/v1/books?%zz=1", AUTH, b"", 400),
        (b"GET", b"/v1/books?tag=%00", AUTH, b"", 200),
        (b"GET", b"/v1/books?tag=%00", b"", b"", 401),
        (b"GET", b"/v1/books", b"Authorization: Basic !!!\r\n", b"", 401),
        (b"GET", b"/v1/books", b"Authorization: Basic " + base64.b64encode(b"\xff:x") + b"\r\n", b"", 401),
        (b"GET", b"/v1/books", b"Authorization: \xff\xfe\r\n", b"", 401),
        (b"GET", b"/v1/books", AUTH, b"a body that means nothing", 200),
        (b"GET", b"/v1/books", AUTH + b"Accept: image/png\r\n", b"", 200),
        (b"POST", b"/v1/books", AUTH + JSON, b"", 400),
        (b"POST", b"/v1/books", AUTH + JSON, b"{", 400),
        (b"POST", b"/v1/books", AUTH + JSON, b'"\xff"', 400),
        (b"POST", b"/v1/books", AUTH + JSON, b'{"title":"\\ud800","genre":"novel"}', 400),
        (b"POST", b"/v1/books", AUTH + JSON, b"[" * 900, 400),
        (b"POST", b"/v1/books", AUTH, b"{}", 415),
        (b"POST", b"/v1/books", AUTH + FORM, b"title=x", 415),
        (b"POST", b"/v1/books", AUTH + b"Content-Type: ;;\r\n", b"{}", 415),
        (b"POST", b"/v1/books", AUTH + JSON, b'{"title":"' + b"a" * 1000 + b'"}', 413),
        (b"POST", b"/v1/books/BK0000000a", AUTH + JSON, b"{}", 400),
        (b"POST", b"/v1/books/BK0000000a", AUTH + FORM, b"title=%zz", 400),
        (b"POST", b"/v1/books/BK0000000a", AUTH + FORM, b"title=\xe9", 400),
        (b"POST", b"/v1/books/BK0000000a", AUTH + FORM, b"title=a&title=b", 400),
        (b"GET", b"/v1/books?" + b"a" * 500, AUTH, b"", 414),
        (b"GET", b"/v1/books", AUTH + b"A: b\r\n" * 20, b"", 431),
        (b"GET", b"/v1/books", AUTH + b"A: " + b"b" * 2000 + b"\r\n", b"", 431),
        (b"BREW", b"/v1/books", AUTH, b"", 405),
        (b"TRACE", b"/v1/books", AUTH, b"", 405),
        (b"get", b"/v1/books", AUTH, b"", 200),
    ],
)
def test_whatever_arrives_is_answered_in_the_api_shape(
    port: int, method: bytes, target: bytes, headers: bytes, body: bytes, status: int
) -> None:
    answer = request(port, method, target, headers, body)
    assert answer.status == status
    assert answer.headers["content-type"] == "application/json"
    if status != 200:
        assert answer.json["status"] == status
    if status == 401:
        assert answer.headers["www-authenticate"] == 'Basic realm="Library"'


def test_a_chunked_body_is_bounded_while_it_arrives(port: int) -> None:
    head = b"POST /v1/books HTTP/1.1\r\nHost: library\r\n" + AUTH + JSON + b"Transfer-Encoding: chunked\r\n\r\n"
    chunk = b"400\r\n" + b"a" * 1024 + b"\r\n"
    assert send(port, head, *[chunk] * 20, b"0\r\n\r\n").status == 413
    assert send(port, head, *[chunk] * 20_000).status == 413
    assert send(port, head, b"zz\r\nabc\r\n").status == 400
    assert send(port, head, b"1\r\n{\r\n", b"1\r\n}\r\n0\r\n\r\n").status == 400


def test_a_slow_body_and_a_lying_length_are_given_up(port: int) -> None:
    head = b"POST /v1/books HTTP/1.1\r\nHost: library\r\n" + AUTH + JSON
    slow = send(port, head + b"Content-Length: 100\r\n\r\n", b"{")
    assert (slow.status, slow.json["status"], slow.headers["connection"]) == (408, 408, "close")
    assert send(port, head + b"Content-Length: 999999999999\r\n\r\n", b"{").status == 413
    assert send(port, head + b"Content-Length: -1\r\n\r\n", b"{").status == 400
    assert send(port, head + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n", b"{}").status == 400
    assert send(port, head + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n", b"0\r\n\r\n").status in {
        400,
        415,
    }


def test_a_refused_body_is_not_asked_for(port: int) -> None:
    head = b"POST /v1/books HTTP/1.1\r\nHost: library\r\nExpect: 100-continue\r\nContent-Length: 20\r\n" + JSON
    assert send(port, head + b"\r\n").status == 401
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(head + AUTH + b"\r\n")
        assert receive(connection).status == 100
        connection.sendall(b'{"title":"a", "a":1}')
        assert receive(connection).status == 400


def test_head_options_and_undocumented_methods(port: int) -> None:
    head = request(port, b"HEAD", b"/v1/books")
    got = request(port, b"GET", b"/v1/books")
    assert (head.status, head.body) == (200, b"")
    options = request(port, b"OPTIONS", b"/v1/books", b"")
    assert (options.status, options.headers["allow"]) == (204, "GET, HEAD, OPTIONS, POST")
    put = request(port, b"PUT", b"/v1/books")
    assert (put.status, put.headers["allow"], put.json["status"]) == (405, "GET, HEAD, OPTIONS, POST", 405)
    assert request(port, b"HEAD", b"/v1/nothing").status == 404
    assert got.status == 200


def test_a_connection_survives_refusals(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        head = b"POST /v1/books HTTP/1.1\r\nHost: library\r\n" + AUTH + FORM + b"Content-Length: 7\r\n\r\n"
        for _ in range(3):
            connection.sendall(head + b"title=x")
            assert receive(connection).status == 415


class Broken(Books):
    """Answers what the description does not document, and fails."""

    async def list(self, call: Call[str], *, params: Mapping[str, Any]) -> dict[str, Any]:
        return {"books": "none", "total": float("nan")}

    async def create(self, call: Call[str], *, params: Mapping[str, Any]) -> Reply[Any]:
        raise LookupError("a bug, with a secret in its message")

    async def fetch(self, call: Call[str], *, id: str) -> Reply[Any]:
        return Reply({"code": 1, "message": "", "status": 418}, 418)


def test_what_the_implementation_breaks_is_a_500_and_a_line_in_the_log(
    description: Mapping[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR), running(library_app(description, Library(Broken()))) as url:
        port = int(url.rpartition(":")[2])
        for method, target, body in (
            (b"GET", b"/v1/books", b""),
            (b"POST", b"/v1/books", b'{"title":"a","genre":"novel"}'),
            (b"GET", b"/v1/books/BK0000000a", b""),
        ):
            answer = request(port, method, target, AUTH + JSON, body)
            assert answer.status == 500
            assert b"secret" not in answer.body
    assert len(caplog.records) == 3
    assert "body 'books': must be an array" in caplog.records[0].getMessage()
    assert "418" in caplog.records[2].getMessage()


def test_routes_of_the_user_go_before(description: Mapping[str, Any]) -> None:
    app = library_app(description)
    app.router.routes.append(Route("/health", lambda _: PlainTextResponse("well")))
    with running(app) as url:
        port = int(url.rpartition(":")[2])
        assert request(port, b"GET", b"/health").body == b"well"
        assert request(port, b"GET", b"/v1/books").status == 200


def test_an_incomplete_implementation_is_refused_at_once(description: Mapping[str, Any]) -> None:
    operations = (*OPERATIONS[:-1], ServedOperation("moveBook", "shelves", "move"))
    with pytest.raises(
        TypeError, match=r"operation deleteBook is served by no method; Library has no method shelves\.move"
    ):
        serve(description, operations, Library(), Limits())


def test_secrets_are_in_no_repr() -> None:
    assert "secret" not in repr(Credentials("ann", "secret", "secret", {"key": "secret"}))
    assert "secret" not in repr(Call("ann", "o", "GET", "http://library/", {"authorization": "secret"}))
