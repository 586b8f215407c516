"""Imports everything of a generated package, and uses what it holds where a description could do harm."""

from __future__ import annotations

import asyncio
import importlib
import json
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

TRAPS = ("a" * 3000 + "!", "x" * 3000, '"""', "\x00")
MOST = 400
"""How many operations and kinds are tried; enough for every document that is not about their number."""


class Reached(Exception):
    """A service that refuses every call: the request got through to it."""

    def __getattr__(self, _name: str) -> Any:
        """Any group of operations, and any operation."""
        return self

    def __call__(self, *_: Any, **__: Any) -> Any:
        """End the request."""
        raise self


def import_all(folder: Path, package: str) -> int:
    """Imports each module of the package, checks values by each of its kinds, asks each operation of its server."""
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    names = sorted(
        ".".join(path.relative_to(folder).with_suffix("").parts).removesuffix(".__init__")
        for path in (folder / package).rglob("*.py")
        if "_runtime" not in path.parts
    )
    for name in names:
        module = importlib.import_module(name)
        for exported in getattr(module, "__all__", ()):
            getattr(module, exported)
    root = importlib.import_module(package)
    if hasattr(root, "create_app"):
        ask(root)
    else:
        check_kinds(package, names)
    return len(names)


def check_kinds(package: str, names: Iterable[str]) -> None:
    """Checks texts that make bad patterns explode."""
    operation = importlib.import_module(f"{package}._runtime.client.operation").Operation
    found = [
        value
        for name in names
        if ".operations" in name
        for value in vars(sys.modules[name]).values()
        if isinstance(value, operation)
    ]
    for value in found[:MOST]:
        for parameter in value.parameters[:MOST]:
            for trap in TRAPS:
                for given in (trap, [trap], {trap: trap}, 10**400, float("nan")):
                    list(parameter.kind.check(given, "it"))


def ask(root: Any) -> None:
    """Sends each operation of the server a request that holds the same texts."""
    app = root.create_app(Reached())
    paths = list(root.description().get("paths", {}).items())
    for path, item in paths[:MOST]:
        for method in item:
            if method in {"get", "put", "post", "delete", "patch", "head", "options", "trace", "query"}:
                for trap in TRAPS[:2]:
                    asyncio.run(_request(app, method.upper(), path, trap))


async def _request(app: Any, method: str, path: str, trap: str) -> None:
    body = json.dumps({"a": trap, "b": [trap], **{f"p{n}": trap for n in range(40)}}).encode()
    query = "&".join([f"a={trap}", *(f"p{n}={trap}" for n in range(40))])
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path.replace("{", "").replace("}", ""),
        "raw_path": path.encode("utf-8", "replace"),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(b"host", b"127.0.0.1"), (b"content-type", b"application/json"), (b"accept", b"*/*")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    messages = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def receive() -> dict[str, Any]:
        return next(messages, {"type": "http.disconnect"})

    async def send(_message: Any) -> None:
        return

    with suppress(Reached):
        await app(scope, receive, send)
