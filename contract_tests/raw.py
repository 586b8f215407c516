"""Requests as they are written, byte for byte, over a socket."""

from __future__ import annotations

import http.client
import io
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from dovetail.contract import Exchange, RequestRecord, ResponseRecord

from .accounts import Account
from .recording import Recorder

FORM = "application/x-www-form-urlencoded"
TIMEOUT = 20.0


@dataclass(frozen=True, slots=True)
class RawClient:
    """Sends what no careful client would; every exchange is kept."""

    base_url: str
    account: Account | None
    recorder: Recorder | None = None

    def send(
        self,
        method: str,
        path: str,
        form: Mapping[str, object] | bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> ResponseRecord:
        """Send a well-formed message; a form is written with repeated keys for lists."""
        body = form if isinstance(form, bytes) else urlencode(form or {}, doseq=True).encode()
        sent = {"Authorization": self.account.authorization} if self.account else {}
        if form is not None:
            sent["Content-Type"] = FORM
        sent |= headers or {}
        place = urlsplit(self.base_url)
        connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=TIMEOUT)
        try:
            connection.putrequest(method, path, skip_accept_encoding=True)
            for name, value in sent.items():
                connection.putheader(name, value.encode("latin-1"))
            if form is not None or method in {"POST", "PUT", "PATCH"}:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body or None)
            answer = connection.getresponse()
            response = ResponseRecord(answer.status, tuple(answer.getheaders()), answer.read())
        finally:
            connection.close()
        request = RequestRecord(method, self.base_url + path, tuple(sent.items()), body)
        if self.recorder is not None:
            self.recorder.add(Exchange(request, response))
        return response

    def say(self, message: bytes, *, ends: bool = False) -> ResponseRecord | None:
        """Send bytes as they are, and read what comes back; None where the connection is closed without a word.

        `ends` says that no more is going to come.
        """
        place = urlsplit(self.base_url)
        with socket.create_connection((place.hostname or "", place.port or 80), timeout=TIMEOUT) as connection:
            try:
                connection.sendall(message)
                if ends:
                    connection.shutdown(socket.SHUT_WR)
            except (BrokenPipeError, ConnectionResetError):
                pass  # refused before all of it was read; the refusal may still be there to read
            return read_answer(connection)


def read_answer(connection: socket.socket) -> ResponseRecord | None:
    """Read one answer, and what follows it until the connection is closed or silent."""
    answer = http.client.HTTPResponse(connection)
    try:
        answer.begin()
        body = answer.read()
    except (http.client.BadStatusLine, ConnectionResetError, io.UnsupportedOperation):
        return None
    finally:
        answer.close()
    return ResponseRecord(answer.status, tuple(answer.getheaders()), body)
