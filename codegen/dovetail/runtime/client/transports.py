"""The two ways to put a request on the wire: `requests` and `httpx2`. Both give the same outcome for the same answer.

Neither follows redirects, keeps cookies or reads credentials from the environment: that is the flow's business, or no
one's. Proxies and certificate authorities are taken from the environment as both libraries do.
"""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from traceback import walk_tb
from typing import Any
from weakref import WeakKeyDictionary

import httpx2
import requests
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from urllib3.exceptions import HTTPError, NewConnectionError, ReadTimeoutError

from .arguments import Request
from .errors import ConnectError, ConnectTimeout, Headers, ProtocolError, ReadTimeout, TransportError
from .flow import Response
from .settings import Settings

CONNECTIONS = 100
_NO_AUTH = httpx2.Auth()  # and so neither the client's nor one from the environment
_NO_CONNECTION = (NewConnectionError, requests.exceptions.SSLError, requests.exceptions.ProxyError)


class _Session(requests.Session):
    """A session that never looks where a redirect leads."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        del resp
        return None


@dataclass(frozen=True, slots=True)
class _Own:
    """A session of our own: the process it belongs to, and what the environment says for the one origin it talks to."""

    session: requests.Session
    process: int
    environment: Mapping[str, Any]


class Transport:
    """Sends by `requests`: by the session that was passed, or by one of its own for each process."""

    def __init__(self, settings: Settings, session: requests.Session | None) -> None:
        self._settings, self._given = settings, session
        self._own: _Own | None = None
        self._is_closed = False

    def send(self, request: Request) -> Response | TransportError:
        """Send, and give the response or what came instead."""
        if self._is_closed:
            raise RuntimeError("the client is closed")
        send = self._send_own if self._given is None else self._send_given
        try:
            response = send(request)
        except (OSError, ValueError, HTTPError) as error:
            return _requests_error(error, request)
        return Response(response.status_code, Headers(response.headers), response.content)

    def close(self) -> None:
        """Close the session, unless it was passed."""
        self._is_closed = True
        own, self._own = self._own, None
        if own is not None and own.process == os.getpid():
            own.session.close()

    def _send_own(self, request: Request) -> requests.Response:
        own = self._own
        # A child process must not write to the connections of its parent.
        if own is None or own.process != os.getpid():
            own = self._own = _own_session(self._settings)
        # The bytes are final already: preparing them again would only cost time.
        prepared = requests.PreparedRequest()
        prepared.method, prepared.url, prepared.body = request.method, request.url, request.body
        prepared.headers = CaseInsensitiveDict(request.headers)
        return own.session.send(prepared, timeout=request.timeout, allow_redirects=False, **own.environment)

    def _send_given(self, request: Request) -> requests.Response:
        if self._given is None:
            raise RuntimeError("no session was passed")
        wanted = requests.Request(request.method, request.url, headers=dict(request.headers), data=request.body)
        # Any `auth` at all keeps requests from replacing the Authorization header by one from a netrc file.
        wanted.auth = _keep_authorization
        prepared = self._given.prepare_request(wanted)
        environment = self._given.merge_environment_settings(request.url, {}, False, None, None)
        return self._given.send(prepared, timeout=request.timeout, allow_redirects=False, **environment)


def _keep_authorization(request: requests.PreparedRequest) -> requests.PreparedRequest:
    return request


def _own_session(settings: Settings) -> _Own:
    session = _Session()
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
    for scheme in ("http://", "https://"):
        session.mount(scheme, HTTPAdapter(pool_maxsize=CONNECTIONS))
    verify = None if settings.verify is True else settings.verify
    environment = session.merge_environment_settings(settings.base_url, {}, False, verify, None)
    if settings.proxies is not None:
        environment["proxies"] = _by_scheme(settings.proxies)
    return _Own(session, os.getpid(), environment)


def _by_scheme(proxies: Mapping[str, str]) -> dict[str, str]:
    given = {scheme.removesuffix("://"): url for scheme, url in proxies.items()}
    return {
        scheme: given.get(scheme, given.get("all", ""))
        for scheme in ("http", "https")
        if given.keys() & {scheme, "all"}
    }


def _requests_error(error: Exception, request: Request) -> TransportError:
    causes = list(_causes(error))
    kind: type[TransportError] = ProtocolError
    if isinstance(error, requests.ConnectTimeout) or any(map(_is_handshake, causes)):
        kind = ConnectTimeout
    elif isinstance(error, requests.Timeout) or any(isinstance(cause, ReadTimeoutError) for cause in causes):
        kind = ReadTimeout
    elif any(isinstance(cause, _NO_CONNECTION) for cause in causes):
        kind = ConnectError
    return _described(kind, causes, request)


def _is_handshake(cause: BaseException) -> bool:
    # requests calls it a read timeout when TLS is not agreed in time, though nothing was sent yet.
    steps = walk_tb(cause.__traceback__) if isinstance(cause, TimeoutError) else ()
    return any(frame.f_code.co_name == "do_handshake" for frame, _ in steps)


class AsyncTransport:
    """Sends by `httpx2`: by the client that was passed, or by one of its own for each process and event loop."""

    def __init__(self, settings: Settings, http_client: httpx2.AsyncClient | None) -> None:
        self._settings, self._given = settings, http_client
        self._own: WeakKeyDictionary[asyncio.AbstractEventLoop, tuple[int, httpx2.AsyncClient]] = WeakKeyDictionary()
        self._is_closed = False

    async def send(self, request: Request) -> Response | TransportError:
        """Send, and give the response or what came instead."""
        client = self._client()
        try:
            built = client.build_request(
                request.method, request.url, headers=request.headers, content=request.body, timeout=request.timeout
            )
            response = await client.send(built, auth=_NO_AUTH, follow_redirects=False)
        except (httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
            return _httpx2_error(error, request)
        return Response(response.status_code, Headers(response.headers), response.content)

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


def _new_client(settings: Settings) -> httpx2.AsyncClient:
    verify: bool | ssl.SSLContext = settings.verify if isinstance(settings.verify, bool) else _context(settings.verify)
    limits = httpx2.Limits(max_connections=None, max_keepalive_connections=CONNECTIONS)
    cookies = CookieJar(DefaultCookiePolicy(allowed_domains=()))
    if settings.proxies is None:
        return httpx2.AsyncClient(verify=verify, limits=limits, cookies=cookies)
    mounts = {
        f"{scheme}://": httpx2.AsyncHTTPTransport(verify=verify, proxy=url, limits=limits)
        for scheme, url in _by_scheme(settings.proxies).items()
    }
    # With a transport given, the environment cannot send a call past the proxy that was asked for.
    direct = httpx2.AsyncHTTPTransport(verify=verify, limits=limits)
    return httpx2.AsyncClient(transport=direct, mounts=mounts, cookies=cookies)


def _context(authorities: str) -> ssl.SSLContext:
    if Path(authorities).is_dir():
        return ssl.create_default_context(capath=authorities)
    return ssl.create_default_context(cafile=authorities)


def _httpx2_error(error: Exception, request: Request) -> TransportError:
    kind: type[TransportError] = ProtocolError
    if isinstance(error, httpx2.ConnectTimeout):
        kind = ConnectTimeout
    elif isinstance(error, (httpx2.ConnectError, httpx2.ProxyError, httpx2.PoolTimeout)):
        kind = ConnectError
    elif isinstance(error, httpx2.TimeoutException):
        kind = ReadTimeout
    return _described(kind, list(_causes(error)), request)


def _causes(error: BaseException) -> Iterator[BaseException]:
    current: BaseException | None = error
    for _ in range(20):
        if current is None:
            return
        yield current
        reason = getattr(current, "reason", None)
        nested = next((arg for arg in current.args if isinstance(arg, BaseException)), None)
        following = current.__cause__ or current.__context__ or nested
        current = reason if isinstance(reason, BaseException) else following


def _described(kind: type[TransportError], causes: list[BaseException], request: Request) -> TransportError:
    # Only what the operating system or TLS said: the libraries' own messages hold the URL with its query.
    system = next((cause for cause in reversed(causes) if isinstance(cause, OSError) and cause.strerror), None)
    reason: object = type(causes[-1]).__name__
    if isinstance(system, OSError):
        # asyncio puts words of its own in place of the system's.
        reason = os.strerror(system.errno or 0) if isinstance(system, ConnectionError) else system.strerror
    return kind(f"{request.method} {request.place}: {reason}")
