"""Tokens that are fetched: from real servers, once however many need one, and again when they are worth nothing."""

from __future__ import annotations

import asyncio
import base64
import json
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs

import pytest

from codegen.tests.runtime.scripted import SECRET, Incoming, Reply, Server, Twin, respond
from dovetail.runtime.client import errors, oauth
from dovetail.runtime.client.client import AsyncClient, Client
from dovetail.runtime.client.credentials import Credential
from dovetail.runtime.client.oauth import ClientCredentials, Grant, RefreshToken
from dovetail.runtime.client.operation import Operation
from dovetail.runtime.client.schemes import OAuth2Scheme
from dovetail.runtime.client.settings import Settings

Serve = Callable[[Reply], Server]
GET: Operation[Any] = Operation("get", "GET", "/things", returns=None)


@dataclass
class Authority:
    """Gives the tokens `t1`, `t2`… for the next answers it is told, or for as long as it lives."""

    answers: list[bytes] = field(default_factory=list)
    lifetime: object = 3600
    gate: threading.Event | None = None
    count: int = 0

    def reply(self, incoming: Incoming, connection: socket.socket) -> bytes:
        if self.gate is not None:
            self.gate.wait(10)
        self.count += 1
        if self.answers:
            return self.answers.pop(0)
        token = {"access_token": f"t{self.count}", "token_type": "Bearer", "expires_in": self.lifetime}
        return respond(200, token)


def form(incoming: Incoming) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(incoming.body.decode(), strict_parsing=True).items()}


def credentials(given: Grant, url: str = "", discovery: str = "", renewal: str = "") -> dict[str, Credential]:
    scheme = OAuth2Scheme(name="it", argument="token", token_url=url, refresh_url=renewal, discovery=discovery)
    made = scheme.credential(given)
    assert made is not None
    return {"it": made}


def settings(url: str, made: dict[str, Credential], **changes: Any) -> Settings:
    return Settings(url, made, **{"random": lambda: 1.0, "timeout": 5.0, **changes})


@pytest.fixture
def api(serve: Serve) -> Server:
    return serve(lambda incoming, _: respond(204))


def tokens_at(server: Server) -> list[str]:
    return [incoming.headers["authorization"].removeprefix("Bearer ") for incoming in server.seen]


@pytest.mark.parametrize(
    ("grant", "authorization", "sent"),
    [
        (
            ClientCredentials("my id", "s:%ü"),
            "Basic " + base64.b64encode(b"my+id:s%3A%25%C3%BC").decode(),
            {"grant_type": "client_credentials"},
        ),
        (
            ClientCredentials(
                "id", "s&", scopes=("read", "write"), authenticate="body", parameters={"audience": "a b"}
            ),
            None,
            {
                "grant_type": "client_credentials",
                "scope": "read write",
                "audience": "a b",
                "client_id": "id",
                "client_secret": "s&",
            },
        ),
        (
            RefreshToken("id", refresh_token="r+1"),
            None,
            {"grant_type": "refresh_token", "refresh_token": "r+1", "client_id": "id"},
        ),
    ],
    ids=["header", "body", "public client"],
)
def test_the_request_for_a_token(
    serve: Serve, twin: Twin, api: Server, grant: Grant, authorization: str | None, sent: dict[str, str]
) -> None:
    server = serve(Authority().reply)
    twin.call(settings(api.url, credentials(grant, f"{server.url}/token?v=1#x")), GET, {})
    (asked,) = server.seen
    assert asked.head.startswith(b"POST /token?v=1 HTTP/1.1\r\n")
    assert asked.headers.get("authorization") == authorization
    assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
    assert form(asked) == sent
    assert tokens_at(api) == ["t1"]


@pytest.mark.parametrize(("lifetime", "until"), [(3600, 3570), ("100", 90), (0, 0), (None, 10**9), ("soon", 10**9)])
def test_a_token_is_used_until_shortly_before_it_expires(
    serve: Serve, twin: Twin, api: Server, monkeypatch: pytest.MonkeyPatch, lifetime: object, until: int
) -> None:
    now = [1000.0]
    monkeypatch.setattr(oauth, "time", SimpleNamespace(monotonic=lambda: now[0]))
    server = serve(Authority(lifetime=lifetime).reply)
    here = settings(api.url, credentials(ClientCredentials("id", SECRET), f"{server.url}/token"))
    for moment in (0, until - 1, until + 1):
        now[0] = 1000.0 + max(moment, 0)
        twin.call(here, GET, {})
    assert tokens_at(api) == {0: ["t1", "t2", "t3"], 10**9: ["t1"] * 3}.get(until, ["t1", "t1", "t2"])


def test_threads_and_tasks_that_need_a_token_at_once_fetch_one(serve: Serve, api: Server) -> None:
    authority = Authority(gate=threading.Event())
    server = serve(authority.reply)
    here = settings(api.url, credentials(ClientCredentials("id", SECRET), f"{server.url}/token"))
    blocking, waiting = Client(here), AsyncClient(here)
    started = threading.Barrier(12)

    def call() -> None:
        started.wait(10)
        blocking.call(GET, {})

    async def tasks() -> None:
        async with waiting:
            calls = [asyncio.ensure_future(waiting.call(GET, {})) for _ in range(20)]
            await asyncio.sleep(0)
            await asyncio.to_thread(started.wait, 10)
            await asyncio.gather(*calls)

    assert authority.gate is not None
    with ThreadPoolExecutor(14) as pool, blocking:
        threads = [pool.submit(call) for _ in range(10)]
        loops = [pool.submit(asyncio.run, tasks())]
        started.wait(10)
        started_late = pool.submit(blocking.call, GET, {})
        authority.gate.set()
        for done in [*threads, *loops, started_late]:
            done.result(10)
    assert authority.count == 1
    assert tokens_at(api) == ["t1"] * 31


def test_a_fetch_that_fails_fails_for_all_who_wait_and_is_made_again_later(
    serve: Serve, twin: Twin, api: Server
) -> None:
    refusal = {"error": "invalid_client", "error_description": "Unknown\nclient"}
    authority = Authority([respond(401, refusal)], gate=threading.Event())
    server = serve(authority.reply)
    here = settings(api.url, credentials(ClientCredentials("id", SECRET), f"{server.url}/token"))

    async def tasks() -> list[object]:
        async with AsyncClient(here) as client:
            calls = [asyncio.ensure_future(client.call(GET, {})) for _ in range(5)]
            await asyncio.sleep(0.05)
            assert authority.gate is not None
            authority.gate.set()
            return list(await asyncio.gather(*calls, return_exceptions=True))

    found = asyncio.run(tasks())
    assert authority.count == 1
    for error in found:
        assert isinstance(error, errors.CredentialsError)
        assert str(error) == f"POST {server.url}/token answered 401: invalid_client Unknown client"
    twin.call(here, GET, {})
    assert tokens_at(api) == ["t2"]


def test_who_waits_fetches_a_token_when_who_fetched_it_gives_up(serve: Serve, api: Server) -> None:
    authority = Authority(gate=threading.Event())
    server = serve(authority.reply)
    here = settings(api.url, credentials(ClientCredentials("id", SECRET), f"{server.url}/token"))

    async def tasks() -> None:
        async with AsyncClient(here) as client:
            first = asyncio.ensure_future(client.call(GET, {}))
            await asyncio.sleep(0.05)
            second = asyncio.ensure_future(client.call(GET, {}))
            third = asyncio.ensure_future(client.call(GET, {}))
            await asyncio.sleep(0.05)
            third.cancel()
            first.cancel()
            await asyncio.sleep(0)
            assert authority.gate is not None
            authority.gate.set()
            await second
            assert first.cancelled()
            assert third.cancelled()

    asyncio.run(tasks())
    assert len(api.seen) == 1


def test_a_token_that_the_api_refuses_is_replaced_once(serve: Serve, twin: Twin) -> None:
    authority = Authority()
    server = serve(authority.reply)
    picky = serve(lambda incoming, _: respond(401 if incoming.headers["authorization"] == "Bearer t1" else 204))
    here = settings(picky.url, credentials(ClientCredentials("id", SECRET), f"{server.url}/token"))
    for _ in range(2):
        twin.call(here, GET, {})
    assert tokens_at(picky) == ["t1", "t2", "t2"]
    closed = serve(lambda incoming, _: respond(401, {"message": "no"}))
    with pytest.raises(errors.Unauthorized):
        twin.call(settings(closed.url, here.credentials), GET, {})  # type: ignore[arg-type]
    assert tokens_at(closed) == ["t2", "t3"]


def test_a_refresh_token_that_is_replaced_is_not_used_again(serve: Serve, twin: Twin, api: Server) -> None:
    told: list[str] = []
    rotated = [respond(200, {"access_token": "a", "refresh_token": new, "expires_in": 0}) for new in ("r2", "r2", "r3")]
    server = serve(Authority([*rotated]).reply)
    grant = RefreshToken("id", SECRET, refresh_token="r1", on_renewal=told.append)
    here = settings(api.url, credentials(grant, "http://nowhere.test", renewal=f"{server.url}/renew"))
    for _ in range(3):
        twin.call(here, GET, {})
    assert [form(asked)["refresh_token"] for asked in server.seen] == ["r1", "r2", "r2"]
    assert told == ["r2", "r3"]


def test_openid_connect_is_asked_where_tokens_are(serve: Serve, twin: Twin, api: Server) -> None:
    authority = Authority()
    server = serve(
        lambda incoming, connection: (
            respond(200, {"issuer": "x", "token_endpoint": f"{server.url}/oauth/token"})
            if incoming.head.startswith(b"GET")
            else authority.reply(incoming, connection)
        )
    )
    for place in ("/tenant/.well-known/openid-configuration", "/tenant"):
        server.seen.clear()
        grant = ClientCredentials("id", SECRET)
        twin.call(settings(api.url, credentials(grant, discovery=server.url + place)), GET, {})
        lines = [asked.head.split(b" HTTP")[0] for asked in server.seen]
        assert lines == [b"GET /tenant/.well-known/openid-configuration", b"POST /oauth/token"]
        assert "authorization" not in server.seen[0].headers


def test_a_relative_token_url_is_of_the_api(serve: Serve, twin: Twin) -> None:
    authority = Authority()
    server = serve(
        lambda incoming, connection: (
            authority.reply(incoming, connection) if b"POST /v1/token" in incoming.head else respond(204)
        )
    )
    twin.call(settings(f"{server.url}/base", credentials(ClientCredentials("id", SECRET), "/v1/token")), GET, {})
    assert server.seen[1].head.startswith(b"GET /base/things")


def test_a_fetch_is_tried_again_while_the_server_is_at_fault(
    serve: Serve, twin: Twin, api: Server, waits: list[float]
) -> None:
    server = serve(Authority([respond(503), respond(429, headers={"Retry-After": "3"})]).reply)
    here = settings(api.url, credentials(ClientCredentials("id", SECRET), f"{server.url}/token"))
    twin.call(here, GET, {})
    assert (tokens_at(api), waits) == (["t3"], [0.5, 3.0])


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (respond(200, b"<html>"), "answered 200 without a JSON object"),
        (respond(200, b"[" * 100_000), "answered 200 without a JSON object"),
        (respond(200, {"token_type": "bearer"}), "no access_token that can be sent"),
        (respond(200, {"access_token": f"{SECRET}\r\nX: y"}), "no access_token that can be sent"),
        (respond(200, {"access_token": "t", "token_type": "DPoP"}), "no bearer tokens"),
        (respond(400, {"error": "invalid_scope"}), "answered 400: invalid_scope"),
        (respond(302, headers={"Location": "http://elsewhere.test"}), "answered 302"),
        (respond(500, b""), "answered 500"),
    ],
)
def test_answers_without_a_token(serve: Serve, twin: Twin, api: Server, answer: bytes, words: str) -> None:
    server = serve(lambda incoming, _: answer)
    here = settings(api.url, credentials(ClientCredentials("id", SECRET), f"{server.url}/token"), retries=0)
    with pytest.raises(errors.CredentialsError, match=words) as caught:
        twin.call(here, GET, {})
    assert SECRET not in f"{caught.value}{caught.value!r}"
    assert api.seen == []


@pytest.mark.parametrize("url", ["http://id.test/token", "ftp://id.test", "https://u:p@id.test", "https://i d.test"])
def test_secrets_are_sent_by_tls_or_within_the_machine_alone(twin: Twin, api: Server, url: str) -> None:
    for made in (
        credentials(ClientCredentials("id", SECRET), url),
        credentials(ClientCredentials("id", SECRET, token_url=url)),
        credentials(ClientCredentials("id", SECRET), discovery=url),
    ):
        with pytest.raises(errors.CredentialsError):
            twin.call(settings(api.url, made), GET, {})


def test_no_server_that_gives_tokens(twin: Twin, api: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    here = settings(api.url, credentials(ClientCredentials("id", SECRET), f"http://127.0.0.1:{port}/t"), retries=0)
    with pytest.raises(errors.ConnectError, match=f"POST http://127.0.0.1:{port}/t"):
        twin.call(here, GET, {})


def test_clients_that_have_the_same_grant_share_its_token(serve: Serve, api: Server) -> None:
    authority = Authority()
    server = serve(authority.reply)
    grant = ClientCredentials("id", SECRET)
    for path in ("/token", "/token", "/other"):
        Twin(is_async=False).call(settings(api.url, credentials(grant, server.url + path)), GET, {})
    assert tokens_at(api) == ["t1", "t1", "t2"]
    assert json.dumps([asked.head.decode().split()[1] for asked in server.seen]) == '["/token", "/other"]'
