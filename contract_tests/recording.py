"""Keeping every exchange: a tap on the HTTP libraries, so that the clients themselves stay as they are."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal
from unittest import mock

import aiohttp
import httpx2
import requests
from requests.adapters import HTTPAdapter

from dovetail.contract import Exchange, RequestRecord, ResponseRecord

Speaker = Literal["sdk", "twilio", "raw"]
SPEAKERS: tuple[tuple[str, Speaker | None], ...] = (
    ("taskrouter/", "sdk"),
    ("twilio-python/", "twilio"),
    ("schemathesis/", None),  # judged and counted by the verification that runs it
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """One exchange and who spoke."""

    speaker: Speaker
    exchange: Exchange


@dataclass
class Recorder:
    """Every exchange with the servers whose URLs begin with `base_url`."""

    base_url: str
    kept: list[Recorded] = field(default_factory=list[Recorded])

    def add(self, exchange: Exchange) -> Exchange:
        """Keep an exchange, if it is one with the server and somebody's to answer for."""
        request = exchange.request
        if not request.url.startswith(f"{self.base_url}/v1"):
            return exchange
        agent = request.header("user-agent") or ""
        known: list[Speaker | None] = [who for prefix, who in SPEAKERS if agent.startswith(prefix)]
        speaker = known[0] if known else "raw"
        if speaker is not None:
            self.kept.append(Recorded(speaker, exchange))
        return exchange

    @property
    def last(self) -> Exchange:
        return self.kept[-1].exchange

    @contextmanager
    def tapped(self) -> Iterator[None]:
        """Listen in on requests and httpx2 for as long as the block lasts."""
        with (
            mock.patch.object(HTTPAdapter, "send", _requests_tap(self, HTTPAdapter.send)),
            mock.patch.object(httpx2.AsyncClient, "send", _httpx2_tap(self, httpx2.AsyncClient.send)),
        ):
            yield

    def aiohttp_trace(self) -> aiohttp.TraceConfig:
        """What an aiohttp session must be given to be heard."""
        trace = aiohttp.TraceConfig()

        async def begun(_: Any, context: Any, __: Any) -> None:
            context.body = b""

        async def sent(_: Any, context: Any, chunk: aiohttp.TraceRequestChunkSentParams) -> None:
            context.body += chunk.chunk

        async def ended(_: Any, context: Any, end: aiohttp.TraceRequestEndParams) -> None:
            info = end.response.request_info
            headers = tuple((name, value) for name, value in info.headers.items())
            request = RequestRecord(info.method, str(info.url), headers, context.body)
            answer = ResponseRecord(end.response.status, tuple(end.response.headers.items()), await end.response.read())
            self.add(Exchange(request, answer))

        trace.on_request_start.append(begun)
        trace.on_request_chunk_sent.append(sent)
        trace.on_request_end.append(ended)
        return trace


def _requests_tap(recorder: Recorder, send: Callable[..., requests.Response]) -> Callable[..., requests.Response]:
    def tapped(adapter: HTTPAdapter, request: requests.PreparedRequest, **options: Any) -> requests.Response:
        response = send(adapter, request, **options)
        recorder.add(
            Exchange(
                RequestRecord(request.method or "", request.url or "", _pairs(request.headers), _bytes(request.body)),
                ResponseRecord(response.status_code, _pairs(response.headers), response.content),
            )
        )
        return response

    return tapped


def _httpx2_tap(
    recorder: Recorder, send: Callable[..., Awaitable[httpx2.Response]]
) -> Callable[..., Awaitable[httpx2.Response]]:
    async def tapped(client: httpx2.AsyncClient, request: httpx2.Request, **options: Any) -> httpx2.Response:
        response = await send(client, request, **options)
        recorder.add(
            Exchange(
                RequestRecord(
                    request.method, str(request.url), tuple(request.headers.multi_items()), await request.aread()
                ),
                ResponseRecord(response.status_code, tuple(response.headers.multi_items()), await response.aread()),
            )
        )
        return response

    return tapped


def _pairs(headers: Any) -> tuple[tuple[str, str], ...]:
    return tuple((_text(name), _text(value)) for name, value in headers.items())


def _text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value


def _bytes(body: Any) -> bytes:
    return body.encode() if isinstance(body, str) else body or b""
