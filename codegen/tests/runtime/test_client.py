"""How a client lives: closing, forking, event loops; and what it tells of itself and of what went wrong."""

from __future__ import annotations

import asyncio
import copy
import logging
import os
import pickle
import socket
import traceback
from collections.abc import Callable
from typing import Any

import pytest

from codegen.tests.runtime.scripted import SECRET, Incoming, Reply, Server, Twin, respond, settings
from dovetail.runtime.client import errors
from dovetail.runtime.client.arguments import build_request
from dovetail.runtime.client.client import AsyncClient, Client
from dovetail.runtime.client.credentials import Basic, Bearer
from dovetail.runtime.client.errors import Headers
from dovetail.runtime.client.operation import Operation, field, path, query
from dovetail.runtime.client.settings import Settings
from dovetail.runtime.client.urls import normalised, origin
from dovetail.runtime.wire.media import FORM

Serve = Callable[[Reply], Server]
ACT: Operation[Any] = Operation(
    "act",
    "POST",
    "/v1/{Id}",
    (path("id", "Id"), query("key", "key", is_secret=True), field("password", "Password", is_secret=True)),
    returns=dict,
    body=FORM,
    security=(("key",),),
)


def _ok(incoming: Incoming, connection: socket.socket) -> bytes:
    return respond(200, {"port": connection.getpeername()[1]})


def test_closing_twice_is_fine_and_a_closed_client_says_so(serve: Serve) -> None:
    server = serve(_ok)
    client = Client(settings(server.url))
    client.call(ACT, {"id": "x"})
    client.close()
    client.close()
    with pytest.raises(RuntimeError, match="the client is closed"):
        client.call(ACT, {"id": "x"})

    async def main() -> None:
        twin = AsyncClient(settings(server.url))
        await twin.call(ACT, {"id": "x"})
        await twin.close()
        await twin.close()
        with pytest.raises(RuntimeError, match="the client is closed"):
            await twin.call(ACT, {"id": "x"})

    asyncio.run(main())


def test_one_async_client_serves_several_event_loops(serve: Serve) -> None:
    server = serve(_ok)
    client = AsyncClient(settings(server.url))
    for _ in range(3):
        assert asyncio.run(client.call(ACT, {"id": "x"}))
    asyncio.run(client.close())
    assert server.connections == 3


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_forked_child_makes_connections_of_its_own(serve: Serve) -> None:
    server = serve(_ok)
    with Client(settings(server.url)) as client:
        before = client.call(ACT, {"id": "x"})
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                port = client.call(ACT, {"id": "x"})["port"]
                client.close()
                os.write(writer, str(port).encode())
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        of_child = int(os.read(reader, 20))
        assert of_child != before["port"]
        assert client.call(ACT, {"id": "x"}) == before, "the parent's connection is as it was"
    os.close(reader)
    os.close(writer)


def test_the_status_and_headers_come_with_the_value(serve: Serve, twin: Twin) -> None:
    server = serve(lambda incoming, connection: respond(201, {"a": 1}, {"ETag": '"3"', "X-A": "1"}))
    answer = twin.send(settings(server.url), ACT, {"id": "x"})
    assert (answer.value, answer.status, answer.headers["etag"]) == ({"a": 1}, 201, '"3"')


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (302, errors.StatusError),
        (400, errors.BadRequest),
        (401, errors.Unauthorized),
        (403, errors.Forbidden),
        (404, errors.NotFound),
        (405, errors.MethodNotAllowed),
        (409, errors.Conflict),
        (412, errors.PreconditionFailed),
        (413, errors.ContentTooLarge),
        (418, errors.StatusError),
        (429, errors.RateLimited),
        (500, errors.ServerError),
        (599, errors.ServerError),
    ],
)
def test_errors_by_status(serve: Serve, twin: Twin, status: int, kind: type[errors.StatusError]) -> None:
    said = {"code": 20001, "message": "no good", "more_info": "https://docs.test/20001", "status": status}
    server = serve(lambda incoming, connection: respond(status, said, {"Demo-Request-Id": "RQ1", "Retry-After": "3"}))
    with pytest.raises(errors.ApiError) as caught:
        twin.call(settings(server.url, retries=0), ACT, {"id": "x", "key": SECRET, "password": SECRET})
    error = caught.value
    assert type(error) is kind
    assert (error.status, error.code, error.message) == (status, 20001, "no good")
    assert (error.more_info, error.request_id) == ("https://docs.test/20001", "RQ1")
    assert str(error) == f"{status} from POST {server.url}/v1/x: no good (code 20001)"
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (type(again), str(again), again.request_id) == (kind, str(error), "RQ1")
        assert again.headers["DEMO-request-ID"] == "RQ1"
    assert SECRET not in repr(error) + str(vars(error))


@pytest.mark.parametrize(
    ("body", "code", "message", "more_info"),
    [
        (b'{"type": "https://e.test/t", "title": "T", "detail": "D", "code": "c"}', "c", "D", "https://e.test/t"),
        (b'{"title": "T"}', None, "T", None),
        (b'{"code": true, "message": 1}', None, "Bad Request", None),
        (b"<html>", None, "Bad Request", None),
        (b"[1]", None, "Bad Request", None),
        (b"[" * 100_000, None, "Bad Request", None),
        (b"\xff", None, "Bad Request", None),
    ],
)
def test_error_bodies_of_other_shapes(body: bytes, code: object, message: str, more_info: str | None) -> None:
    error = errors.BadRequest(400, Headers({}), body, "GET", "http://h/")
    assert (error.code, error.message, error.more_info, error.request_id) == (code, message, more_info, None)


def test_every_error_can_be_pickled() -> None:
    for error in (
        errors.ArgumentError("act", ["a", "b"]),
        errors.DecodeError("bad", ["/a: b"]),
        errors.ConnectTimeout("slow"),
        errors.CredentialsError("none"),
        errors.RateLimited(429, Headers({"Retry-After": "1"}), b"", "GET", "http://h/"),
    ):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))


def test_secrets_are_in_no_repr_log_or_traceback(serve: Serve, twin: Twin, caplog: pytest.LogCaptureFixture) -> None:
    server = serve(lambda incoming, connection: respond(400, {"message": "no"}))
    here = settings(server.url, proxies={"https": f"http://u:{SECRET}@p.test"})
    logger = "dovetail.runtime.client.flow"
    with caplog.at_level(logging.DEBUG, logger), pytest.raises(errors.BadRequest) as caught:
        twin.call(here, ACT, {"id": "x", "key": SECRET, "password": SECRET})
    (line,) = [record.getMessage() for record in caplog.records if record.name == logger]
    assert line.startswith(f"POST {server.url}/v1/x -> 400 in ")
    request = build_request(ACT, {"id": "x", "key": SECRET, "password": SECRET}, here)
    shown = [line, *traceback.format_exception(caught.value), repr(caught.value), repr(caught.value.args)]
    shown += [repr(here), repr(request), repr(here.credentials), repr(Bearer(SECRET))]
    shown += [repr(Client(here)), repr(AsyncClient(here)), str(here.credentials["key"])]
    authorization = Basic("AC1", SECRET).authorization
    for text in shown:
        assert SECRET not in text
        assert authorization not in text
    assert repr(Client(here)) == f"<Client {server.url}>"


@pytest.mark.parametrize(
    ("url", "base", "source"),
    [
        ("http://h", "http://h", "http://h:80"),
        ("https://API.test:8443/base/", "https://api.test:8443/base", "https://api.test:8443"),
        ("http://[::1]:8080", "http://[::1]:8080", "http://[::1]:8080"),
        ("https://h/%7ea", "https://h/~a", "https://h:443"),
    ],
)
def test_base_urls(url: str, base: str, source: str) -> None:
    assert (Settings(url).base_url, Settings(url).origin) == (base, source)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "h",
        "ftp://h",
        "http://",
        "http://u:p@h",
        "http://h?x=1",
        "http://h#x",
        "http://h:99999",
        "http://h h",
        "http://h/../x",
        "http://hö",
        "http://h\n",
    ],
)
def test_base_urls_that_cannot_be_used(url: str) -> None:
    with pytest.raises(ValueError, match=r"URL|url|Port|segment"):
        Settings(url)
    with pytest.raises(ValueError, match="retries"):
        Settings("http://h", retries=-1)
    with pytest.raises(ValueError, match="timeout"):
        Settings("http://h", timeout=0)


def test_urls_have_one_form() -> None:
    url = "http://h/%7Ea/%e4/b c|d?q=[1]&e=%zz%41"
    assert normalised(url) == "http://h/~a/%E4/b%20c%7Cd?q=%5B1%5D&e=%25zzA"
    assert normalised(normalised(url)) == normalised(url)
    assert origin("HTTPS://H/") == "https://h:443"
