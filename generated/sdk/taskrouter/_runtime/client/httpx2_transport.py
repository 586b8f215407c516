"""Requests put on the wire by `httpx2`.

Nothing follows redirects, keeps cookies or reads credentials from the environment: that is the flow's business, or no
one's. Proxies and certificate authorities are taken from the environment as the library does.
"""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import AsyncIterator
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from weakref import WeakKeyDictionary

import httpx2

from .errors import ConnectError, ConnectTimeout, Headers, ProtocolError, ReadTimeout, TransportError
from .messages import Request, Response
from .settings import Certificates, Settings
from .transports import CONNECTIONS, by_scheme, causes_of, described

_NO_AUTH = httpx2.Auth()  # and so neither the client's nor one from the environment
_FAULTS = (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError)


class AsyncTransport:
    """Sends by `httpx2`: by the client that was passed, or by one of its own for each process and event loop."""

    def __init__(self, settings: Settings, http_client: httpx2.AsyncClient | None) -> None:
        self._settings, self._given = settings, http_client
        self._own: WeakKeyDictionary[asyncio.AbstractEventLoop, tuple[int, httpx2.AsyncClient]] = WeakKeyDictionary()
        self._is_closed = False

    async def send(self, request: Request) -> Response | TransportError:
        """Send, and give the response or what came instead."""
        client = self._client()
        body = request.body
        content = body if body is None or isinstance(body, bytes) else aiter(body)
        try:
            built = client.build_request(
                request.method, request.url, headers=request.headers, content=content, timeout=request.timeout
            )
            built.method = request.method  # RFC 9110 section 9.1: methods are case-sensitive
            response = await client.send(built, auth=_NO_AUTH, follow_redirects=False, stream=request.is_streamed)
            headers = Headers(response.headers)
            if not request.is_streamed:
                return Response(response.status_code, headers, response.content)
            if 200 <= response.status_code < 300:
                return Response(response.status_code, headers, b"", chunks=_AsyncChunks(response, request))
            try:
                return Response(response.status_code, headers, await response.aread())
            finally:
                await response.aclose()
        except _FAULTS as error:
            return _fault(error, request)

    async def close(self) -> None:
        """Close the client of this event loop, unless it was passed; those of other loops go with their loops."""
        self._is_closed = True
        own = self._own.pop(asyncio.get_running_loop(), None)
        if own is not None and own[0] == os.getpid():
            await own[1].aclose()

    def _client(self) -> httpx2.AsyncClient:
        if self._is_closed:
            raise RuntimeError("the client is closed")
        if self._given is not None:
            return self._given
        loop, process = asyncio.get_running_loop(), os.getpid()
        own = self._own.get(loop)
        if own is None or own[0] != process:
            own = self._own[loop] = (process, _new_client(self._settings))
        return own[1]


class _AsyncChunks:
    """The body of a response that is still coming."""

    def __init__(self, response: httpx2.Response, request: Request) -> None:
        self._response, self._request = response, request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._response.aiter_bytes():
                yield chunk
        except _FAULTS as error:
            raise _fault(error, self._request) from None

    async def close(self) -> None:
        """Leave the rest."""
        await self._response.aclose()


def _new_client(settings: Settings) -> httpx2.AsyncClient:
    is_plain = isinstance(settings.verify, bool) and settings.cert is None
    verify: bool | ssl.SSLContext = bool(settings.verify) if is_plain else _context(settings)
    limits = httpx2.Limits(max_connections=None, max_keepalive_connections=CONNECTIONS)
    cookies = CookieJar(DefaultCookiePolicy(allowed_domains=()))
    if settings.proxies is None:
        return httpx2.AsyncClient(verify=verify, limits=limits, cookies=cookies)
    mounts = {
        f"{scheme}://": httpx2.AsyncHTTPTransport(verify=verify, proxy=url, limits=limits)
        for scheme, url in by_scheme(settings.proxies).items()
    }
    # With a transport given, the environment cannot send a call past the proxy that was asked for.
    direct = httpx2.AsyncHTTPTransport(verify=verify, limits=limits)
    return httpx2.AsyncClient(transport=direct, mounts=mounts, cookies=cookies)


def _context(settings: Settings) -> ssl.SSLContext:
    match settings.verify:
        case str() as authorities if Path(authorities).is_dir():
            context = ssl.create_default_context(capath=authorities)
        case str() as authorities:
            context = ssl.create_default_context(cafile=authorities)
        case is_verified:
            context = httpx2.create_ssl_context(verify=is_verified)
    if settings.cert is not None:
        _show(settings.cert, context)
    return context


def _show(certificates: Certificates, context: ssl.SSLContext) -> None:
    if isinstance(certificates, str):
        context.load_cert_chain(certificates)
    else:
        context.load_cert_chain(*certificates)


def _fault(error: Exception, request: Request) -> TransportError:
    kind: type[TransportError] = ProtocolError
    if isinstance(error, httpx2.ConnectTimeout):
        kind = ConnectTimeout
    elif isinstance(error, (httpx2.ConnectError, httpx2.ProxyError, httpx2.PoolTimeout)):
        kind = ConnectError
    elif isinstance(error, httpx2.TimeoutException):
        kind = ReadTimeout
    return described(kind, list(causes_of(error)), request)
