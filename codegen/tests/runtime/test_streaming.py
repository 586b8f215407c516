"""Downloads and streams are read as they come, and the connection is let go whatever happens."""

from __future__ import annotations

import gzip
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from codegen.tests.runtime.scripted import Incoming, Reply, Server, Twin, reset, respond, settings
from dovetail.runtime.client import errors
from dovetail.runtime.client.client import Client
from dovetail.runtime.client.operation import Operation, Returns
from dovetail.runtime.wire.streams import Event

Serve = Callable[[Reply], Server]
FILE: Operation[bytes] = Operation("file", "GET", "/file", returns=(Returns("200", "application/pdf", bytes),))


class Tick(BaseModel):
    n: int


class Said(BaseModel):
    event: str
    data: str


class Measured(BaseModel):
    data: Tick
    id: str | None = None


def _streaming(media_type: str, item: Any = Tick) -> Operation[Any]:
    return Operation("ticks", "POST", "/ticks", returns=(Returns("200", media_type, item),))


def _chunked(media_type: str, *chunks: bytes, end: bytes = b"0\r\n\r\n") -> Reply:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    written = b"".join(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n" for chunk in chunks)

    def reply(incoming: Incoming, connection: socket.socket) -> bytes | None:
        connection.sendall(head + written + end)
        if not end:
            reset(connection)
            return None
        return b""

    return reply


def test_a_download(serve: Serve, twin: Twin, tmp_path: Path) -> None:
    body = bytes(range(256)) * 1000
    server = serve(lambda incoming, connection: respond(200, body, {"Content-Type": "application/pdf"}))
    here = settings(server.url)
    chunks = twin.chunks(here, FILE, {})
    assert b"".join(chunks) == body
    assert len(chunks) > 1
    assert twin.save(here, FILE, tmp_path / "f.pdf") == len(body)
    assert (tmp_path / "f.pdf").read_bytes() == body
    assert server.seen[0].headers["accept"] == "application/pdf"


def test_what_is_known_of_a_download_before_it_is_read(serve: Serve) -> None:
    server = serve(lambda incoming, connection: respond(200, b"%PDF", {"content-type": "application/pdf"}))
    with Client(settings(server.url)) as client, client.download(FILE, {}) as download:
        assert (download.status, download.headers["content-length"]) == (200, "4")
        assert "application/pdf" in download.content_type
        assert repr(download).startswith("<Download 200 application/")
        assert download.read() == b"%PDF"
        with pytest.raises(RuntimeError, match="can be read once"):
            download.read()


def test_a_connection_serves_again_after_a_download(serve: Serve) -> None:
    server = serve(lambda incoming, connection: respond(200, b"x" * 100_000))
    with Client(settings(server.url)) as client:
        for _ in range(3):
            assert len(client.download(FILE, {}).read()) == 100_000
        assert server.connections == 1
        client.download(FILE, {}).close()
        assert len(client.download(FILE, {}).read()) == 100_000
        assert server.connections == 2, "what was not read to the end cannot be used again"


def test_a_refused_download_is_an_error_with_its_body(serve: Serve, twin: Twin, waits: list[float]) -> None:
    server = serve(
        lambda incoming, connection: respond(*((404, {"message": "no"}) if len(server.seen) > 1 else (503, b"later")))
    )
    with pytest.raises(errors.NotFound) as caught:
        twin.chunks(settings(server.url), FILE, {})
    assert caught.value.message == "no"
    assert len(waits) == 1, "a download that has not begun is asked for again"


def test_a_download_that_breaks_off(serve: Serve, twin: Twin) -> None:
    server = serve(_chunked("application/pdf", b"x" * 10, end=b""))
    with pytest.raises(errors.ProtocolError) as caught:
        twin.chunks(settings(server.url), FILE, {})
    assert str(caught.value).startswith(f"GET {server.url}/file: ")
    stalled = serve(_chunked("application/pdf", b"x" * 10, end=b"5\r\n"))
    with pytest.raises(errors.ReadTimeout):
        twin.chunks(settings(stalled.url, timeout=0.3), FILE, {})


def test_a_compressed_download_is_decompressed(serve: Serve, twin: Twin) -> None:
    packed = gzip.compress(b"a" * 1_000_000)
    server = serve(lambda incoming, connection: respond(200, packed, {"Content-Encoding": "gzip"}))
    chunks = twin.chunks(settings(server.url), FILE, {})
    assert b"".join(chunks) == b"a" * 1_000_000


@pytest.mark.parametrize(
    ("media_type", "chunks"),
    [
        ("application/x-ndjson", (b'{"n": 1}\n{"n', b'": 2}\n', b'\n{"n": 3}')),
        ("application/json-seq", (b'\x1e{"n": 1}\n\x1e{"n": 2}', b'\n\x1e{"n": 3}\n')),
        ("text/event-stream", (b'data: {"n": 1}\r', b'\n\r\n: hi\n\ndata: {"n":\ndata: 2}\n\nd', b'ata: {"n": 3}\n\n')),
        (
            "text/event-stream",
            (b'data:{"n":1}\n\ndata:{"n":2}\n\ndata:{"n":3}\n\ndata: [DONE]\n\n', b"data: ignored\n\n"),
        ),
    ],
)
def test_streams_of_items(serve: Serve, twin: Twin, media_type: str, chunks: tuple[bytes, ...]) -> None:
    server = serve(_chunked(media_type, *chunks))
    assert twin.streamed(settings(server.url), _streaming(media_type)) == [Tick(n=1), Tick(n=2), Tick(n=3)]
    assert server.seen[0].headers["accept"] == media_type


def test_events(serve: Serve, twin: Twin) -> None:
    server = serve(_chunked("text/event-stream", b"id: 7\nevent: tick\nretry: 10\ndata: a\ndata: b\n\ndata: c\n\n"))
    here = settings(server.url)
    texts = _streaming("text/event-stream", str)
    assert twin.streamed(here, texts) == ["a\nb", "c"]
    assert twin.streamed(here, texts, as_events=True) == [
        Event("a\nb", "tick", "7", 10),
        Event("c", "message", "7", 10),
    ]
    whole = serve(_chunked("text/event-stream", b"event: tick\ndata: a\n\n"))
    for item in (Said, Said | None, list[Said]):
        found = twin.streamed(settings(whole.url), _streaming("text/event-stream", item), as_events=item == list[Said])
        assert found == ([Event("a", "tick")] if item == list[Said] else [Said(event="tick", data="a")])


def test_the_data_of_an_event_may_be_described_as_what_its_json_holds(serve: Serve, twin: Twin) -> None:
    server = serve(_chunked("text/event-stream", b'id: 1\ndata: {"n": 1}\n\n', b"data: 1\n\n"))
    operation = _streaming("text/event-stream", Measured)
    assert twin.streamed(settings(server.url), operation, 1) == [Measured(data=Tick(n=1), id="1")]
    with pytest.raises(errors.DecodeError, match=r"\(text/event-stream, a stream\)") as caught:
        twin.streamed(settings(server.url), operation)
    assert caught.value.problems[0].startswith("/data: ")


def test_items_come_before_the_stream_ends(serve: Serve, twin: Twin) -> None:
    let_go = threading.Event()

    def reply(incoming: Incoming, connection: socket.socket) -> bytes | None:
        # No length and no chunks: the end of the connection is that of the stream.
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n")
        let_go.wait(10)
        return None

    server = serve(reply)
    assert twin.streamed(settings(server.url), _streaming("text/event-stream", int), 1) == [1]
    let_go.set()


@pytest.mark.parametrize(
    ("media_type", "content", "problem"),
    [
        ("application/jsonl", b'{"n": 1}\n{"n": "x"}\n', "/n: Input should be a valid integer"),
        ("text/event-stream", b'data: {"n": 1}\n\ndata: <html>\n\n', "/: Invalid JSON"),
    ],
)
def test_an_item_that_is_not_as_described(
    serve: Serve, twin: Twin, media_type: str, content: bytes, problem: str
) -> None:
    server = serve(_chunked(media_type, content))
    operation = _streaming(media_type)
    assert twin.streamed(settings(server.url), operation, 1) == [Tick(n=1)]
    with pytest.raises(
        errors.DecodeError, match=f"ticks: 200 from POST {server.url}/ticks is not as described"
    ) as caught:
        twin.streamed(settings(server.url), operation)
    assert caught.value.problems[0].startswith(problem)


def test_a_stream_that_breaks_off_gave_what_came(serve: Serve) -> None:
    server = serve(_chunked("application/jsonl", b'{"n": 1}\n{"n', end=b""))
    found: list[Any] = []
    with Client(settings(server.url)) as client, pytest.raises(errors.ProtocolError):
        found.extend(client.stream(_streaming("application/jsonl"), {}))
    assert found == [Tick(n=1)]
    assert len(server.seen) == 1
