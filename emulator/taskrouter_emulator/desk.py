"""Between the calls of the application and the operations on the store: threads, replies, and who asks."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any, TypeVar
from urllib.parse import parse_qsl

import anyio
from anyio import CapacityLimiter

from taskrouter_server import Call, Refused, Reply

from .accounts import Principal
from .arguments import Arguments
from .domain.answer import Answer
from .emulator import Emulator
from .refusals import ApiError, invalid
from .store.engine import CONNECTIONS
from .transaction import Client, Transaction, WorkspaceTransaction

Result = TypeVar("Result")

CLIENT_ADDRESS: ContextVar[str | None] = ContextVar("CLIENT_ADDRESS", default=None)
"""The IP address of the request that is being answered."""

_HOST = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253})|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")


class Desk:
    """Runs the operations of calls in threads, as many at a time as the store has connections."""

    def __init__(self, emulator: Emulator) -> None:
        self.emulator = emulator
        self._limiter = CapacityLimiter(CONNECTIONS)

    async def in_thread(self, act: Callable[[], Result]) -> Result:
        """Run something that waits for the store."""
        return await anyio.to_thread.run_sync(act, limiter=self._limiter)

    async def see_account(self, call: Call[Principal], act: Callable[[Transaction], Answer]) -> Reply[Any]:
        """Answer from what the account has."""
        client = self._client(call)
        return await self._answer(lambda: self.emulator.read_account(client, act))

    async def change_account(self, call: Call[Principal], act: Callable[[Transaction], Answer]) -> Reply[Any]:
        """Answer after changing what the account has."""
        client = self._client(call)
        return await self._answer(lambda: self.emulator.write_account(client, act))

    async def see(
        self, call: Call[Principal], workspace_sid: str, act: Callable[[WorkspaceTransaction], Answer]
    ) -> Reply[Any]:
        """Answer from what is in the workspace."""
        client = self._client(call)
        return await self._answer(lambda: self.emulator.read(client, workspace_sid, act))

    async def change(
        self, call: Call[Principal], workspace_sid: str, act: Callable[[WorkspaceTransaction], Answer]
    ) -> Reply[Any]:
        """Answer after changing what is in the workspace."""
        client = self._client(call)
        return await self._answer(lambda: self.emulator.write(client, workspace_sid, act))

    async def _answer(self, act: Callable[[], Answer]) -> Reply[Any]:
        try:
            answer = await self.in_thread(act)
        except ApiError as error:
            raise refused(error) from None
        headers = {"Twilio-Request-Id": request_id()}
        if answer.etag is not None:
            headers["ETag"] = answer.etag
        return Reply(answer.body, headers=headers)

    def _client(self, call: Call[Principal]) -> Client:
        return Client(
            account_sid=call.principal.account_sid,
            base_url=self._base_url(call.url),
            query=parse_qsl(call.url.partition("?")[2], keep_blank_values=True),
            address=CLIENT_ADDRESS.get(),
        )

    def _base_url(self, url: str) -> str:
        """Where the client has found the server; what it says of the host is trusted only if it can be one."""
        options = self.emulator.options
        if options.public_url is not None:
            return options.public_url.rstrip("/")
        scheme, _, rest = url.partition("://")
        host = re.split(r"[/?#]", rest, maxsplit=1)[0]
        return f"{scheme}://{host}" if _HOST.fullmatch(host) else options.address


def arguments_of(call: Call[Principal], params: Mapping[str, object] | None = None) -> Arguments:
    """The arguments of a call; what no store can hold is refused here."""
    for name, value in (params or {}).items():
        texts = value if isinstance(value, list) else [value]
        if any(isinstance(text, str) and "\x00" in text for text in texts):
            wire_name = "".join(word.capitalize() for word in name.split("_"))
            raise refused(invalid(f"{wire_name} must not hold the character NUL"))
    return Arguments(params or {}, call.if_match)


def refused(error: ApiError) -> Refused:
    """The refusal as the application takes it."""
    return Refused(reply_of(error))


def reply_of(error: ApiError) -> Reply[Any]:
    """The error as an answer."""
    return Reply(error.body(), error.status, {"Twilio-Request-Id": request_id(), **error.headers})


def request_id() -> str:
    """A name for one request."""
    return "RQ" + secrets.token_hex(16)
