"""Requests put on the wire by `requests`.

Nothing follows redirects, keeps cookies or reads credentials from the environment: that is the flow's business, or no
one's. Proxies and certificate authorities are taken from the environment as the library does.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from traceback import walk_tb
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from urllib3.exceptions import HTTPError, NewConnectionError, ReadTimeoutError

from .errors import ConnectError, ConnectTimeout, Headers, ProtocolError, ReadTimeout, TransportError
from .messages import Request, Response
from .settings import Settings
from .transports import CHUNK, CONNECTIONS, by_scheme, causes_of, described

_NO_CONNECTION = (NewConnectionError, requests.exceptions.SSLError, requests.exceptions.ProxyError)
_FAULTS = (OSError, ValueError, HTTPError)


@dataclass(frozen=True, slots=True)
class _Own:
    """An adapter of our own: the process it belongs to, and what the environment says for each origin."""

    settings: Settings
    adapter: HTTPAdapter = field(default_factory=lambda: HTTPAdapter(pool_maxsize=CONNECTIONS))
    process: int = field(default_factory=os.getpid)
    environments: dict[str, Mapping[str, Any]] = field(default_factory=dict[str, Mapping[str, Any]])

    def environment(self, url: str) -> Mapping[str, Any]:
        """What holds for a URL: proxies and certificates, found out once for each origin."""
        place = _origin(url)
        known = self.environments.get(place)
        if known is None:
            settings = self.settings
            verify = None if settings.verify is True else settings.verify
            found = requests.Session().merge_environment_settings(url, {}, True, verify, settings.cert)
            if settings.proxies is not None:
                found["proxies"] = by_scheme(settings.proxies)
            known = self.environments[place] = found
        return known


@dataclass(frozen=True, slots=True)
class _Given:
    """A session that was passed, and what it and the environment say for each origin."""

    session: requests.Session
    environments: dict[object, Mapping[str, Any]] = field(default_factory=dict[object, Mapping[str, Any]])

    def environment(self, url: str) -> Mapping[str, Any]:
        """What holds for a URL: proxies and certificates, found out for each origin, anew if the session changes."""
        session = self.session
        key = (_origin(url), session.trust_env, session.verify, session.cert, tuple(session.proxies.items()))
        known = self.environments.get(key)
        if known is None:
            known = self.environments[key] = session.merge_environment_settings(url, {}, True, None, None)
        return known


def _origin(url: str) -> str:
    return url[: url.find("/", 8)]


class Transport:
    """Sends by `requests`: by the session that was passed, or by an adapter of its own for each process."""

    def __init__(self, settings: Settings, session: requests.Session | None) -> None:
        self._settings = settings
        self._given = None if session is None else _Given(session)
        self._own: _Own | None = None
        self._is_closed = False

    def send(self, request: Request) -> Response | TransportError:
        """Send, and give the response or what came instead."""
        if self._is_closed:
            raise RuntimeError("the client is closed")
        body = request.body
        # What is awaited fails here and not in the middle of the request.
        content = body if body is None or isinstance(body, bytes) else iter(body)
        send = self._send_own if self._given is None else self._send_given
        try:
            response = send(request, content)
            headers = Headers(response.headers)
            if request.is_streamed and 200 <= response.status_code < 300:
                return Response(response.status_code, headers, b"", chunks=_Chunks(response, request))
            return Response(response.status_code, headers, response.content)
        except _FAULTS as error:
            return _fault(error, request)

    def close(self) -> None:
        """Close the connections, but not a session that was passed."""
        self._is_closed = True
        own, self._own = self._own, None
        if own is not None and own.process == os.getpid():
            own.adapter.close()

    def _send_own(self, request: Request, content: bytes | Iterator[bytes] | None) -> requests.Response:
        own = self._own
        # A child process must not write to the connections of its parent.
        if own is None or own.process != os.getpid():
            own = self._own = _Own(self._settings)
        # The bytes are final already: preparing them again, and all that a session does, would only cost time.
        prepared = requests.PreparedRequest()
        prepared.method, prepared.url = request.method, request.url
        vars(prepared)["body"] = content
        prepared.headers = CaseInsensitiveDict(request.headers)
        return own.adapter.send(prepared, timeout=request.timeout, **own.environment(request.url))

    def _send_given(self, request: Request, content: bytes | Iterator[bytes] | None) -> requests.Response:
        if self._given is None:
            raise RuntimeError("no session was passed")
        session, environment = self._given.session, self._given.environment(request.url)
        wanted = requests.Request(request.method, request.url, headers=dict(request.headers))
        # Any `auth` at all keeps requests from replacing the Authorization header by one from a netrc file.
        wanted.auth = _with(content, request.headers)
        prepared = session.prepare_request(wanted)
        return session.send(prepared, timeout=request.timeout, allow_redirects=False, **environment)


def _with(
    content: bytes | Iterator[bytes] | None, headers: Mapping[str, str]
) -> Callable[[requests.PreparedRequest], requests.PreparedRequest]:
    """Put the body in as it is: preparing it would measure a stream, and change the headers that say how it goes."""

    def finish(request: requests.PreparedRequest) -> requests.PreparedRequest:
        vars(request)["body"] = content
        for name in ("Content-Length", "Transfer-Encoding"):
            request.headers.pop(name, None)
            if name in headers:
                request.headers[name] = headers[name]
        return request

    return finish


class _Chunks:
    """The body of a response that is still coming."""

    def __init__(self, response: requests.Response, request: Request) -> None:
        self._response, self._request = response, request

    def __iter__(self) -> Iterator[bytes]:
        try:
            while chunk := self._response.raw.read1(CHUNK, decode_content=True):
                yield chunk
        except _FAULTS as error:
            raise _fault(error, self._request) from None

    def close(self) -> None:
        """Leave the rest."""
        self._response.close()


def _fault(error: Exception, request: Request) -> TransportError:
    causes = list(causes_of(error))
    kind: type[TransportError] = ProtocolError
    if isinstance(error, requests.ConnectTimeout) or any(map(_is_handshake, causes)):
        kind = ConnectTimeout
    elif isinstance(error, requests.Timeout) or any(isinstance(cause, ReadTimeoutError) for cause in causes):
        kind = ReadTimeout
    elif any(isinstance(cause, _NO_CONNECTION) for cause in causes):
        kind = ConnectError
    return described(kind, causes, request)


def _is_handshake(cause: BaseException) -> bool:
    # requests calls it a read timeout when TLS is not agreed in time, though nothing was sent yet.
    steps = walk_tb(cause.__traceback__) if isinstance(cause, TimeoutError) else ()
    return any(frame.f_code.co_name == "do_handshake" for frame, _ in steps)
