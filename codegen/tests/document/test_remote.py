"""References to URLs: fetched only where that is allowed, pinned, bounded, and never with credentials."""

from __future__ import annotations

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from dovetail import document, spec
from dovetail.document import remote
from dovetail.errors import SpecError

Answer = tuple[int, dict[str, str], bytes]


class Site:
    """A server on this machine; `answers` are by path, `asked` what came in."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, str | None]] = []
        site = self

        class Answering(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, self.headers["Authorization"]))
                status, headers, body = site.answers.get(self.path, (404, {}, b""))
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def holds(self, path: str, text: str) -> None:
        self.answers[path] = (200, {}, text.encode())


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    thread = threading.Thread(target=site.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield site
    site.server.shutdown()
    thread.join()
    site.server.server_close()


@pytest.fixture
def resolve(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., spec.Spec]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")

    def resolve(*references: str, is_allowed: bool = True) -> spec.Spec:
        schemas = {f"S{index}": {"$ref": reference} for index, reference in enumerate(references)}
        description = {"openapi": "3.1.1", "info": {"title": "T", "version": "1"}, "components": {"schemas": schemas}}
        Path("openapi.json").write_text(json.dumps(description, indent=1), encoding="utf-8")
        return spec.resolve(document.load("openapi.json", allow_remote_refs=is_allowed))

    return resolve


def told(resolved: spec.Spec) -> list[str]:
    return [f"{finding.rule}: {finding.message}" for finding in resolved.findings]


def values(resolved: spec.Spec) -> dict[str, Any]:
    return {name: schema.value for name, schema in resolved.schemas.items()}


def test_what_is_remote_is_fetched_only_where_that_is_allowed(resolve: Callable[..., spec.Spec], site: Site) -> None:
    site.holds("/a/pet.yaml", "type: object\nproperties: {owner: {$ref: 'people.json#/Person'}}\n")
    site.holds("/a/people.json", '{"Person": {"type": "string"}}')
    refused = resolve(f"{site.url}/a/pet.yaml", is_allowed=False)
    assert [finding.rule for finding in refused.findings] == ["remote-reference"]
    assert refused.findings[0].severity == "warning"
    assert values(refused) == {"S0": {}}
    assert site.asked == []
    resolved = resolve(f"{site.url}/a/pet.yaml")
    assert told(resolved) == []
    assert values(resolved) == {
        "S0": {"type": "object", "properties": {"owner": {"$ref": "#/components/schemas/Person"}}},
        "Person": {"type": "string"},
    }
    assert resolved.schemas["Person"].location.path == f"{site.url}/a/people.json"
    lock = json.loads(Path("dovetail.lock").read_text(encoding="utf-8"))
    assert list(lock["remote"]) == [f"{site.url}/a/people.json", f"{site.url}/a/pet.yaml"]


def test_what_changes_is_refused_until_the_pin_is_renewed(resolve: Callable[..., spec.Spec], site: Site) -> None:
    site.holds("/a.json", "{}")
    resolve(f"{site.url}/a.json")
    assert told(resolve(f"{site.url}/a.json")) == []
    site.holds("/a.json", '{"type": "string"}')
    with pytest.raises(SpecError) as caught:
        resolve(f"{site.url}/a.json")
    (finding,) = caught.value.findings
    assert finding.rule == "remote-reference-changed"
    assert str(finding.location) == "dovetail.lock:3:1"
    assert site.url in finding.source_line
    lines = Path("dovetail.lock").read_text(encoding="utf-8").splitlines()
    Path("dovetail.lock").write_text("\n".join(line for line in lines if site.url not in line), encoding="utf-8")
    assert values(resolve(f"{site.url}/a.json")) == {"S0": {"type": "string"}}


def test_what_cannot_be_had_is_a_finding(
    resolve: Callable[..., spec.Spec], site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "MAX_FETCHED", 10_000)
    site.answers = {
        "/away": (302, {"Location": "file:///etc/passwd"}, b""),
        "/round": (302, {"Location": "/round"}, b""),
        "/large": (200, {}, b"x" * 20_000),
        "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"x" * 10_000_000)),
        "/broken.json": (200, {}, b"{"),
    }
    closed = "http://127.0.0.1:1/x.yaml"
    paths = ["/away", "/round", "/large", "/bomb", "/broken.json", "/none"]
    resolved = resolve(*(site.url + path for path in paths), closed, "file:///etc/passwd", "https://[/x")
    reasons = [message.removeprefix("unresolved-reference: ").replace(site.url, "") for message in told(resolved)]
    assert reasons == [
        "syntax: not JSON: a key in double quotes is expected; remove a trailing comma",
        "/away cannot be read: file is not fetched, only http and https are",
        "/round cannot be read: it is redirected more than 5 times",
        "/large cannot be read: it has more than 10,000 bytes",
        "/bomb cannot be read: it has more than 10,000 bytes",
        "/none cannot be read: the server answers 404",
        f"{closed} cannot be read: it cannot be fetched (ConnectionError)",
        "reference-outside: file:///etc/passwd is absolute; refer to a file by its path from openapi.json",
        "invalid-reference: https://[/x is no URI reference; correct it",
    ]
    assert all(value == {} for value in values(resolved).values())
    pins = json.loads(Path("dovetail.lock").read_text(encoding="utf-8"))["remote"]
    assert list(pins) == [f"{site.url}/broken.json"]


def test_no_credentials_are_sent(
    resolve: Callable[..., spec.Spec], site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(netrc))
    site.holds("/a.json", "{}")
    assert told(resolve(f"{site.url}/a.json")) == []
    assert site.asked == [("/a.json", None)]


def test_a_broken_lock_is_told(resolve: Callable[..., spec.Spec], tmp_path: Path) -> None:
    for text in ("{", "[]", '{"remote": {"x": 1}}'):
        (tmp_path / "dovetail.lock").write_text(text, encoding="utf-8")
        with pytest.raises(SpecError, match="this is no lock file"):
            resolve()


def test_a_remote_file_does_not_read_local_ones(resolve: Callable[..., spec.Spec], site: Site, tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text('{"title": "hidden"}', encoding="utf-8")
    site.holds(
        "/a.json", json.dumps({"allOf": [{"$ref": f"file://{secret}"}, {"$ref": str(secret)}, {"$ref": "../x.json"}]})
    )
    resolved = resolve(f"{site.url}/a.json")
    assert "hidden" not in str(values(resolved))
    assert {path for path, _ in site.asked} == {"/a.json", str(secret), "/x.json"}
