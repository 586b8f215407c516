"""A server that records what reaches it and answers with the examples of the description.

It is an HTTP proxy too, so that clients can be tested with the URLs that they use in earnest: whatever the host, the
request arrives here.

- A list has two pages of the one item of its example.
- A SID whose digits begin with an error status that the description has for the operation is answered with it.
- The version of everything is that of the examples: another `If-Match` is answered with 412.
- Every answer that is no refusal has one field that the description does not know.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, cast
from urllib.parse import parse_qsl, urlencode, urlsplit

import taskrouter_server

_METHODS = ("get", "post", "delete")
_REFUSED_SID = re.compile(r"[A-Z]{2}([45]\d\d)0{20,}")
_JSON = "application/json"


@dataclass(frozen=True)
class Recorded:
    """What a client asked for: everything that two clients must have in common."""

    operation_id: str
    method: str
    url: str
    query: tuple[tuple[str, object], ...]
    form: tuple[tuple[str, object], ...]
    headers: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True)
class _Described:
    id: str
    method: str
    path: re.Pattern[str]
    responses: Mapping[str, Any]

    def answer(self, status: int) -> tuple[int, dict[str, str], Any]:
        """The example of the response: its status, its headers and its content, `None` without one."""
        response = self.responses[str(status)]
        headers = {name: _text(it["example"]) for name, it in response.get("headers", {}).items() if "example" in it}
        media = response.get("content", {}).get(_JSON)
        if media is None:
            return status, headers, None
        examples = media.get("examples") or {"only": {"value": media.get("example")}}
        return status, headers, next(iter(examples.values()))["value"]


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)


@cache
def described() -> tuple[_Described, ...]:
    """The operations of the description."""
    path = Path(taskrouter_server.__file__).with_name("description.json")
    paths = json.loads(path.read_text("utf-8"))["paths"]
    return tuple(
        _Described(
            item[method]["operationId"],
            method.upper(),
            re.compile(re.sub(r"\{[^}]*\}", "[^/]+", template)),
            item[method]["responses"],
        )
        for template, item in paths.items()
        for method in _METHODS
        if method in item
    )


class Recorder(ThreadingHTTPServer):
    """The server; `requests` has what came so far."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Exchange)
        self.requests: list[Recorded] = []

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_port}"

    def take(self) -> list[Recorded]:
        """What came since the last time."""
        taken, self.requests = self.requests, []
        return taken


@contextmanager
def recorder() -> Iterator[Recorder]:
    """Run a recorder."""
    with Recorder() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class _Exchange(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # one write for head and body
    timeout = 10

    def _exchange(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode("ascii")
        host = "" if self.path.startswith("http") else f"http://{self.headers['Host']}"
        url, _, query = (host + self.path).partition("?")
        path = urlsplit(url).path
        operation = next(it for it in described() if it.method == self.command and it.path.fullmatch(path))
        headers = {name.lower(): value for name, value in self.headers.items()}
        recorded = Recorded(operation.id, self.command, url, _pairs(query), _pairs(body), headers)
        cast("Recorder", self.server).requests.append(recorded)
        status, answered, content = operation.answer(_status(operation, path, headers.get("if-match")))
        pairs = parse_qsl(query)
        if isinstance(content, dict) and "meta" in content and "PageToken" not in dict(pairs):
            rest = [pair for pair in pairs if pair[0] != "Page"]
            following = f"{url}?{urlencode([*rest, ('Page', '1'), ('PageToken', 'PT1')])}"
            content = {**content, "meta": {**content["meta"], "next_page_url": following}}
        if isinstance(content, dict) and status < 300:
            content = {**content, "added_later": True}
        self._answer(status, answered, content)

    do_GET = do_POST = do_DELETE = _exchange  # noqa: N815 - the names that the base class looks for

    def _answer(self, status: int, headers: Mapping[str, str], content: object) -> None:
        body = b"" if content is None else json.dumps(content).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if content is not None:
            self.send_header("Content-Type", _JSON)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def _status(operation: _Described, path: str, if_match: str | None) -> int:
    refused = next((found[1] for segment in path.split("/") if (found := _REFUSED_SID.fullmatch(segment))), None)
    if refused in operation.responses:
        return int(str(refused))
    done = min(int(status) for status in operation.responses)
    version = operation.answer(done)[1].get("ETag", '"2"')
    return done if if_match in {None, version, version.strip('"')} else 412


def _pairs(form: str) -> tuple[tuple[str, object], ...]:
    """Names and values, sorted by name; those of one name keep their order."""
    return tuple(sorted(((name, _value(value)) for name, value in parse_qsl(form, True)), key=lambda pair: pair[0]))


def _value(text: str) -> object:
    """A text, or the value of JSON text that is an object: white space in it means nothing."""
    return repr(json.loads(text)) if text.startswith("{") else text
