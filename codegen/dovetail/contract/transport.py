"""Sending requests as they are written, byte for byte: no redirects, no retries, no rewriting."""

from __future__ import annotations

import base64
import gzip
import http.client
import ssl
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from ..errors import UsageError
from .exchange import Exchange, Headers, RequestRecord, ResponseRecord


class Sender:
    """One connection to a server; a request that could not be answered raises `OSError` or `HTTPException`."""

    def __init__(self, base_url: str, auth: tuple[str, str] | None = None, *, timeout: float = 10.0) -> None:
        parts = urlsplit(base_url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise UsageError(f"{base_url} is not the URL of a server; give one such as http://127.0.0.1:8080")
        self.base_url = base_url.rstrip("/")
        self.credentials: Headers = () if auth is None else (("Authorization", _basic(*auth)),)
        host, port = parts.hostname, parts.port
        self._connection: http.client.HTTPConnection = (
            http.client.HTTPSConnection(host, port, timeout=timeout, context=ssl.create_default_context())
            if parts.scheme == "https"
            else http.client.HTTPConnection(host, port, timeout=timeout)
        )

    def send(self, request: RequestRecord) -> Exchange:
        """Send a request with the credentials, and read its answer; a connection that was closed is opened again."""
        try:
            return self._send(request)
        except (ConnectionError, http.client.BadStatusLine):
            self._connection.close()
            return self._send(request)

    def _send(self, request: RequestRecord) -> Exchange:
        parts = urlsplit(request.url)
        sent = RequestRecord(request.method, request.url, (*request.headers, *self.credentials), request.body)
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        self._connection.putrequest(request.method, target, skip_accept_encoding=True)
        for name, value in sent.headers:
            self._connection.putheader(name, value.encode("latin-1"))
        if request.body or request.method in {"POST", "PUT", "PATCH"}:
            self._connection.putheader("Content-Length", str(len(request.body)))
        self._connection.endheaders(request.body or None)
        answer = self._connection.getresponse()
        return Exchange(sent, ResponseRecord(answer.status, tuple(answer.getheaders()), _plain(answer)))

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _plain(answer: http.client.HTTPResponse) -> bytes:
    body = answer.read()
    return gzip.decompress(body) if answer.getheader("content-encoding") == "gzip" else body


def _basic(username: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{username}:{password}".encode()).decode("ascii")
