"""The application over real sockets: files that arrive, and answers that are made while they are sent."""

from __future__ import annotations

import asyncio
import io
import itertools
import json
import logging
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Any

import pytest
import requests

from codegen.tests.contract.library import running
from dovetail.runtime.server.app import serve
from dovetail.runtime.server.calls import Call, Credentials, Refusal, Reply, Upload
from dovetail.runtime.server.limits import Limits
from dovetail.runtime.server.operations import ServedOperation
from dovetail.runtime.wire.streams import Event, EventReader

ITEM = {"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}}
PHOTO = {"type": "object", "properties": {"title": {"type": "string"}, "file": {"type": "string", "format": "binary"}}}
ERROR = {"description": "", "content": {"application/json": {}}}
CONTENTS: Mapping[str, Mapping[str, Any]] = {
    "watch": {"text/event-stream": {"schema": ITEM}, "application/jsonl": {"itemSchema": ITEM}},
    "download": {"application/octet-stream": {}},
    "report": {"text/csv": {}, "application/json": {"schema": ITEM}},
}


def described(name: str) -> Mapping[str, Any]:
    answers = {"200": {"description": "", "content": CONTENTS[name]}, "406": ERROR}
    return {"get": {"operationId": name, "responses": answers}}


DESCRIPTION: Mapping[str, Any] = {
    "openapi": "3.2.0",
    "info": {"title": "Streams", "version": "1"},
    "paths": {f"/{name}": described(name) for name in CONTENTS}
    | {
        "/photos": {
            "post": {
                "operationId": "store",
                "requestBody": {"required": True, "content": {"multipart/form-data": {"schema": PHOTO}, "image/*": {}}},
                "responses": {"204": {"description": ""}, "413": ERROR},
            }
        }
    },
}
OPERATIONS = (
    *(ServedOperation(name, "things", name) for name in CONTENTS),
    ServedOperation(
        "store", "things", "store", params={("body", name): name or "body" for name in ("title", "file", "")}
    ),
)


class Things:
    """Answers by what each test puts here."""

    def __init__(self) -> None:
        self.answer: Callable[[], object] = lambda: None
        self.calls: list[tuple[Call[str], Mapping[str, Any]]] = []

    async def watch(self, call: Call[str]) -> Any:
        self.calls.append((call, {}))
        return self.answer()

    download = report = watch

    async def store(self, call: Call[str], *, params: Mapping[str, Any]) -> None:
        self.calls.append((call, params))


class Service:
    def __init__(self) -> None:
        self.things = Things()

    async def authenticate(self, credentials: Credentials, operation_id: str) -> str:
        return "anybody"

    def refuse(self, fault: Refusal) -> Reply[Any]:
        return Reply([str(each) for each in fault.faults], fault.status)


@pytest.fixture
def things() -> Things:
    return Things()


@pytest.fixture
def url(things: Things) -> Iterator[str]:
    service = Service()
    service.things = things
    with running(serve(DESCRIPTION, OPERATIONS, service, Limits(body=100_000))) as address:
        yield address


def test_a_stream_is_sent_while_it_is_made(url: str, things: Things) -> None:
    has_arrived = threading.Event()
    arrived: list[bool] = []

    async def items() -> AsyncIterator[object]:
        yield {"n": 1}
        arrived.append(await asyncio.to_thread(has_arrived.wait, 10))
        yield Event('{"n":2}', "more")

    things.answer = items
    found: list[Event] = []
    with requests.get(f"{url}/watch", stream=True, timeout=10) as answer:
        assert answer.headers["content-type"] == "text/event-stream"
        reader = EventReader()
        for chunk in answer.iter_content(None):
            found += reader.feed(chunk)
            has_arrived.set()
    assert [(event.event, event.data) for event in found] == [("message", '{"n":1}'), ("more", '{"n":2}')]
    assert arrived == [True]


@pytest.mark.parametrize("is_async", [True, False])
def test_a_stream_ends_when_nobody_reads_it_any_more(url: str, things: Things, is_async: bool) -> None:
    has_ended = threading.Event()

    def forever() -> Iterator[object]:
        try:
            yield from itertools.repeat({"n": 1})
        finally:
            has_ended.set()

    async def forever_async() -> AsyncIterator[object]:
        try:
            while True:
                yield {"n": 1}
                await asyncio.sleep(0.001)
        finally:
            has_ended.set()

    things.answer = forever_async if is_async else forever
    with requests.get(f"{url}/watch", stream=True, timeout=10) as answer:
        assert next(answer.iter_content(15)) == b'data: {"n":1}\n\n'
    assert has_ended.wait(10)


def test_the_sender_chooses_between_streams(url: str, things: Things) -> None:
    things.answer = lambda: iter([{"n": 1}, {"n": 2}])
    answer = requests.get(f"{url}/watch", headers={"Accept": "application/jsonl"}, timeout=10)
    assert (answer.headers["content-type"], answer.text) == ("application/jsonl", '{"n":1}\n{"n":2}\n')
    assert things.calls[-1][0].accepted == "application/jsonl"
    assert requests.get(f"{url}/watch", headers={"Accept": "text/html"}, timeout=10).status_code == 406


@pytest.mark.parametrize("flaw", [{"n": "x"}, LookupError("a secret")])
def test_a_stream_that_breaks_its_description_is_cut_off(
    url: str, things: Things, flaw: object, caplog: pytest.LogCaptureFixture
) -> None:
    def items() -> Iterator[object]:
        yield {"n": 1}
        if isinstance(flaw, Exception):
            raise flaw
        yield flaw

    things.answer = items
    with caplog.at_level(logging.ERROR), requests.get(f"{url}/watch", stream=True, timeout=10) as answer:
        received = answer.iter_content(None)
        assert next(received) == b'data: {"n":1}\n\n'
        with pytest.raises(requests.exceptions.ChunkedEncodingError):
            next(received)
    assert any("watch" in record.getMessage() for record in caplog.records if record.name == "dovetail")


def test_bytes_are_sent_in_chunks_and_not_at_all_to_head(url: str, things: Things) -> None:
    made: list[str] = []

    def content() -> Iterator[bytes]:
        try:
            for _ in range(50):
                made.append("chunk")
                yield b"\x00\xff" * 50_000
        finally:
            made.append("closed")

    things.answer = content
    answer = requests.get(f"{url}/download", timeout=10)
    assert answer.content == b"\x00\xff" * 2_500_000
    assert (made.count("chunk"), made[-1]) == (50, "closed")
    made.clear()
    head = requests.head(f"{url}/download", timeout=10)
    assert (head.status_code, head.headers["content-type"], made) == (200, "application/octet-stream", [])


def test_the_value_says_which_media_type_is_meant(url: str, things: Things) -> None:
    things.answer = lambda: "a;b\r\n"
    answer = requests.get(f"{url}/report", timeout=10)
    assert (answer.headers["content-type"], answer.text) == ("text/csv; charset=utf-8", "a;b\r\n")
    things.answer = lambda: {"n": 1}
    assert requests.get(f"{url}/report", timeout=10).json() == {"n": 1}
    things.answer = lambda: {"n": "1"}
    assert requests.get(f"{url}/report", timeout=10).status_code == 500


def test_files_arrive_as_uploads_and_bodies_of_bytes_as_bytes(url: str, things: Things) -> None:
    image = b"\x89PNG\r\n\x1a\n--"
    files = {"file": ("ä.png", io.BytesIO(image), "image/png")}
    assert requests.post(f"{url}/photos", data={"title": "ü"}, files=files, timeout=10).status_code == 204
    assert things.calls[-1][1]["title"] == "ü"
    assert things.calls[-1][1]["file"] == Upload(image, "ä.png", "image/png")
    answer = requests.post(f"{url}/photos", data=image, headers={"Content-Type": "image/png"}, timeout=10)
    assert (answer.status_code, things.calls[-1][1]) == (204, {"body": image})
    large = requests.post(
        f"{url}/photos", data=iter([b"x" * 60_000] * 3), headers={"Content-Type": "image/png"}, timeout=10
    )
    assert large.status_code == 413
    bad = requests.post(f"{url}/photos", data=b"x", headers={"Content-Type": "multipart/form-data"}, timeout=10)
    assert (bad.status_code, "boundary" in json.dumps(bad.json())) == (400, True)
