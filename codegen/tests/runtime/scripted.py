"""A server on a real socket that answers as a test scripts it, and both clients behind one face."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from dovetail.runtime.client.answers import Answer
from dovetail.runtime.client.client import AsyncClient, Client
from dovetail.runtime.client.credentials import Basic
from dovetail.runtime.client.operation import Operation
from dovetail.runtime.client.settings import Settings

SECRET = "hunter2-not-for-logs"


@dataclass(frozen=True)
class Incoming:
    """A request as it arrived, byte for byte."""

    head: bytes
    body: bytes

    @property
    def line(self) -> str:
        return self.head.split(b"\r\n", 1)[0].decode("latin-1")

    @property
    def target(self) -> str:
        return self.line.split(" ")[1]

    @property
    def headers(self) -> dict[str, str]:
        lines = self.head.decode("latin-1").split("\r\n")[1:]
        return {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}


Reply = Callable[[Incoming, socket.socket], bytes | None]


def respond(status: int = 200, body: object = None, headers: Mapping[str, str] | None = None) -> bytes:
    """Write a whole HTTP response; a body that is not bytes goes as JSON."""
    content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} Said", f"Content-Length: {len(content)}", "Content-Type: application/json"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


def reset(connection: socket.socket) -> None:
    """Close so that the other side sees `Connection reset by peer`."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


@dataclass
class Server:
    """Answers each request by `reply`; `None` from it means that it dealt with the connection itself."""

    reply: Reply
    listener: socket.socket = field(default_factory=lambda: socket.create_server(("127.0.0.1", 0)))
    seen: list[Incoming] = field(default_factory=list)
    connections: int = 0

    @property
    def port(self) -> int:
        return int(self.listener.getsockname()[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def run(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except ssl.SSLError:
                continue
            except OSError:
                return
            self.connections += 1
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._converse, args=(connection,), daemon=True).start()

    def _converse(self, connection: socket.socket) -> None:
        with connection:
            try:
                while (incoming := _read(connection)) is not None:
                    self.seen.append(incoming)
                    answer = self.reply(incoming, connection)
                    if answer is None:
                        return
                    connection.sendall(answer)
            except OSError:
                return


def _read(connection: socket.socket) -> Incoming | None:
    received = b""
    while b"\r\n\r\n" not in received:
        chunk = connection.recv(65536)
        if not chunk:
            return None
        received += chunk
    head, _, body = received.partition(b"\r\n\r\n")
    headers = Incoming(head, b"").headers
    if headers.get("transfer-encoding") == "chunked":
        while not body.endswith(b"0\r\n\r\n"):
            body += connection.recv(65536)
        return Incoming(head, body)
    length = int(headers.get("content-length", "0"))
    while len(body) < length:
        body += connection.recv(65536)
    return Incoming(head, body)


def unchunked(body: bytes) -> list[bytes]:
    """The chunks of a body in chunked transfer coding (RFC 9112 section 7.1)."""
    chunks: list[bytes] = []
    while True:
        size, _, rest = body.partition(b"\r\n")
        length = int(size, 16)
        if not length:
            return chunks
        chunks.append(rest[:length])
        body = rest[length + 2 :]


def settings(url: str, **changes: Any) -> Settings:
    """Settings with a secret in them and no chance."""
    defaults: dict[str, Any] = {
        "credentials": {"key": Basic("AC1", SECRET)},
        "user_agent": "demo/1.0",
        "random": lambda: 1.0,
        "timeout": 5.0,
    }
    return Settings(url, **{**defaults, **changes})


@dataclass(frozen=True)
class Twin:
    """The sync or the async client, driven so that a test need not know which."""

    is_async: bool

    def send(self, settings: Settings, operation: Operation[Any], arguments: Mapping[str, object]) -> Answer[Any]:
        if not self.is_async:
            with Client(settings) as client:
                return client.send(operation, arguments)

        async def main() -> Answer[Any]:
            async with AsyncClient(settings) as client:
                return await client.send(operation, arguments)

        return asyncio.run(main())

    def call(self, settings: Settings, operation: Operation[Any], arguments: Mapping[str, object]) -> Any:
        return self.send(settings, operation, arguments).value

    def follow(
        self, settings: Settings, operation: Operation[Any], arguments: Mapping[str, object], link: str, **more: object
    ) -> Any:
        """Make a call, and the step from its answer."""
        if not self.is_async:
            with Client(settings) as client:
                return getattr(client.send(operation, arguments).links, link)(**more)

        async def main() -> Any:
            async with AsyncClient(settings) as client:
                return await getattr((await client.send(operation, arguments)).links, link)(**more)

        return asyncio.run(main())

    def chunks(self, settings: Settings, operation: Operation[Any], arguments: Mapping[str, object]) -> list[bytes]:
        """Download, chunk by chunk."""
        if not self.is_async:
            with Client(settings) as client, client.download(operation, arguments) as download:
                return list(download)

        async def main() -> list[bytes]:
            async with AsyncClient(settings) as client, await client.download(operation, arguments) as download:
                return [chunk async for chunk in download]

        return asyncio.run(main())

    def save(self, settings: Settings, operation: Operation[Any], path: Path) -> int:
        """Download into a file."""
        if not self.is_async:
            with Client(settings) as client:
                return client.download(operation, {}).save(path)

        async def main() -> int:
            async with AsyncClient(settings) as client:
                return await (await client.download(operation, {})).save(path)

        return asyncio.run(main())

    def streamed(
        self, settings: Settings, operation: Operation[Any], limit: int | None = None, *, as_events: bool = False
    ) -> list[Any]:
        """Read a stream, its first `limit` items."""
        if not self.is_async:
            with Client(settings) as client, client.stream(operation, {}) as stream:
                return list(islice(stream.events() if as_events else stream, limit))

        async def main() -> list[Any]:
            found: list[Any] = []
            async with AsyncClient(settings) as client, await client.stream(operation, {}) as stream:
                async for item in stream.events() if as_events else stream:
                    found.append(item)
                    if len(found) == limit:
                        break
            return found

        return asyncio.run(main())

    def items(
        self,
        settings: Settings,
        operation: Operation[Any],
        arguments: Mapping[str, object],
        limit: int | None = None,
        *,
        is_plain: bool = False,
    ) -> list[Any]:
        if not self.is_async:
            with Client(settings) as client:
                pager = client.pages(operation, arguments, limit)
                return list(pager.plain() if is_plain else pager)

        async def main() -> list[Any]:
            async with AsyncClient(settings) as client:
                pager = client.pages(operation, arguments, limit)
                return [item async for item in (pager.plain() if is_plain else pager)]

        return asyncio.run(main())

    def page_values(
        self,
        settings: Settings,
        operation: Operation[Any],
        arguments: Mapping[str, object],
        limit: int | None = None,
        *,
        is_plain: bool = False,
    ) -> list[Any]:
        if not self.is_async:
            with Client(settings) as client:
                pager = client.pages(operation, arguments, limit)
                return list((pager.plain() if is_plain else pager).pages())

        async def main() -> list[Any]:
            async with AsyncClient(settings) as client:
                pager = client.pages(operation, arguments, limit)
                return [page async for page in (pager.plain() if is_plain else pager).pages()]

        return asyncio.run(main())
