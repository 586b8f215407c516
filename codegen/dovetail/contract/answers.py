"""A server that answers what it is told to, on a real socket of the loopback, and remembers what it was asked."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from .exchange import RequestRecord, ResponseRecord

NOTHING = ResponseRecord(204)


class AnswerServer:
    """Answers every request with `answer`, which may be set between requests; `asked` are the requests, in order."""

    def __init__(self) -> None:
        self.answer = NOTHING
        self.asked: list[RequestRecord] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _answering(self))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _answering(owner: AnswerServer) -> type[BaseHTTPRequestHandler]:
    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def __getattr__(self, name: str) -> Any:
            if name.startswith("do_"):
                return self._reply
            raise AttributeError(name)

        def _reply(self) -> None:
            body = self._body()
            url = owner.url + self.path
            owner.asked.append(RequestRecord(self.command, url, tuple(self.headers.items()), body))
            answer = owner.answer
            lines = [f"HTTP/1.1 {answer.status} Answer", *(f"{name}: {value}" for name, value in answer.headers)]
            if answer.status >= 200 and answer.status != 204:
                lines.append(f"Content-Length: {len(answer.body)}")
            head = "\r\n".join([*lines, "", ""]).encode("latin-1")
            self.wfile.write(head + (b"" if self.command == "HEAD" else answer.body))

        def _body(self) -> bytes:
            if self.headers.get("transfer-encoding", "").lower() == "chunked":
                return b"".join(iter(self._chunk, b""))
            return self.rfile.read(int(self.headers.get("content-length", 0)))

        def _chunk(self) -> bytes:
            size = int(self.rfile.readline().partition(b";")[0], 16)
            chunk = self.rfile.read(size)
            self.rfile.readline()
            return chunk

        def log_message(self, format: str, *args: Any) -> None:
            """Log nothing."""

    return Answering
