"""The two ways to put a request on the wire: `requests` and `httpx2`. Both give the same outcome for the same answer.

Neither follows redirects, keeps cookies or reads credentials from the environment: that is the flow's business, or no
one's. Proxies and certificate authorities are taken from the environment as both libraries do.
"""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import Iterator
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from weakref import WeakKeyDictionary

import httpx2
import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import NewConnectionError, ReadTimeoutError

from .arguments import Request
from .errors import ConnectError, ConnectTimeout, Headers, ProtocolError, ReadTimeout, TransportError
from .flow import Response
from .settings import Settings

CONNECTIONS = 100
_NO_CONNECTION = (NewConnectionError, requests.exceptions.SSLError, requests.exceptions.ProxyError)


class _Session(requests.Session):
    """A session that never looks where a redirect leads."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        del resp
        return None


def _keep_authorization(request: requests.PreparedRequest) -> requests.PreparedRequest:
    # Any `auth` at all keeps requests from replacing the Authorization header by one from a netrc file.
    return request


class Transport:
    """Sends by `requests`: by the session that was passed, or by one of its own for each process."""

    def __init__(self, settings: Settings, session: requests.Session | None) -> None:
        self._settings, self._given = settings, session
        self._own: tuple[int, requests.Session] | None = None
        self._is_closed = False

    def send(self, request: Request) -> Response | TransportError:
        """Send, and give the response or what came instead."""
        session = self._session()
        prepared = session.prepare_request(
            requests.Request(
                request.method, request.url, headers=dict(request.headers), data=request.body, auth=_keep_authorization
            )
        )
        environment = session.merge_environment_settings(request.url, {}, False, None, None)
        try:
            response = session.send(prepared, timeout=request.timeout, allow_redirects=False, **environment)
        except (OSError, ValueError) as error:
            return _requests_error(error, request)
        return Response(response.status_code, Headers(response.headers), response.content)

    def close(self) -> None:
        """Close the session, unless it was passed."""
        self._is_closed = True
        own, self._own = self._own, None
        if own is not None and own[0] == os.getpid():
            own[1].close()

    def _session(self) -> requests.Session:
        if self._is_closed:
            raise RuntimeError("the client is closed")
        if self._given is not None:
            return self._given
        # A child process must not write to the connections of its parent.
        own, process = self._own, os.getpid()
        if own is None or own[0] != process:
            own = self._own = (process, _new_session(self._settings))
        return own[1]


def _new_session(settings: Settings) -> requests.Session:
    session = _Session()
    session.headers.clear()
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
    session.verify = settings.verify
    session.proxies.update(settings.proxies or {})
    for scheme in ("http://", "https://"):
        session.mount(scheme, HTTPAdapter(pool_maxsize=CONNECTIONS))
    return session


def _requests_error(error: Exception, request: Request) -> TransportError:
    causes = list(_causes(error))
    kind: type[TransportError] = ProtocolError
    if isinstance(error, requests.ConnectTimeout):
        kind = ConnectTimeout
    elif isinstance(error, requests.Timeout) or any(isinstance(cause, ReadTimeoutError) for cause in causes):
        kind = ReadTimeout
    elif any(isinstance(cause, _NO_CONNECTION) for cause in causes):
        kind = ConnectError
    return _described(kind, causes, request)


class AsyncTransport:
    """Sends by `httpx2`: by the client that was passed, or by one of its own for each process and event loop."""

    def __init__(self, settings: Settings, http_client: httpx2.AsyncClient | None) -> None:
        self._settings, self._given = settings, http_client
        self._own: WeakKeyDictionary[asyncio.AbstractEventLoop, tuple[int, httpx2.AsyncClient]] = WeakKeyDictionary()
        self._is_closed = False

    async def send(self, request: Request) -> Response | TransportError:
        """Send, and give the response or what came instead."""
        client = self._client()
        timeout = httpx2.Timeout(request.timeout)
        try:
            built = client.build_request(
                request.method, request.url, headers=request.headers, content=request.body, timeout=timeout
            )
            response = await client.send(built, auth=httpx2.Auth(), follow_redirects=False)
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
    proxies = {
        f"{scheme}://": httpx2.AsyncHTTPTransport(verify=verify, proxy=url, limits=limits)
        for scheme, url in (settings.proxies or {}).items()
    }
    cookies = CookieJar(DefaultCookiePolicy(allowed_domains=()))
    client = httpx2.AsyncClient(verify=verify, mounts=proxies, limits=limits, cookies=cookies)
    client.headers.clear()
    return client


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
    while current is not None:
        yield current
        reason = getattr(current, "reason", None)
        nested = next((arg for arg in current.args if isinstance(arg, BaseException)), None)
        following = current.__cause__ or current.__context__ or nested
        current = reason if isinstance(reason, BaseException) else following


def _described(kind: type[TransportError], causes: list[BaseException], request: Request) -> TransportError:
    # Only what the operating system said: the libraries' own messages hold the URL with its query.
    system = next((cause for cause in reversed(causes) if isinstance(cause, OSError) and cause.strerror), None)
    reason = system.strerror if isinstance(system, OSError) else type(causes[-1]).__name__
    return kind(f"{request.method} {request.place}: {reason}")
