"""Both transports put the same bytes on the wire, whatever the environment says."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import pytest
import requests

from codegen.tests.runtime.scripted import Incoming, Reply, Server, Twin, respond, settings
from dovetail.runtime.client import kinds
from dovetail.runtime.client.client import AsyncClient, Client
from dovetail.runtime.client.operation import Operation, cookie, field, header, path, query
from dovetail.runtime.wire.media import FORM, JSON

Serve = Callable[[Reply], Server]
AUTHORIZATION = "Basic QUMxOmh1bnRlcjItbm90LWZvci1sb2dz"

LIST: Operation[Any] = Operation(
    "list",
    "GET",
    "/v1/Things/{Id}",
    (
        path("id", "Id"),
        query("q", "q[]", allow_reserved=True),
        query("plain", "plain"),
        query("deep", "deep", kinds.Map(kinds.String()), style="deepObject"),
        query("many", "many", kinds.Array(kinds.Integer()), explode=False),
        header("if_match", "If-Match"),
        cookie("crumb", "crumb"),
    ),
    returns=dict,
    security=(("key",),),
)
FORM_FIELDS = (
    path("id", "Id"),
    field("flag", "Flag", kinds.Boolean()),
    field("events", "Events", kinds.Array(kinds.Enum("start", "end"))),
    field("at", "At", kinds.String(format="date-time")),
    field("attributes", "Attributes", kinds.String(content=JSON)),
    field("text", "Text", kinds.Nullable(kinds.String())),
    field("options", "Options", kinds.Object({"a": kinds.Integer()})),
)
CREATE: Operation[Any] = Operation(
    "create", "POST", "/v1/Things/{Id}", FORM_FIELDS, returns=dict, body=FORM, security=(("key",),)
)
STORE: Operation[Any] = Operation(
    "store", "PUT", "/v1/Things/{Id}", FORM_FIELDS, returns=dict, body=JSON, security=(("key",),)
)
REMOVE: Operation[Any] = Operation("remove", "DELETE", "/v1/Things/{Id}", (path("id", "Id"),), security=(("key",),))

BODY: dict[str, object] = {
    "flag": True,
    "events": ["start", "end"],
    "at": datetime(2026, 11, 20, 12, tzinfo=UTC),
    "attributes": {"skills": ["ä", "b"], "n": 1.5},
    "text": "a b+c&d=é~/",
    "options": {"a": 1},
}
CASES: dict[str, tuple[Operation[Any], dict[str, object]]] = {
    "plain": (LIST, {"id": "x"}),
    "path is escaped": (LIST, {"id": "a/b?c#d%7E~[é] ;,.:@"}),
    "query is escaped": (LIST, {"id": "x", "plain": "a&b=c+d e%7E~[é]#'\"<>|^`{}\\"}),
    "reserved stand": (LIST, {"id": "x", "q": "a/b?c:d@e!$'()*,;[f]%7E~"}),
    "styles": (LIST, {"id": "x", "deep": {"R": "1", "G": "~"}, "many": [1, 2]}),
    "headers": (LIST, {"id": "x", "if_match": '"3"', "crumb": "a b;c"}),
    "form": (CREATE, {"id": "x", **BODY}),
    "empty form": (CREATE, {"id": "x"}),
    "json": (STORE, {"id": "x", **BODY, "text": None}),
    "no body": (REMOVE, {"id": "x"}),
}
EXPECTED = {
    "plain": "GET /v1/Things/x HTTP/1.1",
    "path is escaped": "GET /v1/Things/a%2Fb%3Fc%23d%257E~%5B%C3%A9%5D%20%3B%2C.%3A%40 HTTP/1.1",
    "query is escaped": (
        "GET /v1/Things/x?plain=a%26b%3Dc%2Bd%20e%257E~%5B%C3%A9%5D%23%27%22%3C%3E%7C%5E%60%7B%7D%5C HTTP/1.1"
    ),
    "reserved stand": "GET /v1/Things/x?q%5B%5D=a/b?c:d@e!$'()*,;%5Bf%5D%7E~ HTTP/1.1",
    "styles": "GET /v1/Things/x?deep%5BR%5D=1&deep%5BG%5D=~&many=1,2 HTTP/1.1",
    "headers": "GET /v1/Things/x HTTP/1.1",
    "form": "POST /v1/Things/x HTTP/1.1",
    "empty form": "POST /v1/Things/x HTTP/1.1",
    "json": "PUT /v1/Things/x HTTP/1.1",
    "no body": "DELETE /v1/Things/x HTTP/1.1",
}


def _ok(incoming: Incoming, connection: socket.socket) -> bytes:
    return respond(200, {}, {"Set-Cookie": "session=stolen; Path=/"})


@pytest.mark.parametrize("case", CASES)
def test_both_transports_send_the_same_bytes(serve: Serve, case: str) -> None:
    server = serve(_ok)
    operation, arguments = CASES[case]
    for is_async in (False, True):
        Twin(is_async).call(settings(server.url), operation, arguments)
    first, second = server.seen
    assert first.line == second.line == EXPECTED[case]
    assert first.headers == second.headers
    assert first.body == second.body
    assert first.headers["authorization"] == AUTHORIZATION


def test_a_form_and_a_json_body_byte_for_byte(serve: Serve, twin: Twin) -> None:
    server = serve(_ok)
    for case in ("form", "json", "empty form", "no body"):
        twin.call(settings(server.url), *CASES[case])
    form, stored, empty, removed = server.seen
    assert form.body == (
        b"Flag=true&Events=start&Events=end&At=2026-11-20T12%3A00%3A00Z"
        b"&Attributes=%7B%22skills%22%3A%5B%22%C3%A4%22%2C%22b%22%5D%2C%22n%22%3A1.5%7D"
        b"&Text=a+b%2Bc%26d%3D%C3%A9~%2F&Options=%7B%22a%22%3A1%7D"
    )
    assert form.headers["content-type"] == FORM
    assert stored.body.decode() == (
        '{"Flag":true,"Events":["start","end"],"At":"2026-11-20T12:00:00Z",'
        '"Attributes":"{\\"skills\\":[\\"ä\\",\\"b\\"],\\"n\\":1.5}","Text":null,"Options":{"a":1}}'
    )
    assert (empty.headers["content-length"], removed.headers["content-length"]) == ("0", "0")
    assert "content-type" not in empty.headers


def test_nothing_in_the_environment_replaces_the_credentials(
    serve: Serve, twin: Twin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = serve(_ok)
    netrc = tmp_path / "netrc"
    netrc.write_text(
        "default login intruder password intruder\nmachine example.test login intruder password intruder\n"
    )
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("http_proxy", f"http://who:what@127.0.0.1:{proxy.port}")
    twin.call(settings("http://example.test/base/"), LIST, {"id": "x"})
    (seen,) = proxy.seen
    assert seen.target == "http://example.test/base/v1/Things/x"
    assert seen.headers["authorization"] == AUTHORIZATION
    assert seen.headers["host"] == "example.test"


@pytest.mark.parametrize("scheme", ["http", "all"])
def test_the_proxy_asked_for_wins_over_the_environment(
    serve: Serve, twin: Twin, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    asked, other = serve(_ok), serve(_ok)
    monkeypatch.setenv("http_proxy", other.url)
    monkeypatch.setenv("no_proxy", "example.test")
    twin.call(settings("http://example.test", proxies={scheme: asked.url}), LIST, {"id": "x"})
    assert len(asked.seen) == 1
    direct = serve(_ok)
    twin.call(settings(direct.url, proxies={}), LIST, {"id": "x"})
    assert (len(direct.seen), len(other.seen)) == (1, 0)


def test_no_cookie_is_kept_and_connections_are(serve: Serve) -> None:
    server = serve(_ok)
    with Client(settings(server.url)) as client:
        for _ in range(3):
            client.call(LIST, {"id": "x"})

    async def main() -> None:
        async with AsyncClient(settings(server.url)) as client:
            for _ in range(3):
                await client.call(LIST, {"id": "x"})

    asyncio.run(main())
    assert server.connections == 2
    assert not any("cookie" in incoming.headers for incoming in server.seen)


def test_a_passed_session_is_used_with_what_is_its_own_and_left_open(serve: Serve, tmp_path: Path) -> None:
    server = serve(_ok)
    session = requests.Session()
    session.headers["X-Trace"] = "1"
    session.auth = ("intruder", "intruder")
    with Client(settings(server.url), session) as client:
        client.call(CREATE, {"id": "x", "text": "y"})
    session.get(server.url)

    async def main() -> None:
        async with httpx2.AsyncClient(headers={"X-Trace": "1"}, auth=("intruder", "intruder")) as http_client:
            async with AsyncClient(settings(server.url), http_client) as client:
                await client.call(CREATE, {"id": "x", "text": "y"})
            assert not http_client.is_closed

    asyncio.run(main())
    for incoming in (server.seen[0], server.seen[2]):
        assert incoming.headers["x-trace"] == "1"
        assert incoming.headers["authorization"] == AUTHORIZATION
        assert incoming.headers["user-agent"] == "demo/1.0"
        assert incoming.body == b"Text=y"


def test_threads_share_a_client(serve: Serve) -> None:
    server = serve(lambda incoming, connection: respond(200, {"target": incoming.target}))
    failures: list[object] = []
    with Client(settings(server.url)) as client:

        def work(worker: int) -> None:
            for turn in range(20):
                got = client.call(LIST, {"id": f"{worker}-{turn}"})
                if got != {"target": f"/v1/Things/{worker}-{turn}"}:
                    failures.append(got)

        threads = [threading.Thread(target=work, args=(worker,)) for worker in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert not failures
    assert len(server.seen) == 160
