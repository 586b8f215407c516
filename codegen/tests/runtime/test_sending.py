"""Every kind of body is put on the wire as it is described, the same by both twins, and again only where it can be."""

from __future__ import annotations

import io
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pydantic import BaseModel
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.formparser import parse_form_data

from codegen.tests.runtime.scripted import Incoming, Reply, Server, Twin, respond, settings, unchunked
from dovetail.runtime.client import errors, kinds
from dovetail.runtime.client.arguments import build_request
from dovetail.runtime.client.files import File
from dovetail.runtime.client.operation import Operation, content, field, query, querystring
from dovetail.runtime.wire.media import FORM, JSON
from dovetail.runtime.wire.streams import Event

Serve = Callable[[Reply], Server]
HERE = settings("http://127.0.0.1:1")
BINARY = kinds.Binary()


def _whole(media_type: str, kind: kinds.Kind = kinds.Anything(), method: str = "PUT") -> Operation[Any]:  # noqa: B008
    return Operation("put", method, "/it", (content("body", kind),), body=media_type)


def _sent(operation: Operation[Any], **arguments: object) -> tuple[bytes, str]:
    request = build_request(operation, arguments, HERE)
    assert isinstance(request.body, bytes)
    assert request.headers["Content-Length"] == str(len(request.body))
    return request.body, request.headers["Content-Type"]


def _accept(incoming: Incoming, connection: socket.socket) -> bytes:
    return respond(204)


class Pet(BaseModel):
    name: str
    born: date | None = None


@pytest.mark.parametrize(
    ("media_type", "value", "body", "content_type"),
    [
        (JSON, None, b"null", JSON),
        ("application/merge-patch+json", {"a": None}, b'{"a":null}', "application/merge-patch+json"),
        (JSON, [Pet(name="x", born=date(2026, 1, 2))], b'[{"name":"x","born":"2026-01-02"}]', JSON),
        (
            JSON,
            {
                "t": time(12, 30),
                "d": timedelta(days=1, seconds=2.5),
                "b": b"\xff\x00",
                "u": UUID(int=1),
                "n": Decimal("1.5"),
            },
            b'{"t":"12:30:00","d":"P1DT2.5S","b":"/wA=","u":"00000000-0000-0000-0000-000000000001","n":1.5}',
            JSON,
        ),
        (FORM, {"a": [1, 2], "b": {"c": [True]}, "d": None}, b"a=1&a=2&b=%7B%22c%22%3A%5Btrue%5D%7D", FORM),
        (FORM, "raw=1", b"raw=1", FORM),
        ("text/plain", "plain", b"plain", "text/plain"),
        ("text/plain", "grün", "grün".encode(), "text/plain; charset=utf-8"),
        ("application/xml", "<a>ü</a>", "<a>ü</a>".encode(), "application/xml"),
        ("text/csv", 1.5, b"1.5", "text/csv"),
        ("application/octet-stream", b"\x00\xff", b"\x00\xff", "application/octet-stream"),
        ("image/*", File(b"x", "a.png"), b"x", "image/png"),
        ("*/*", b"x", b"x", "application/octet-stream"),
        ("*/*", File(b"x", content_type="font/woff"), b"x", "font/woff"),
        ("application/x-ndjson", [{"a": 1}, Pet(name="x")], b'{"a":1}\n{"name":"x"}\n', "application/x-ndjson"),
        ("application/json-seq", [1], b"\x1e1\n", "application/json-seq"),
        ("text/event-stream", [Event("x", "tick"), 2], b"event: tick\ndata: x\n\ndata: 2\n\n", "text/event-stream"),
    ],
)
def test_whole_bodies(media_type: str, value: object, body: bytes, content_type: str) -> None:
    assert _sent(_whole(media_type), body=value) == (body, content_type)


@pytest.mark.parametrize(
    ("media_type", "value", "problem"),
    [
        (JSON, {"a": object()}, "no text form"),
        (JSON, float("nan"), "not JSON compliant"),
        (FORM, [1], "must be a mapping"),
        ("multipart/form-data", 1, "must be a mapping"),
        ("application/octet-stream", 1, "no content of a file"),
        ("application/octet-stream", Path("/nowhere/at/all"), "No such file"),
        ("application/octet-stream", io.StringIO("x"), "open it in mode 'rb'"),
        ("application/jsonl", {"a": 1}, "must be an iterable of items"),
    ],
)
def test_bodies_that_cannot_be_sent(media_type: str, value: object, problem: str) -> None:
    with pytest.raises(errors.ArgumentError, match=problem):
        build_request(_whole(media_type), {"body": value}, HERE)


def test_what_holds_itself_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(errors.ArgumentError, match="holds itself"):
        build_request(_whole(JSON), {"body": endless}, HERE)


UPLOAD: Operation[Any] = Operation(
    "upload",
    "POST",
    "/upload",
    (
        field("note", "note"),
        field("tags", "tags", kinds.Array(kinds.String())),
        field("meta", "meta", kinds.Object({})),
        field("made", "made", kinds.String(format="date-time"), content_type="text/plain"),
        field("photo", "photo", BINARY, content_type="image/png, image/jpeg"),
        field("raws", "raws", kinds.Array(BINARY)),
        field("deep", "deep", kinds.Object({}), style="deepObject"),
    ),
    body="multipart/form-data",
)


def _parsed(incoming: Incoming) -> tuple[MultiDict[str, str], MultiDict[str, FileStorage]]:
    body = b"".join(unchunked(incoming.body)) if "transfer-encoding" in incoming.headers else incoming.body
    environ = {
        "wsgi.input": io.BytesIO(body),
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": incoming.headers["content-type"],
        "REQUEST_METHOD": "POST",
    }
    return parse_form_data(environ, silent=False)[1:]


def test_multipart(serve: Serve, twin: Twin, tmp_path: Path) -> None:
    photo = tmp_path / "me.jpeg"
    photo.write_bytes(b"\xff" * 200_000)
    server = serve(_accept)
    with photo.open("rb") as opened:
        opened.seek(199_999)
        arguments = {
            "note": "ünï",
            "tags": ["a", "b"],
            "meta": {"n": 1},
            "made": datetime(2026, 1, 1, tzinfo=UTC),
            "photo": photo,
            "raws": [b"", b"1", File(iter([b"2", b"", b"3"]), 'we"ird\r\n.bin', "x/y"), opened],
            "deep": {"a": {"b": 1}},
        }
        twin.call(settings(server.url), UPLOAD, arguments)
    (incoming,) = server.seen
    assert incoming.headers["transfer-encoding"] == "chunked", "the size of an iterator is not known"
    form, files = _parsed(incoming)
    assert form.to_dict(flat=False) == {
        "note": ["ünï"],
        "tags": ["a", "b"],
        "meta": ['{"n":1}'],
        "made": ["2026-01-01T00:00:00Z"],
        "deep[a][b]": ["1"],
    }
    found = [(name, it.filename, it.content_type, it.read()) for name, it in files.items(multi=True)]
    octets = "application/octet-stream"
    assert found == [
        ("photo", "me.jpeg", "image/jpeg", b"\xff" * 200_000),
        ("raws", "raws", octets, b""),
        ("raws", "raws", octets, b"1"),
        ("raws", 'we"ird%0D%0A.bin', "x/y", b"23"),
        ("raws", "me.jpeg", octets, b"\xff"),
    ]


def test_multipart_of_known_size_is_the_same_bytes_on_both_twins(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("dovetail.runtime.wire.multipart.new_boundary", lambda: "b")
    file = tmp_path / "f"
    file.write_bytes(b"content")
    server = serve(_accept)
    for twin in (Twin(is_async=False), Twin(is_async=True)):
        twin.call(settings(server.url), UPLOAD, {"note": "n", "meta": {"n": 1}, "photo": file})
    first, second = server.seen
    assert first.body == second.body
    assert (first.headers["content-length"], first.headers["content-type"]) == (
        str(len(first.body)),
        "multipart/form-data; boundary=b",
    )
    assert b'name="meta"\r\nContent-Type: application/json\r\n\r\n{"n":1}\r\n' in first.body
    assert b'name="photo"; filename="f"\r\nContent-Type: image/png\r\n\r\ncontent\r\n' in first.body


def _pieces() -> Iterator[bytes]:
    yield b"one"
    yield b""
    yield b"two"


async def _async_pieces() -> AsyncIterator[bytes]:
    for piece in _pieces():
        yield piece


def test_binary_bodies_are_streamed(serve: Serve, twin: Twin, tmp_path: Path) -> None:
    server = serve(_accept)
    upload = _whole("application/octet-stream", BINARY)
    file = tmp_path / "big.bin"
    file.write_bytes(bytes(300_000))
    with file.open("rb") as opened:
        for value in (file, opened, File(file), bytearray(b"ab"), [b"one", b"two"], _pieces()):
            twin.call(settings(server.url), upload, {"body": value})
    *sized, listed, generated = server.seen
    assert [len(it.body) for it in sized] == [300_000, 300_000, 300_000, 2]
    assert [it.headers["content-length"] for it in sized] == ["300000", "300000", "300000", "2"]
    assert unchunked(listed.body) == unchunked(generated.body) == [b"one", b"two"]
    assert "content-length" not in listed.headers


def test_an_async_iterable_needs_the_async_twin(serve: Serve, twin: Twin) -> None:
    server = serve(_accept)
    upload = _whole("application/octet-stream", BINARY)
    if twin.is_async:
        twin.call(settings(server.url), upload, {"body": _async_pieces()})
        assert unchunked(server.seen[0].body) == [b"one", b"two"]
        with pytest.raises(errors.ArgumentError, match="only as the whole body"):
            twin.call(settings(server.url), UPLOAD, {"photo": _async_pieces()})
    else:
        with pytest.raises(ValueError, match="by the AsyncClient alone"):
            twin.call(settings(server.url), upload, {"body": _async_pieces()})
        assert not server.seen


def test_a_body_is_sent_again_where_it_can_be_had_again(
    serve: Serve, twin: Twin, tmp_path: Path, waits: list[float]
) -> None:
    file = tmp_path / "f"
    file.write_bytes(b"whole")
    upload = _whole("application/octet-stream", BINARY)

    def reply(incoming: Incoming, connection: socket.socket) -> bytes:
        return respond(503 if len(server.seen) % 2 else 204)

    server = serve(reply)
    with file.open("rb") as opened:
        opened.seek(1)
        for value in (b"whole", file, opened, [b"wh", b"ole"]):
            twin.call(settings(server.url), upload, {"body": value})
    bodies = [it.body for it in server.seen]
    assert bodies[::2] == bodies[1::2]
    assert bodies[4] == b"hole"
    assert len(waits) == 4
    with pytest.raises(errors.ServerError):
        twin.call(settings(server.url), upload, {"body": _pieces()})
    assert len(server.seen) == 9, "what cannot be had again is never sent again"


def test_content_parameters_and_the_whole_query() -> None:
    search = Operation[Any](
        "s",
        "GET",
        "/s",
        (
            query("where", "where", kinds.Anything(), media_type=JSON),
            querystring("raw", "raw", kinds.Anything(), media_type=FORM),
        ),
    )
    for value, written in (({"a": 1}, "%7B%22a%22%3A1%7D"), ("x", "%22x%22"), ([None], "%5Bnull%5D")):
        assert build_request(search, {"where": value}, HERE).url.endswith(f"/s?where={written}")
    assert build_request(search, {"raw": {"a": [1, 2], "b c": "&"}}, HERE).url.endswith("/s?a=1&a=2&b+c=%26")
