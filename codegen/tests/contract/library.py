"""A library's books: a correct implementation of `library.yaml` on the server runtime, and a way to run it."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp

from dovetail.runtime.server.app import serve
from dovetail.runtime.server.calls import Call, Credentials, Refusal, Refused, Reply
from dovetail.runtime.server.limits import Limits
from dovetail.runtime.server.operations import ServedOperation
from dovetail.runtime.server.tolerances import Tolerance

ID = {"id": "id"}
OPERATIONS = (
    ServedOperation("listBooks", "books", "list", params={("query", n): n for n in ("genre", "tag", "size", "lent")}),
    ServedOperation(
        "createBook", "books", "create", params={("body", n): n for n in ("title", "genre", "copies", "published")}
    ),
    ServedOperation("fetchBook", "books", "fetch", ID),
    ServedOperation(
        "updateBook",
        "books",
        "update",
        ID,
        {("header", "If-Match"): "if_match"}
        | {("body", n): n for n in ("title", "copies", "tags", "is_lent", "borrower", "weight")},
    ),
    ServedOperation("deleteBook", "books", "delete", ID),
)


def refusal(status: int, message: str) -> Reply[Any]:
    return Reply({"code": 1000 + status, "message": message, "status": status}, status)


class Books:
    """The resource. What it holds lives in memory."""

    def __init__(self) -> None:
        self._numbers = itertools.count(10)
        self._books: dict[str, dict[str, Any]] = {}
        self._versions: dict[str, int] = {}
        self.calls: list[tuple[str, dict[str, Any]]] = []

    async def list(self, call: Call[str], *, params: Mapping[str, Any]) -> dict[str, Any]:
        self.calls.append((call.operation_id, dict(params)))
        books = [
            book
            for book in self._books.values()
            if book["genre"] == params.get("genre", book["genre"])
            and set(params.get("tag", ())) <= set(book["tags"])
            and book["is_lent"] == params.get("lent", book["is_lent"])
        ]
        return {"books": books[: params.get("size", 20)], "total": len(books)}

    async def create(self, call: Call[str], *, params: Mapping[str, Any]) -> Reply[Any]:
        self.calls.append((call.operation_id, dict(params)))
        identity = f"BK{next(self._numbers):08x}"
        book = {"copies": 1, "published": None, "tags": [], "is_lent": False, **params, "id": identity}
        self._books[identity], self._versions[identity] = book, 1
        return self._reply(identity, 201)

    async def fetch(self, call: Call[str], *, id: str) -> Reply[Any]:
        return self._reply(id)

    async def update(self, call: Call[str], *, id: str, params: Mapping[str, Any]) -> Reply[Any]:
        self.calls.append((call.operation_id, dict(params)))
        reply = self._reply(id)
        if call.if_match not in {None, reply.headers["ETag"]}:
            return refusal(412, "The book has changed.")
        changes = {name: value for name, value in params.items() if name not in {"if_match", "weight"}}
        self._books[id] = self._books[id] | changes
        self._versions[id] += 1
        return self._reply(id)

    async def delete(self, call: Call[str], *, id: str) -> None:
        self._reply(id)
        del self._books[id]

    def _reply(self, identity: str, status: int = 200) -> Reply[Any]:
        if identity not in self._books:
            raise Refused(refusal(404, "No such book."))
        return Reply(self._books[identity], status, {"ETag": f'"{self._versions[identity]}"'})


class Library:
    """The service. `books` may be exchanged for a faulty one."""

    def __init__(self, books: Books | None = None) -> None:
        self.books = books or Books()
        self.refusals: list[Refusal] = []

    async def authenticate(self, credentials: Credentials, operation_id: str) -> str | None:
        return credentials.username if credentials.password == "secret" else None

    def refuse(self, fault: Refusal) -> Reply[Any]:
        self.refusals.append(fault)
        return refusal(fault.status, "; ".join(str(each) for each in fault.faults) or "Refused.")


def library_app(
    description: Mapping[str, Any],
    service: Library | None = None,
    limits: Limits | None = None,
    tolerances: tuple[Tolerance, ...] = (),
) -> Starlette:
    return serve(description, OPERATIONS, service or Library(), limits or Limits(), tolerances=tolerances)


@contextlib.contextmanager
def running(app: ASGIApp | Callable[..., Any]) -> Iterator[str]:
    """Serve an application by uvicorn on a free port of the loopback, in a thread; gives its base URL."""
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve()), daemon=True)
    thread.start()
    while not server.started:
        if not thread.is_alive():
            raise RuntimeError("the server did not start")
        thread.join(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(10)
