"""A server that answers as a test scripts it, and the generated clients that talk to it."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from inspect import isawaitable
from typing import Any

from codegen.tests.generating import Made
from codegen.tests.runtime.scripted import Incoming, Server

Make = Callable[..., Made]
Use = Callable[[Any], Any]


class Talk:
    """A server that answers as scripted, and the clients that talk to it."""

    def __init__(self, *, is_async: bool) -> None:
        self.is_async = is_async
        self.answers: list[bytes] = []
        self.server = Server(lambda incoming, _: self.answers.pop(0))
        threading.Thread(target=self.server.run, daemon=True).start()

    @property
    def last(self) -> Incoming:
        return self.server.seen[-1]

    def __call__(self, made: Made, use: Use, *answers: bytes, **options: Any) -> Any:
        """Make a client, use it, and give what came of it, a pager as a list."""
        self.answers[:] = answers
        package = made.module()
        if not self.is_async:
            with package.Client(base_url=self.server.url, **options) as client:
                result = use(client)
                return list(result) if hasattr(result, "pages") else result

        async def main() -> Any:
            async with package.AsyncClient(base_url=self.server.url, **options) as client:
                result = use(client)
                if hasattr(result, "pages"):
                    return [item async for item in result]
                return await result if isawaitable(result) else result

        return asyncio.run(main())
