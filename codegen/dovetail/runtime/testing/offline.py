"""Calls without a network: what both clients ask is compared with what the description says, and so is what they give.

An answer is written here and read by the client as if it had come from the API.
"""

from __future__ import annotations

import asyncio
import inspect
import io
import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx2
import requests
import urllib3
from pydantic import TypeAdapter, ValidationError
from requests.adapters import BaseAdapter, HTTPAdapter

BASE_URL = "https://api.example.com"
_ANY: TypeAdapter[Any] = TypeAdapter(Any)
_READERS: tuple[TypeAdapter[Any], ...] = (TypeAdapter(datetime), TypeAdapter(timedelta))


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the description has it: JSON is in `value`, other content in `body`."""

    method: str
    target: str
    headers: Mapping[str, str]
    media_type: str = ""
    value: Any = None
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Told:
    """An answer, and what it stands for: without `body` it is the JSON of `value`."""

    status: int
    headers: Mapping[str, str]
    media_type: str = ""
    value: Any = None
    body: bytes | None = None

    @property
    def content(self) -> bytes:
        """The body on the wire."""
        if not self.media_type:
            return b""
        return json.dumps(self.value).encode() if self.body is None else self.body

    @property
    def fields(self) -> dict[str, str]:
        """The headers on the wire."""
        return {**self.headers, "Content-Type": self.media_type} if self.media_type else dict(self.headers)


class Offline:
    """Checks calls on both clients, which are made by the two functions; `keys` are queries that hold credentials."""

    def __init__(
        self,
        blocking: Callable[[requests.Session], Any],
        awaited: Callable[[httpx2.AsyncClient], Any],
        keys: frozenset[str] = frozenset(),
    ) -> None:
        self._blocking, self._awaited, self._keys = blocking, awaited, keys

    def __call__(self, call: Callable[[Any], Any], asks: Asked, told: Told) -> None:
        """Make the call on each client: it asks what it must ask, and gives what it is told."""
        for given, asked in (self._block(call, told), asyncio.run(self._wait(call, told))):
            self._compare(asked, asks)
            if told.media_type and asks.method != "HEAD":
                assert not differences(told.value, given), differences(told.value, given)

    def _block(self, call: Callable[[Any], Any], told: Told) -> tuple[Any, Asked]:
        adapter = _Adapter(told)
        session = requests.Session()
        for scheme in ("http://", "https://"):
            session.mount(scheme, adapter)
        with self._blocking(session) as client:
            result = call(client)
            if hasattr(result, "pages"):
                result = next(iter(result.pages()))
            elif hasattr(result, "read"):
                result = result.read()
            elif hasattr(result, "__next__") or hasattr(result, "events"):
                result = list(result)
            return result, _only(adapter.asked)

    async def _wait(self, call: Callable[[Any], Any], told: Told) -> tuple[Any, Asked]:
        asked: list[Asked] = []

        async def answer(request: httpx2.Request) -> httpx2.Response:
            content = await request.aread()
            asked.append(Asked(request.method, request.url.raw_path.decode(), dict(request.headers), body=content))
            return httpx2.Response(told.status, headers=told.fields, content=told.content)

        async with httpx2.AsyncClient(transport=httpx2.MockTransport(answer)) as http_client:
            client = self._awaited(http_client)
            result = call(client)
            if inspect.isawaitable(result):
                result = await result
            if hasattr(result, "pages"):
                result = await anext(aiter(result.pages()))
            elif hasattr(result, "read"):
                result = await result.read()
            elif hasattr(result, "__anext__") or hasattr(result, "events"):
                result = [item async for item in result]
            return result, _only(asked)

    def _compare(self, asked: Asked, asks: Asked) -> None:
        there, here = urlsplit(asked.target), urlsplit(asks.target)
        assert (asked.method, there.path) == (asks.method, here.path)
        pairs = [pair for pair in there.query.split("&") if pair.partition("=")[0] not in self._keys]
        assert sorted(filter(None, pairs)) == sorted(filter(None, here.query.split("&")))
        headers = {name.lower(): value for name, value in asked.headers.items()}
        assert {name: headers.get(name.lower()) for name in asks.headers} == asks.headers
        sent = headers.get("content-type", "")
        assert sent.partition(";")[0] == asks.media_type.partition(";")[0]
        if asks.value is not None:
            assert not differences(asks.value, json.loads(asked.body)), "the body differs"
        elif asks.media_type == "application/x-www-form-urlencoded":
            assert sorted(parse_qsl(asked.body.decode(), True)) == sorted(parse_qsl(asks.body.decode(), True))
        else:
            assert _parts(asked.body, sent) == _parts(asks.body, asks.media_type)


class _Adapter(BaseAdapter):
    """Answers every request of a session alike."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        self._told = told
        self.asked: list[Asked] = []

    def send(self, request: requests.PreparedRequest, *_: Any, **__: Any) -> requests.Response:
        body: Any = request.body or b""
        content = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else b"".join(body)
        headers = {name: _text(value) for name, value in request.headers.items()}
        self.asked.append(Asked(request.method or "", request.path_url, headers, body=content))
        raw = urllib3.HTTPResponse(
            io.BytesIO(self._told.content),
            urllib3.HTTPHeaderDict(self._told.fields),
            self._told.status,
            preload_content=False,
        )
        return HTTPAdapter().build_response(request, raw)

    def close(self) -> None:
        """Nothing is open."""


def differences(value: Any, given: Any, place: str = "") -> list[str]:
    """Where what was given does not say the same as a JSON value, text or bytes: times are compared as instants."""
    if not isinstance(given, str | bytes | dict | list) and given is not None:
        given = _ANY.dump_python(given, mode="json", by_alias=True, exclude_unset=True, warnings=False)
    if isinstance(value, dict) and isinstance(given, dict):
        names = [f"{place}/{name} is on one side only" for name in value.keys() ^ given.keys()]
        shared = [differences(value[name], given[name], f"{place}/{name}") for name in value.keys() & given.keys()]
        return names + [told for found in shared for told in found]
    if isinstance(value, list) and isinstance(given, list) and len(value) == len(given):
        pairs = enumerate(zip(value, given, strict=True))
        return [told for at, (one, other) in pairs for told in differences(one, other, f"{place}/{at}")]
    return [] if _is_same(value, given) else [f"{place or 'the whole'} is {given!r:.80}, not {value!r:.80}"]


def _is_same(value: Any, given: Any) -> bool:
    if isinstance(value, bool) or isinstance(given, bool):
        return value is given
    if isinstance(value, int | float) and isinstance(given, int | float):
        return value == given or math.isclose(value, given, rel_tol=1e-15)
    if not isinstance(value, str) or not isinstance(given, str) or value == given:
        return type(value) is type(given) and bool(value == given)
    for reader in _READERS:
        try:
            one, other = reader.validate_python(value), reader.validate_python(given)
        except ValidationError:
            continue
        if isinstance(one, datetime):
            one, other = (each if each.tzinfo else each.replace(tzinfo=UTC) for each in (one, other))
        return bool(one == other)
    return False


def _only(asked: list[Asked]) -> Asked:
    assert len(asked) == 1, f"one call sent {len(asked)} requests"
    return asked[0]


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _parts(body: bytes, media_type: str) -> list[tuple[str, bytes]]:
    """The parts of multipart content by name, whatever its boundary is; all other content is one."""
    found = re.search(r'boundary="?([^";]+)', media_type)
    if found is None:
        return [("", body)]
    parts = [part.partition(b"\r\n\r\n") for part in body.split(b"--" + found[1].encode())[1:-1]]
    named = [(re.search(rb'name="([^"]*)"', head), content) for head, _, content in parts]
    return sorted((name[1].decode() if name else "", content) for name, content in named)
