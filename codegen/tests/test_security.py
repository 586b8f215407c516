"""Both halves agree on who calls: the server reads whatever the client is given, and asks for what is missing."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Mapping
from typing import Any

import pytest
import requests

from codegen.tests.contract.library import running
from codegen.tests.generating import Made
from codegen.tests.runtime.scripted import Server, respond

SPEC = """\
openapi: 3.1.0
info: {title: 'Safe "deposit"', version: 1.0.0}
servers: [{url: 'https://{region}.safe.test/v1', variables: {region: {default: eu, enum: [eu, us]}}}]
security: [{user: []}, {key: [], session: []}, {}]
paths:
  /coins: {get: {operationId: listCoins, tags: [coins], responses: &fine {'200': &words {description: Who.,
    content: {application/json: {schema: {type: array, items: {type: string}}}}}, '401': *words}}}
  /keys: {get: {operationId: listKeys, tags: [keys], security: [{key: [], session: []}], responses: *fine}}
  /tokens:
    get: {operationId: listTokens, tags: [tokens], security: [{machine: [read]}, {person: []}], responses: *fine}
  /digests: {get: {operationId: listDigests, tags: [digests], security: [{digest: []}], responses: *fine}}
  /doors: {get: {operationId: listDoors, tags: [doors], security: [{gate: []}], responses: *fine}}
  /open: {get: {operationId: listOpen, tags: [open], security: [], responses: *fine}}
components:
  securitySchemes:
    user: {type: http, scheme: Basic}
    key: {type: apiKey, in: query, name: api key}
    session: {type: apiKey, in: cookie, name: sid}
    gate: {type: apiKey, in: header, name: X-Gate}
    digest: {type: http, scheme: digest}
    machine: {type: oauth2, flows: {clientCredentials: {tokenUrl: TOKENS/token, scopes: {read: Read.}}}}
    person: {type: openIdConnect, openIdConnectUrl: https://id.test/.well-known/openid-configuration}
    broken: {type: apiKey, in: header, name: "no\\nheader"}
"""


class Vault:
    """Implements the stubs: says what it was shown."""

    def __init__(self, server: Any) -> None:
        self.server = server
        self.coins = self.keys = self.tokens = self.digests = self.doors = self.open = self

    async def authenticate(self, credentials: Any, operation_id: str) -> list[str] | None:
        shown = [
            credentials.username,
            credentials.password,
            credentials.token,
            *(f"{name}={key}" for name, key in sorted(credentials.keys.items())),
            credentials.scheme,
            credentials.value,
        ]
        return [text for text in shown if text] or None

    def refuse(self, fault: Any) -> Any:
        return self.server.Reply(["no"], fault.status)

    async def list(self, call: Any) -> list[str]:
        return call.principal or ["nobody"]


GIVEN: list[tuple[Mapping[str, Any], str, list[str] | None]] = [
    ({"user": ("ann", "pass")}, "coins", ["ann", "pass"]),
    ({"key": "k&1", "session_auth": "s=1"}, "coins", ["key=k&1", "session=s=1"]),
    ({"key": "k&1"}, "coins", ["nobody"]),
    ({}, "coins", ["nobody"]),
    ({"key": "k", "session_auth": lambda: "s"}, "keys", ["key=k", "session=s"]),
    ({"machine": "t"}, "tokens", ["t"]),
    ({"person": lambda: "p"}, "tokens", ["p"]),
    ({"digest": 'username="u"'}, "digests", ["digest", 'username="u"']),
    ({"gate": "g"}, "doors", ["gate=g"]),
    ({"gate": "g"}, "open", ["nobody"]),
    ({"gate": "g"}, "keys", None),
    ({}, "tokens", None),
]


@pytest.mark.parametrize("is_async", [False, True], ids=["blocking", "async"])
def test_what_the_client_shows_is_what_the_server_sees(generated: Callable[..., Made], *, is_async: bool) -> None:
    sdk, server = generated(SPEC), generated(SPEC, is_server=True)
    package, stubs = sdk.module(), server.module()

    def call(url: str, given: Mapping[str, Any], resource: str) -> Any:
        if not is_async:
            with package.Client(**given, base_url=f"{url}/v1") as client:
                return getattr(client, resource).list()

        async def main() -> Any:
            async with package.AsyncClient(**given, base_url=f"{url}/v1") as client:
                return await getattr(client, resource).list()

        return asyncio.run(main())

    with running(stubs.create_app(Vault(stubs))) as url:
        for given, resource, expected in GIVEN:
            if expected is None:
                with pytest.raises(package.CredentialsError, match="no credentials: pass"):
                    call(url, given, resource)
            else:
                assert call(url, given, resource) == expected


def test_the_server_asks_for_what_is_missing(generated: Callable[..., Made]) -> None:
    server = generated(SPEC, is_server=True)
    stubs = server.module()
    with running(stubs.create_app(Vault(stubs))) as url:
        half = requests.get(f"{url}/v1/keys", params={"api key": "k"}, timeout=5)
        other = requests.get(f"{url}/v1/digests", headers={"Authorization": "Bearer t"}, timeout=5)
    assert (half.status_code, half.json(), other.status_code) == (401, ["no"], 401)
    assert half.headers["www-authenticate"] == ", ".join(
        f'{scheme} realm="Safe deposit"' for scheme in ("ApiKey", "Basic", "Bearer", "Digest")
    )


def test_a_grant_fetches_its_token_where_the_description_says(generated: Callable[..., Made]) -> None:
    tokens = Server(lambda incoming, _: respond(200, {"access_token": "fetched", "expires_in": 60}))
    threading.Thread(target=tokens.run, daemon=True).start()
    spec = SPEC.replace("TOKENS", tokens.url)
    sdk, server = generated(spec), generated(spec, is_server=True)
    package, stubs = sdk.module(), server.module()
    with running(stubs.create_app(Vault(stubs))) as url:
        machine = package.ClientCredentials("id", "secret", scopes=("read",))
        with package.Client(machine=machine, base_url=f"{url}/v1") as client:
            assert client.tokens.list() == client.tokens.list() == ["fetched"]
    tokens.listener.close()
    assert [incoming.body for incoming in tokens.seen] == [b"grant_type=client_credentials&scope=read"]


def test_a_scheme_that_nobody_could_follow_is_left_out(generated: Callable[..., Made]) -> None:
    findings = [finding for finding in generated(SPEC).generated.findings if "security" in finding.rule]
    assert [(finding.rule, finding.location.line) for finding in findings] == [("unusable-security-scheme", 23)]


def test_variables_choose_the_server(generated: Callable[..., Made]) -> None:
    package = generated(SPEC).module()
    assert repr(package.Client()) == "<Client https://eu.safe.test/v1>"
    assert repr(package.AsyncClient(region="us")) == "<AsyncClient https://us.safe.test/v1>"
    assert repr(package.Client(region="us", base_url="http://h")) == "<Client http://h>"
    with pytest.raises(ValueError, match="region must be one of 'eu', 'us'; got 'moon'"):
        package.Client(region="moon")


PATHS = """\
paths:
  /a: {get: {operationId: listA, tags: [a], responses: {'204': {description: ok}}}}
  /b:
    servers: [{url: 'https://own.test/in'}]
    get: {operationId: listB, tags: [b], responses: {'204': {description: ok}}}
"""


@pytest.mark.parametrize(
    ("servers", "default", "own"),
    [
        ("[{url: 'https://api.test/v1/'}]", "https://api.test/v1", "https://own.test/in"),
        ("[{url: '/v1'}, {url: 'https://api.test'}]", "https://api.test", "https://own.test/in"),
        ("[{url: 'https://{host}/'}]", None, None),
        ("[{url: '/v1'}]", None, None),
        ("[{url: 'ftp://x'}, {url: 'api.test'}, {url: 'https://a b'}, {url: 'https://u:p@h'}]", None, None),
        ("[{url: 'https://a.test/a/../b'}, {url: 'https://a.test?x=1'}, {url: 'https://a.test/%2e%2e'}]", None, None),
    ],
)
def test_the_base_url_is_that_of_the_first_server_that_has_one(
    generated: Callable[..., Made], servers: str, default: str | None, own: str | None
) -> None:
    head = f"openapi: 3.1.0\ninfo: {{title: T, version: 1.0.0}}\nservers: {servers}\n"
    made = generated(head + PATHS)
    client = made.module().Client
    if default is None:
        with pytest.raises(TypeError, match="base_url"):
            client()
    else:
        settings = client()._settings
        assert (settings.base_url, settings.server_of(made.module("operations").b.FETCH)) == (default, own)
    settings = client(base_url="http://mock.test")._settings
    assert settings.server_of(made.module("operations").b.FETCH) == "http://mock.test"


def test_one_scheme_that_all_need_is_asked_for_at_once(generated: Callable[..., Made]) -> None:
    for scheme, arguments in (
        ("{type: http, scheme: bearer}", {"token": "t"}),
        ("{type: apiKey, in: header, name: X-Key}", {"api_key": "k"}),
        ("{type: oauth2, flows: {implicit: {authorizationUrl: 'https://a.test', scopes: {}}}}", {"token": "t"}),
        ("{type: http, scheme: negotiate}", {"authorization": "a"}),
        ("{type: mutualTLS}", {"cert": "a.pem"}),
        ("{type: http, scheme: basic}", {"username": "u", "password": ""}),
    ):
        text = f"security: [{{it: []}}]\ncomponents: {{securitySchemes: {{it: {scheme}}}}}\n{PATHS}"
        package = generated(text).module()
        with pytest.raises(package.CredentialsError, match=f"no credentials: pass {' and '.join(arguments)}"):
            package.Client()
        package.Client(*arguments.values())
        optional = generated(text.replace("security: [{it: []}]", "security: [{it: []}, {}]")).module()
        optional.Client()


def test_schemes_that_no_operation_asks_for_can_be_given(generated: Callable[..., Made]) -> None:
    made = generated(f"components: {{securitySchemes: {{it: {{type: http, scheme: bearer}}}}}}\n{PATHS}")
    server = Server(lambda incoming, _: respond(204))
    threading.Thread(target=server.run, daemon=True).start()
    made.module().Client(base_url=server.url).a.fetch()
    made.module().Client("t", base_url=server.url).a.fetch()
    server.listener.close()
    assert [incoming.headers.get("authorization") for incoming in server.seen] == [None, "Bearer t"]
