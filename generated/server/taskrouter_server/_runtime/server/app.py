"""The ASGI application around an implementation: it finds the operation, reads the request, and judges every answer.

Whatever a client sends, what is wrong with it is refused in the API's own shape by `Service.refuse`; a 500 means that
the implementation raised or broke the description, and is logged. Refusals carry the status that the operation
documents: 404 for a path value that cannot be (else 400), 415 for the media type (else 400), 413 for the size (else
400), 406 only where it is documented, as RFC 9110 (12.4.1) allows. 404 and 405 for what is no operation, 408, 414 and
431 belong to no operation.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Protocol, cast

from starlette.applications import Starlette
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from .calls import Call, Credentials, Refusal, Refused, Reply
from .faults import Fault, Faulty
from .judge import Contract, JudgedOperation, Match, NoMatch
from .limits import Limits
from .media_types import negotiate
from .message import Disconnected, Message, Oversized
from .operations import ServedOperation, checked_operations
from .security import challenges_of, is_enough, may_be_anonymous, read_credentials
from .streaming import chunks, close
from .tolerances import Tolerance

log = logging.getLogger(__name__.partition(".")[0])


class Authority(Protocol):
    """What the application asks of any service: who is calling, and how the API words a refusal."""

    async def authenticate(self, credentials: Credentials, operation_id: str) -> Any:
        """Say who this is, or None for nobody."""
        ...

    def refuse(self, fault: Refusal) -> Reply[Any]:
        """Word a refusal of the application in the API's own shape."""
        ...


def serve(
    description: Mapping[str, Any],
    operations: Sequence[ServedOperation],
    service: Authority,
    limits: Limits,
    *,
    tolerances: Sequence[Tolerance] = (),
) -> Starlette:
    """Make the application of a description around its implementation.

    Routes added to the result go before it. `tolerances` are foreign spellings that are taken all the same.

    Raises:
        TypeError: the service lacks methods of documented operations; the message names them all.
    """
    contract = Contract(description, tolerances=tolerances)
    app = Starlette()
    app.state.contract = contract
    app.router.default = ServedDescription(contract, checked_operations(contract, operations, service), service, limits)
    return app


class ServedDescription:
    """An ASGI application that answers every request by the description."""

    def __init__(
        self, contract: Contract, methods: Mapping[str, ServedOperation], service: Authority, limits: Limits
    ) -> None:
        self._contract, self._operations = contract, methods
        self._service, self._limits = service, limits
        self._challenges = challenges_of(contract.description)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; a WebSocket is closed, for a description documents none."""
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})
            return
        message = Message(scope, receive, self._limits)
        try:
            answer = await self._answer(message)
            if message.is_unread:
                await message.drain()
            if message.is_unread:
                answer.headers["connection"] = "close"
        except Disconnected:
            return
        if message.method == "HEAD":
            answer.body = b""
        await answer(scope, receive, send)

    async def _answer(self, message: Message) -> Response:
        if (status := self._limits.refused_status(message.scope)) is not None:
            return self._refused(Refusal(status, message.method, message.path[:200]))
        method = message.method
        match = self._contract.match(method, message.path, message.query)
        if isinstance(match, NoMatch) and method == "HEAD":
            match = self._contract.match("GET", message.path, message.query)
        if isinstance(match, Match):
            return await self._operate(message, match)
        if not match.allowed:
            return self._refused(Refusal(404, method, message.path))
        allowed = tuple(sorted({*match.allowed, "OPTIONS"} | ({"HEAD"} if "GET" in match.allowed else set())))
        if method == "OPTIONS":
            return Response(status_code=204, headers={"allow": ", ".join(allowed)})
        return self._refused(Refusal(405, method, message.path, allowed=allowed))

    async def _operate(self, message: Message, match: Match) -> Response:
        operation = match.operation
        try:
            return await self._encoded(message, operation, await self._reply(message, match))
        except Refused as error:
            return await self._encoded(message, operation, error.reply)
        except Oversized as error:
            status = error.status if error.status == 408 else _nearest(operation, error.status)
            return self._refused(message.refusal(status, operation.operation_id, (error.fault,)), operation)
        except Faulty as error:
            status = _status_of(operation, error.faults)
            return self._refused(message.refusal(status, operation.operation_id, error.faults), operation)
        except Disconnected:
            raise
        except Exception:
            log.exception("%s failed", operation.operation_id)
            return self._refused(message.refusal(500, operation.operation_id), operation)

    async def _reply(self, message: Message, match: Match) -> Reply[Any]:
        operation = match.operation
        operation_id = operation.operation_id
        description = self._contract.description
        credentials = read_credentials(description, message.headers, message.query)
        is_asked = is_enough(description, operation.value, credentials)
        principal = await self._service.authenticate(credentials, operation_id) if is_asked else None
        if principal is None and not may_be_anonymous(description, operation.value):
            refusal = message.refusal(401, operation_id)
            raise Refused(_with_header(self._service.refuse(refusal), "www-authenticate", self._challenges))
        body = await message.body() if operation.body is not None else b""
        decoded = operation.decode(match.path_values, message.query, message.fields, body)
        accept = message.headers.get("accept", "")
        if (fault := _unacceptable(operation, accept)) is not None:
            raise Faulty([fault])
        wanted = negotiate(accept, operation.offered) or ""
        call = Call(principal, operation_id, message.method, message.url, message.headers, wanted)
        value = await self._operations[operation_id].invoke(self._service, call, decoded)
        return cast("Reply[object]", value) if isinstance(value, Reply) else Reply(value)

    async def _encoded(self, message: Message, operation: JudgedOperation, reply: Reply[Any]) -> Response:
        """Write an answer, unless it breaks the description: then it is a 500 and a line in the log."""
        try:
            encoded = operation.encode(reply.status, reply.headers, reply.value, message.headers.get("accept", ""))
        except Faulty as error:
            _log_breach(operation, error)
            refusal = Refusal(500, operation.method, operation.path, operation.operation_id)
            return self._refused(refusal)
        if isinstance(encoded.body, bytes):
            return _response(encoded.status, encoded.headers, encoded.body)
        if message.method == "HEAD":
            await close(encoded.body)
            return _response(encoded.status, encoded.headers, b"")
        content = chunks(encoded.body, partial(_log_breach, operation))
        return _with_headers(StreamingResponse(content, encoded.status), encoded.headers)

    def _refused(self, refusal: Refusal, operation: JudgedOperation | None = None) -> Response:
        reply = self._service.refuse(refusal)
        if refusal.allowed:
            reply = _with_header(reply, "allow", ", ".join(refusal.allowed))
        status = reply.status or refusal.status
        if operation is not None and operation.response(status) is not None:
            try:
                encoded = operation.encode(status, reply.headers, reply.value)
                if isinstance(encoded.body, bytes):
                    return _response(status, encoded.headers, encoded.body)
            except Faulty as error:
                log.log(logging.ERROR, "a refusal breaks the description: %s", error)
        body = b"" if reply.value is None else json.dumps(reply.value, allow_nan=False).encode("utf-8")
        headers = {"content-type": "application/json"} if body else {}
        return _response(status, headers | dict(reply.headers), body)


def _response(status: int, headers: Mapping[str, str], body: bytes) -> Response:
    return _with_headers(Response(body, status_code=status), headers)


def _with_headers(response: Response, headers: Mapping[str, str]) -> Response:
    response.raw_headers.extend(
        (name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()
    )
    return response


def _log_breach(operation: JudgedOperation, error: Exception) -> None:
    if isinstance(error, Faulty):
        log.log(logging.ERROR, "%s answered against its description: %s", operation.operation_id, error)
    else:
        log.error("%s failed while it answered", operation.operation_id, exc_info=error)


def _with_header(reply: Reply[Any], name: str, value: str) -> Reply[Any]:
    if not value or name in {known.lower() for known in reply.headers}:
        return reply
    return Reply(reply.value, reply.status, {**reply.headers, name: value})


def _unacceptable(operation: JudgedOperation, accept: str) -> Fault | None:
    if not accept or "406" not in operation.responses:
        return None
    offered = operation.offered
    if not offered or negotiate(accept, offered) is not None:
        return None
    return Fault("header", "Accept", "media-type", f"must admit {' or '.join(offered)}")


def _status_of(operation: JudgedOperation, faults: Sequence[Fault]) -> int:
    parts = {fault.where for fault in faults}
    if "path" in parts:
        return _nearest(operation, 404)
    if "media_type" in parts:
        return _nearest(operation, 415)
    return 406 if any(fault.name == "Accept" for fault in faults) else _nearest(operation, 400)


def _nearest(operation: JudgedOperation, status: int) -> int:
    """The status itself when documented, else 400, else 422 where only that is documented."""
    responses = operation.responses
    return next((known for known in (status, 400, 422) if str(known) in responses), 400)
