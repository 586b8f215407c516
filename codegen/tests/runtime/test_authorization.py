"""Who calls: what each credential puts on the wire, which ones are chosen, and that they go nowhere else."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from codegen.tests.runtime.scripted import SECRET, Incoming, Reply, Server, Twin, respond
from dovetail.runtime.client import errors
from dovetail.runtime.client.authorization import chosen
from dovetail.runtime.client.credentials import ApiKey, Authorization, Basic, Bearer, Certificate, Credential
from dovetail.runtime.client.oauth import ClientCredentials, RefreshToken
from dovetail.runtime.client.operation import Operation, cookie, query
from dovetail.runtime.client.schemes import ApiKeyScheme, BasicScheme, HttpScheme, OAuth2Scheme, gather
from dovetail.runtime.client.servers import fill, own_servers
from dovetail.runtime.client.settings import Settings

Serve = Callable[[Reply], Server]
GET: Operation[Any] = Operation("get", "GET", "/things", (query("q", "q"), cookie("c", "c")), returns=None)


def ok(incoming: Incoming, connection: object) -> bytes:
    return respond(204)


def settings(url: str, **changes: Any) -> Settings:
    return Settings(url, **{"random": lambda: 1.0, "timeout": 5.0, **changes})


@pytest.mark.parametrize(
    ("credential", "expected"),
    [
        (Basic("ä", "p:w"), {"authorization": "Basic w6Q6cDp3"}),
        (Basic("key", ""), {"authorization": "Basic a2V5Og=="}),
        (Bearer("t-1"), {"authorization": "Bearer t-1"}),
        (Bearer(lambda: "t-2"), {"authorization": "Bearer t-2"}),
        (Authorization("Digest", 'username="u", uri="/"'), {"authorization": 'Digest username="u", uri="/"'}),
        (ApiKey("k 1", "X-API-Key", "header"), {"x-api-key": "k 1"}),
        (ApiKey(lambda: "Token k", "authorization", "header"), {"authorization": "Token k"}),
        (ApiKey("k=1", "sid", "cookie"), {"cookie": "c=1; sid=k=1"}),
        (ApiKey("k", "c", "cookie"), {"cookie": "c=k"}),
        (ApiKey("k&1 ü", "api key", "query"), {"target": "/things?q=a&api%20key=k%261%20%C3%BC"}),
        (ApiKey("k", "q", "query"), {"target": "/things?q=k"}),
        (Certificate(), {}),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else type(value).__name__,
)
def test_each_credential_has_its_place(
    serve: Serve, twin: Twin, credential: Credential, expected: dict[str, str]
) -> None:
    server = serve(ok)
    twin.call(settings(server.url, credentials={"it": credential}), GET, {"q": "a", "c": "1"})
    (incoming,) = server.seen
    found = {**incoming.headers, "target": incoming.head.split(b" ")[1].decode()}
    plain = {"target": "/things?q=a", "cookie": "c=1"}
    for name in ("authorization", "x-api-key", "cookie", "target"):
        assert found.get(name) == {**plain, **expected}.get(name), name


def test_only_the_async_twin_awaits_a_provider(serve: Serve, twin: Twin) -> None:
    async def provide() -> str:
        return "t"

    server = serve(ok)
    here = settings(server.url, credentials={"it": Bearer(provide)})
    if twin.is_async:
        twin.call(here, GET, {})
        assert server.seen[0].headers["authorization"] == "Bearer t"
    else:
        with pytest.raises(TypeError, match="async"):
            twin.call(here, GET, {})
        assert server.seen == []


A, B, C = ("a",), ("b",), ("c",)


@pytest.mark.parametrize(
    ("given", "usual", "own", "expected"),
    [
        ("ab", (A, B), None, A),
        ("b", (A, B), None, B),
        ("b", ((), B), None, B),
        ("", ((), B), None, ()),
        ("a", (("a", "b"), ()), None, ()),
        ("ab", (C, ("a", "b")), None, ("a", "b")),
        ("abc", (A,), (C,), C),
        ("a", (A,), (), ()),
        ("ab", None, None, ("a", "b")),
        ("", None, None, ()),
    ],
)
def test_the_first_alternative_that_is_complete_is_used(
    given: str, usual: Any, own: Any, expected: tuple[str, ...]
) -> None:
    here = settings("http://h", credentials={name: Bearer(name) for name in given}, security=usual)
    assert chosen(Operation("get", "GET", "/", security=own), here) == expected


def test_what_is_missing_is_said_when_it_is_called_for(serve: Serve, twin: Twin) -> None:
    schemes = (
        ApiKeyScheme(name="key", argument="api_key", environment=({"token": "DEMO_KEY"},), key="k", place="query"),
        HttpScheme(name="user", argument="user_token"),
        BasicScheme(name="app", argument="app"),
    )
    server = serve(ok)
    here = settings(
        server.url,
        credentials=gather(schemes, {"app": ("u", "p")}),
        schemes=schemes,
        security=(("key",), ("user", "app")),
    )
    with pytest.raises(errors.CredentialsError) as caught:
        twin.call(here, GET, {})
    assert str(caught.value) == ("get: no credentials: pass api_key, or set DEMO_KEY; or pass user_token and pass app")
    assert server.seen == []


def test_another_token_is_tried_once_when_the_api_refuses_one(serve: Serve, twin: Twin) -> None:
    tokens = itertools.count(1)
    server = serve(lambda incoming, _: respond(204 if "t2" in incoming.headers["authorization"] else 401))
    twin.call(settings(server.url, credentials={"it": Bearer(lambda: f"t{next(tokens)}")}), GET, {})
    assert [incoming.headers["authorization"] for incoming in server.seen] == ["Bearer t1", "Bearer t2"]
    never = serve(lambda incoming, _: respond(401))
    for credential, count in ((Bearer("t1"), 1), (Bearer(lambda: "t1"), 1), (Bearer(lambda: f"t{next(tokens)}"), 2)):
        never.seen.clear()
        with pytest.raises(errors.Unauthorized):
            twin.call(settings(never.url, credentials={"it": credential}), GET, {})
        assert len(never.seen) == count


def test_credentials_go_to_the_servers_of_the_api_and_nowhere_else(serve: Serve, twin: Twin) -> None:
    foreign = serve(ok)
    own = serve(ok)
    base = serve(lambda incoming, _: respond(302, headers={"Location": f"{foreign.url}/stolen"}))
    upload: Operation[Any] = Operation("upload", "GET", "/in", returns=None, server=own.url)
    credentials = {"it": ApiKey(SECRET, "key", "query"), "too": Bearer(SECRET)}
    here = settings(base.url, credentials=credentials, servers=(own.url,), headers={"X-Tenant": SECRET})
    with pytest.raises(errors.StatusError) as caught:
        twin.call(here, GET, {})
    assert foreign.seen == []
    assert SECRET not in f"{caught.value}{caught.value!r}{caught.value.args}"
    twin.call(here, upload, {})
    assert own.seen[0].head.startswith(f"GET /in?key={SECRET} ".encode())
    assert own.seen[0].headers["x-tenant"] == SECRET
    elsewhere = settings(foreign.url, credentials=credentials)
    twin.call(elsewhere, upload, {})
    assert (len(own.seen), len(foreign.seen)) == (1, 1)


def test_a_key_in_the_query_survives_a_redirect(serve: Serve, twin: Twin) -> None:
    def reply(incoming: Incoming, connection: object) -> bytes:
        return respond(204) if b"/moved" in incoming.head else respond(307, headers={"Location": "/moved?q=2"})

    server = serve(reply)
    twin.call(settings(server.url, credentials={"it": ApiKey("k", "key", "query")}), GET, {"q": "1"})
    assert [incoming.head.split(b" ")[1] for incoming in server.seen] == [b"/things?q=1&key=k", b"/moved?q=2&key=k"]


def test_headers_of_the_caller_go_with_every_call_but_replace_none_of_it(serve: Serve, twin: Twin) -> None:
    server = serve(ok)
    headers = {"x-tenant": "t", "accept": "nothing", "User-agent": "mine"}
    twin.call(settings(server.url, headers=headers, user_agent="demo"), GET, {})
    found = server.seen[0].headers
    assert (found["x-tenant"], found["user-agent"]) == ("t", "mine")
    assert found.get("accept") != "nothing"
    for name, value in (("a b", "c"), ("a", "b\r\nc: d"), ("", "b"), ("a", "ü")):
        with pytest.raises(ValueError, match="cannot be sent"):
            settings(server.url, headers={name: value})


@pytest.mark.parametrize(
    "make",
    [
        lambda: Basic("", ""),
        lambda: Basic("a:b", SECRET),
        lambda: Basic("u", SECRET + "\n"),
        lambda: Bearer(""),
        lambda: Bearer(f"Bearer {SECRET}"),
        lambda: Bearer(SECRET + "\r\nX: y"),
        lambda: Authorization("Digest", SECRET + "\n"),
        lambda: ApiKey(SECRET + "\n", "X-Key", "header"),
        lambda: ApiKey("", "key", "query"),
        lambda: ApiKey(SECRET + "; admin=1", "sid", "cookie"),
        lambda: BasicScheme(name="a", argument="a").credential((SECRET, None)),
        lambda: BasicScheme(name="a", argument="a").credential(SECRET),
        lambda: HttpScheme(name="a", argument="a").credential(3),
        lambda: OAuth2Scheme(name="a", argument="a").credential(ClientCredentials("id", SECRET)),
    ],
)
def test_credentials_that_cannot_be_sent_are_refused_without_being_shown(make: Callable[[], object]) -> None:
    with pytest.raises(errors.CredentialsError) as caught:
        make()
    assert SECRET not in str(caught.value)


def test_what_a_provider_gives_is_checked_too(serve: Serve, twin: Twin) -> None:
    server = serve(ok)
    for credential in (Bearer(lambda: f"{SECRET}\n"), ApiKey(lambda: f"{SECRET}\n", "X-Key", "header")):
        with pytest.raises(errors.CredentialsError) as caught:
            twin.call(settings(server.url, credentials={"it": credential}), GET, {})
        assert SECRET not in str(caught.value)
    assert server.seen == []


def test_no_repr_shows_a_secret() -> None:
    credentials: list[object] = [
        Basic("u", SECRET),
        Bearer(SECRET),
        Authorization("Digest", SECRET),
        ApiKey(SECRET, "k", "query"),
        ClientCredentials("id", SECRET, parameters={"assertion": SECRET}),
        RefreshToken("id", SECRET, refresh_token=SECRET),
    ]
    here = settings("http://h", credentials=dict(enumerate(credentials)), headers={"X-Key": SECRET}, cert=SECRET)
    assert SECRET not in repr([*credentials, here])


ENVIRONMENT = ({"username": "DEMO_SID", "password": "DEMO_TOKEN"}, {"username": "DEMO_KEY", "password": "DEMO_SECRET"})


def test_credentials_are_given_or_found(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DEMO_SID", "DEMO_TOKEN", "DEMO_KEY", "DEMO_SECRET"):
        monkeypatch.delenv(name, raising=False)
    basic = BasicScheme(name="key", argument="username and password", environment=ENVIRONMENT)

    def found(username: str | None = None, password: str | None = None) -> Credential:
        return gather([basic], {"key": (username, password)}, is_required=True)["key"]

    with pytest.raises(errors.CredentialsError) as caught:
        found()
    assert str(caught.value) == (
        "no credentials: pass username and password, or set DEMO_SID and DEMO_TOKEN, or set DEMO_KEY and DEMO_SECRET"
    )
    monkeypatch.setenv("DEMO_SID", "AC1")
    monkeypatch.setenv("DEMO_TOKEN", "")
    with pytest.raises(errors.CredentialsError):
        found()
    monkeypatch.setenv("DEMO_KEY", "SK1")
    monkeypatch.setenv("DEMO_SECRET", "s")
    assert found() == Basic("SK1", "s")
    monkeypatch.setenv("DEMO_TOKEN", "t")
    assert found() == Basic("AC1", "t")
    assert found("me", "mine") == Basic("me", "mine")
    with pytest.raises(errors.CredentialsError, match="the password is missing"):
        found("me")
    token = HttpScheme(name="key", argument="token", environment=({"token": "DEMO_SECRET"},))
    assert gather([token], {}) == {"key": Bearer("s")}
    client = OAuth2Scheme(
        name="key",
        argument="token",
        token_url="/t",
        environment=({"client_id": "DEMO_KEY", "client_secret": "DEMO_SECRET"},),
    )
    assert gather([client], {})["key"] == ClientCredentials("SK1", "s", token_url="/t")
    assert gather([client], {"key": "given"})["key"] == Bearer("given")


@pytest.mark.parametrize(
    ("server", "servers", "expected"),
    [
        (None, (), "http://h/base"),
        ("https://up.test/in/", ("https://up.test/in/",), "https://up.test/in"),
        ("https://up.test/in/", (), "http://h/base"),
        ("/v2", (), "http://h/v2"),
        ("/", (), "http://h"),
        ("//evil.test/x", (), "http://h/base"),
        ("v2", (), "http://h/base"),
    ],
)
def test_an_operation_goes_to_its_own_server(server: str | None, servers: tuple[str, ...], expected: str) -> None:
    here = settings("http://h/base", servers=servers)
    assert here.server_of(Operation("get", "GET", "/", server=server)) == expected


def test_the_variables_of_a_server_are_filled_in() -> None:
    template, allowed = "https://{region}.api.test/{version}", {"region": ("eu", "us")}
    assert fill(template, {"region": "us", "version": "v1"}, allowed) == "https://us.api.test/v1"
    with pytest.raises(ValueError, match="region must be one of 'eu', 'us'; got 'moon'"):
        fill(template, {"region": "moon", "version": "v1"}, allowed)
    assert own_servers("https://a.test/", ["https://a.test"], ["https://b.test"]) == ("https://b.test",)
    assert own_servers("http://mock.test", ["https://a.test"], ["https://b.test"]) == ()
