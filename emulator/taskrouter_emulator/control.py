"""The control interface under `/_emulator/`, for tests: only where it was asked for, and only from this machine.

    POST /clock       {"advance": seconds}                            move the clock forward
    POST /reset                                                       forget everything, settings too
    POST /telephony   {"outcome": answer|answer_async|fail, "code"?, "delay"?}
    POST /faults      {"status": 429|500, "count"?, "retry_after"?, "operation"?}
    POST /workspaces/WS…  {"max_rejections": n}                       how many rejections cancel a task there
    POST /seed                                                        make the demo; its SIDs by account
    GET  /state                                                       the time and what is set

Bodies are JSON. What it sets lives in the store, so that every process on it sees it.
"""

from __future__ import annotations

import ipaddress
import json
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from datetime import timedelta
from functools import wraps
from typing import Any, TypeAlias, cast, get_args

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from . import clock, provoked, sids
from .accounts import Accounts
from .desk import Desk
from .refusals import NOT_FOUND, ApiError, invalid
from .seed import seed
from .settings import Outcome, Telephony, load_settings, save_clock_offset, save_telephony
from .store.rows import Fault, Workspace

_log = logging.getLogger(__name__)

Values: TypeAlias = Mapping[str, object]
Action: TypeAlias = Callable[[Values, Request], object]

_MAX_BODY = 64 * 1024


def control_routes(desk: Desk, accounts: Accounts) -> Mount:
    """The routes of the control interface."""
    control = _Control(desk, accounts)
    posts: Mapping[str, Action] = {
        "/clock": control.clock,
        "/reset": control.reset,
        "/telephony": control.telephony,
        "/faults": control.faults,
        "/seed": control.seed,
        "/workspaces/{sid}": control.workspace,
    }
    routes = [Route(path, control.serves(action), methods=["POST"]) for path, action in posts.items()]
    return Mount("/_emulator", routes=[*routes, Route("/state", control.serves(control.state), methods=["GET"])])


class _Control:
    def __init__(self, desk: Desk, accounts: Accounts) -> None:
        self._desk, self._accounts = desk, accounts
        self._emulator = desk.emulator
        self._store = desk.emulator.store

    def serves(self, action: Action) -> Callable[[Request], Awaitable[Response]]:
        """The action behind HTTP: checked for where it comes from, in a thread, its errors in the API's shape."""

        @wraps(action)
        async def answer(request: Request) -> Response:
            try:
                _refuse_strangers(request)
                values = await _body(request)
                return JSONResponse(await self._desk.in_thread(lambda: action(values, request)))
            except ApiError as error:
                return JSONResponse(error.body(), error.status)
            except Exception:  # noqa: BLE001 - a bug here is answered like any other error, and logged
                _log.exception("%s failed", request.url.path)
                return JSONResponse(ApiError(500, 20500, "The control interface failed; see the log").body(), 500)

        return answer

    def clock(self, values: Values, request: Request) -> object:
        """Move the clock, then do everything that has become due."""
        seconds = _whole(values, "advance", 0, 10**10, None)
        with self._store.write() as session:
            settings = load_settings(session)
            if timedelta(seconds=seconds) > clock.LATEST - self._emulator.now(settings):
                raise invalid(f"advance: the clock goes up to {clock.iso(clock.LATEST)}")
            save_clock_offset(session, settings.clock_offset + timedelta(seconds=seconds))
        self._emulator.look_again()
        return self.state(values, request)

    def reset(self, values: Values, request: Request) -> object:
        """Forget everything."""
        self._store.clear()
        return self.state(values, request)

    def telephony(self, values: Values, request: Request) -> object:
        """Set what becomes of calls to workers."""
        outcome = values.get("outcome")
        if not isinstance(outcome, str) or outcome not in get_args(Outcome):
            raise invalid(f"outcome must be one of {', '.join(get_args(Outcome))}")
        usual = Telephony()
        code = _whole(values, "code", 1, 99_999, usual.code)
        delay = _whole(values, "delay", 0, 86_400, usual.delay)
        with self._store.write() as session:
            save_telephony(session, Telephony(cast("Outcome", outcome), code, delay))
        return self.state(values, request)

    def faults(self, values: Values, request: Request) -> object:
        """Have the next requests answered with an error."""
        status = _whole(values, "status", 429, 500, None)
        if status not in {429, 500}:
            raise invalid("status must be 429 or 500")
        retry_after = None if values.get("retry_after") is None else _whole(values, "retry_after", 0, 86_400, None)
        operation = values.get("operation")
        if operation is not None and not isinstance(operation, str):
            raise invalid("operation must be the id of an operation, such as FetchTask")
        count = _whole(values, "count", 1, 1_000_000, 1)
        provoked.provoke(self._store, status, count, retry_after, operation)
        return self.state(values, request)

    def workspace(self, values: Values, request: Request) -> object:
        """Set how many rejections cancel a task in the workspace."""
        sid = sids.canonical(request.path_params["sid"])
        with self._store.write() as session:
            workspace = session.scalar(select(Workspace).where(Workspace.sid == sid))
            if workspace is None:
                raise ApiError(404, NOT_FOUND, f"There is no workspace {sid}")
            workspace.max_rejections = _whole(values, "max_rejections", 1, 1_000_000, None)
            return {"workspace_sid": sid, "max_rejections": workspace.max_rejections}

    def seed(self, values: Values, request: Request) -> object:  # noqa: ARG002
        """Make the demo in every account."""
        return {account.sid: seed(self._emulator, account.sid) for account in self._accounts.all}

    def state(self, values: Values, request: Request) -> object:  # noqa: ARG002
        """What is set, and what time it is."""
        with self._store.read() as session:
            settings = load_settings(session)
            return {
                "now": clock.iso(self._emulator.now(settings)),
                "clock_offset": round(settings.clock_offset.total_seconds()),
                "telephony": asdict(settings.telephony),
                "faults": [_shown(fault) for fault in session.scalars(select(Fault).order_by(Fault.id))],
                "workspaces": _counts(session),
            }


def _shown(fault: Fault) -> Mapping[str, object]:
    return {
        "status": fault.status,
        "remaining": fault.remaining,
        "retry_after": fault.retry_after,
        "operation": fault.operation,
    }


def _counts(session: Session) -> Mapping[str, int]:
    counted = select(Workspace.account_sid, func.count()).group_by(Workspace.account_sid)
    return dict(session.execute(counted).all())


def _refuse_strangers(request: Request) -> None:
    """A request from elsewhere, or from a page that a browser here has loaded, is refused."""
    address = request.client.host if request.client else ""
    host = re.sub(r":[0-9]*$", "", request.headers.get("host", ""))
    is_ours = _is_loopback(host) or host.lower() == "localhost"
    if not _is_loopback(address) or not is_ours or "origin" in request.headers:
        raise ApiError(403, 20403, "The control interface is for this machine only")


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address.strip("[]")).is_loopback
    except ValueError:
        return False


async def _body(request: Request) -> Values:
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > _MAX_BODY:
            raise ApiError(413, 20413, "The request is too large")
    try:
        value: Any = json.loads(content or b"{}")
    except (ValueError, RecursionError):
        raise invalid("The body must be JSON") from None
    if not isinstance(value, dict):
        raise invalid("The body must be an object in JSON")
    return value


def _whole(values: Values, name: str, least: int, most: int, default: int | None) -> int:
    value = values.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise invalid(f"{name} must be an integer, {least} to {most}")
    return value
