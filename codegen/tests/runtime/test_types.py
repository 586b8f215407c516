"""Copied into a package, the runtime is clean under strict type checkers, without one comment that silences them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dovetail.runtime

RUNTIME = Path(dovetail.runtime.__path__[0])
USE = """
from __future__ import annotations

from collections.abc import Iterator
from typing import Unpack, assert_type

from pydantic import BaseModel

from typing_extensions import TypedDict

from ._runtime.client.answers import Answer
from ._runtime.client.client import AsyncClient, Client
from ._runtime.client.files import File, FileContent
from ._runtime.client.kinds import Array, Binary, Either, Enum, Integer, Kind, Later, Object
from ._runtime.client.operation import CallOptions, Link, Operation, Pages, Returns, content, field, header, path
from ._runtime.client.pages import AsyncPager, Pager
from ._runtime.client.streams import AsyncDownload, AsyncStream, Download, Stream


class Thing(BaseModel):
    sid: str


class ThingPage(BaseModel):
    things: list[Thing]


class ThingUpdate(CallOptions, total=False):
    events: list[str]


FETCH: Operation[Thing] = Operation("fetch", "GET", "/{Sid}", (path("sid", "Sid"),), returns=Thing)
DELETE: Operation[None] = Operation("delete", "DELETE", "/{Sid}", (path("sid", "Sid"),))
LIST: Operation[ThingPage] = Operation("list", "GET", "/", returns=ThingPage, pages=Pages("/things", "/next"))
EVENTS = field("events", "Events", Array(Enum("a", "b")), is_required=True)
SIZE = Integer(minimum=1)
TREE: Kind = Object({"children": Array(Later(lambda: TREE)), "size": Either(SIZE, tag="t", by_tag={"x": SIZE})})


class ThingHeaders(TypedDict, total=False):
    limit: int


LIMITED: Operation[Thing | None, ThingHeaders] = Operation(
    "limited",
    "GET",
    "/",
    returns=(Returns("200", "application/json", Thing), Returns("204", "")),
    errors=(Returns("4XX", "application/problem+json", Thing),),
    headers=(header("limit", "X-Limit", SIZE),),
    links=(Link("fetch", lambda: FETCH, {"sid": "$response.body#/sid"}),),
    security=(("key", "token"), ()),
)
FILE: Operation[bytes] = Operation("file", "PUT", "/", (content("body", Binary()),), (Returns("200", "*/*", bytes),))
TICKS: Operation[Thing] = Operation("ticks", "GET", "/", returns=(Returns("200", "text/event-stream", Thing),))


def use(client: Client, **params: Unpack[ThingUpdate]) -> Iterator[Thing]:
    assert_type(client.call(FETCH, {"sid": "x", **params}), Thing)
    assert_type(client.send(FETCH, {}).value, Thing)
    client.call(DELETE, {})
    answer = client.send(LIMITED, {})
    assert_type(answer, Answer[Thing | None, ThingHeaders])
    assert_type(answer.typed_headers, ThingHeaders)
    fetched: Thing = answer.links.fetch()
    body: FileContent = File(b"x", fetched.sid)
    assert_type(client.call(FILE, {"body": body}), bytes)
    with client.download(FILE, {}) as download:
        assert_type(download, Download)
        for chunk in download:
            assert_type(chunk, bytes)
    stream = client.stream(TICKS, {})
    assert_type(stream, Stream[Thing])
    for tick in stream:
        assert_type(tick, Thing)
    things: Pager[Thing, ThingPage] = client.pages(LIST, {}, 3)
    for page in things.pages():
        assert_type(page, ThingPage)
    return iter(things)


async def use_async(client: AsyncClient) -> list[Thing]:
    async with client:
        assert_type(await client.call(FETCH, {}), Thing)
        assert_type(await client.send(LIMITED, {}), Answer[Thing | None, ThingHeaders])
        assert_type(await client.download(FILE, {}), AsyncDownload)
        async with await client.stream(TICKS, {}) as stream:
            assert_type(stream, AsyncStream[Thing])
            async for tick in stream:
                assert_type(tick, Thing)
        things: AsyncPager[Thing, ThingPage] = client.pages(LIST, {})
        return [thing async for thing in things]
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("types")
    runtime = root / "demo" / "_runtime"
    for half in ("wire", "client"):
        shutil.copytree(RUNTIME / half, runtime / half, ignore=shutil.ignore_patterns("__pycache__"))
    for file in RUNTIME.glob("*.py"):
        shutil.copy(file, runtime)
    (root / "demo" / "__init__.py").touch()
    (root / "demo" / "py.typed").touch()
    (root / "demo" / "use.py").write_text(USE)
    return root


def test_nothing_is_silenced() -> None:
    for file in [*RUNTIME.glob("wire/*.py"), *RUNTIME.glob("client/*.py")]:
        assert not re.search(r"#\s*(type:|pyright:|noqa|mypy:)", file.read_text()), file


@pytest.mark.slow
def test_mypy_strict(package: Path) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--python-version", "3.11", "-p", "demo"]
    done = subprocess.run(command, cwd=package, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.slow
def test_pyright_strict(package: Path) -> None:
    config = {"include": ["demo"], "typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (package / "pyrightconfig.json").write_text(json.dumps(config))
    options = ["--pythonpath", sys.executable, "-p", str(package)]
    done = subprocess.run([sys.executable, "-m", "pyright", *options], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
