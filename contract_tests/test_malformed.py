"""Messages that are hardly HTTP, and bodies that are hardly forms: refused, and the server goes on."""

from __future__ import annotations

import json
import socket
import time
from urllib.parse import urlsplit

import pytest

from .conftest import Target
from .raw import FORM, RawClient, read_answer
from .refusal import told
from .scenes import Centre


def _head(target: Target, line: str, *fields: str) -> bytes:
    lines = [line, f"Host: {urlsplit(target.url).netloc}", f"Authorization: {target.account.authorization}", *fields]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def test_long_url_and_many_headers_are_refused_in_the_shape_of_the_api(target: Target, raw: RawClient) -> None:
    told(raw.say(_head(target, f"GET /v1/Workspaces?FriendlyName={'x' * 20_000} HTTP/1.1")), 414)
    told(raw.say(_head(target, "GET /v1/Workspaces HTTP/1.1", *(f"X-{n}: 1" for n in range(500)))), 431)
    told(raw.say(_head(target, "GET /v1/Workspaces HTTP/1.1", f"X-Long: {'x' * 50_000}")), 431)


def test_declared_and_undeclared_floods_are_refused(target: Target, raw: RawClient) -> None:
    line = "POST /v1/Workspaces HTTP/1.1"
    declared = raw.say(_head(target, line, f"Content-Type: {FORM}", "Content-Length: 99999999999"))
    told(declared, 413)
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    chunked = _head(target, line, f"Content-Type: {FORM}", "Transfer-Encoding: chunked") + chunk * 40
    told(raw.say(chunked), 413)


MALFORMED: dict[str, tuple[str, tuple[str, ...], bytes]] = {
    "no request": ("", (), b""),
    "binary": ("\x00\x01\x02\xff", (), b""),
    "no version": ("GET /v1/Workspaces", (), b""),
    "HTTP/9.9": ("GET /v1/Workspaces HTTP/9.9", (), b""),
    "spaces": ("GET  /v1/Workspaces  HTTP/1.1", (), b""),
    "lying length": (
        "POST /v1/Workspaces HTTP/1.1",
        (f"Content-Type: {FORM}", "Content-Length: 500"),
        b"FriendlyName=x",
    ),
    "length and chunks": (
        "POST /v1/Workspaces HTTP/1.1",
        (f"Content-Type: {FORM}", "Content-Length: 3", "Transfer-Encoding: chunked"),
        b"0\r\n\r\n",
    ),
    "negative length": ("POST /v1/Workspaces HTTP/1.1", (f"Content-Type: {FORM}", "Content-Length: -1"), b""),
    "two lengths": (
        "POST /v1/Workspaces HTTP/1.1",
        (f"Content-Type: {FORM}", "Content-Length: 1", "Content-Length: 2"),
        b"ab",
    ),
    "broken chunk": (
        "POST /v1/Workspaces HTTP/1.1",
        (f"Content-Type: {FORM}", "Transfer-Encoding: chunked"),
        b"zz\r\nab\r\n",
    ),
    "header without colon": ("GET /v1/Workspaces HTTP/1.1", ("nonsense",), b""),
    "NUL in a header": ("GET /v1/Workspaces HTTP/1.1", ("X: a\x00b",), b""),
    "latin-1 in the path": ("GET /v1/Workspaces/\xe9 HTTP/1.1", (), b""),
    "absolute form": ("GET http://elsewhere.example/v1/Workspaces HTTP/1.1", (), b""),
    "asterisk": ("OPTIONS * HTTP/1.1", (), b""),
    "connect": ("CONNECT example.com:443 HTTP/1.1", (), b""),
    "expect": ("POST /v1/Workspaces HTTP/1.1", ("Expect: 100-continue", "Content-Length: 0"), b""),
    "upgrade": ("GET /v1/Workspaces HTTP/1.1", ("Upgrade: websocket", "Connection: Upgrade"), b""),
    "percent": ("GET /v1/Workspaces?FriendlyName=%zz&PageSize=%31 HTTP/1.1", (), b""),
    "dots": ("GET /v1/../v1/./Workspaces HTTP/1.1", (), b""),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed_messages_never_make_the_server_fail(name: str, target: Target, raw: RawClient) -> None:
    line, fields, body = MALFORMED[name]
    answer = raw.say(_head(target, line, *fields) + body, ends=True)
    if answer is not None:
        assert answer.status < 500, f"{answer.status} {answer.body!r}"
    assert raw.send("GET", "/v1/Workspaces?PageSize=1").status == 200, "the server does not answer any more"


FORMS: dict[str, bytes] = {
    "percent": b"FriendlyName=%zz",
    "invalid UTF-8": b"FriendlyName=%ff%fe",
    "surrogate": b"FriendlyName=%ED%A0%80",
    "NUL": b"FriendlyName=a%00b",
    "no equals": b"FriendlyName",
    "twice": b"FriendlyName=a&FriendlyName=b",
    "raw bytes": b"FriendlyName=\xff\x00\xfe",
    "ampersands": b"&" * 5000,
    "many fields": b"&".join(b"x%d=1" % n for n in range(20_000)),
    "huge integer": b"FriendlyName=a&Priority=" + b"9" * 5000,
    "not a boolean": b"FriendlyName=a&MultiTaskEnabled=yes",
    "JSON": b'{"FriendlyName": "a"}',
}


@pytest.mark.parametrize("name", FORMS)
def test_malformed_forms_are_refused(name: str, raw: RawClient) -> None:
    told(raw.send("POST", "/v1/Workspaces", FORMS[name]), 400)


@pytest.mark.parametrize(
    "text",
    ["{", "[]", "1", '"x"', "null", "{" * 5000, "[" * 100_000, '{"a":NaN}', "\x00"],
)
def test_attributes_that_are_no_object_are_refused(text: str, centre: Centre, raw: RawClient) -> None:
    answer = raw.send("POST", f"/v1/Workspaces/{centre.sid}/Tasks", {"Attributes": text})
    told(answer, 400)


@pytest.mark.parametrize("text", ['{"a":1e999}', '{"a":"\\ud800"}', '{"a":1,"a":2}', ' {"\u2028":"\U0001f600"} '])
def test_odd_json_that_is_an_object_is_kept_as_it_is_or_refused(text: str, centre: Centre, raw: RawClient) -> None:
    answer = raw.send("POST", f"/v1/Workspaces/{centre.sid}/Tasks", {"Attributes": text})
    if answer.status == 201:
        assert json.loads(answer.body)["attributes"] == text
    else:
        told(answer, 400)


def test_other_media_types_are_refused(centre: Centre, raw: RawClient) -> None:
    for media_type in ("application/json", "multipart/form-data; boundary=x", "text/plain", "x", ""):
        answer = raw.send("POST", "/v1/Workspaces", b"FriendlyName=x", {"Content-Type": media_type})
        assert answer.status in {400, 415}, f"{media_type}: {answer.status}"
        told(answer, answer.status, 20001 if answer.status == 400 else 20415)


def test_slow_and_broken_off_requests_leave_the_server_well(target: Target, raw: RawClient) -> None:
    """Clients that go away in the middle, with their connection reset or closed."""
    place = urlsplit(target.url)
    for length in (1, 20, 60, 120):
        message = _head(target, "POST /v1/Workspaces HTTP/1.1", f"Content-Type: {FORM}", "Content-Length: 10")
        with socket.create_connection((place.hostname or "", place.port or 80), timeout=10) as connection:
            connection.sendall(message[:length])
    with socket.create_connection((place.hostname or "", place.port or 80), timeout=20) as connection:
        message = _head(target, "GET /v1/Workspaces?PageSize=1 HTTP/1.1")
        for at in range(0, len(message), 40):
            connection.sendall(message[at : at + 40])
            time.sleep(0.005)
        answer = read_answer(connection)
        assert answer is not None
        assert answer.status == 200
