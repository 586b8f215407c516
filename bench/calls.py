"""What one call costs over what the HTTP library underneath costs for the same exchange, CPU of the client alone."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import httpx
import httpx2
import requests
from twilio.rest import Client as TwilioClient

from bench import canned
from bench.measure import Repeat, in_turns, table
from bench.peers import OpenapiPythonClient
from taskrouter import AsyncClient, Client

SID = f"WR{1:032x}"
USER, PASSWORD = canned.ACCOUNT, "secret"
FORM: dict[str, object] = {
    "Instruction": "dequeue",
    "DequeueFrom": "+15551230001",
    "DequeueTo": "+15551230002",
    "DequeueTimeout": 20,
    "DequeueStatusCallbackUrl": "https://callbacks.example/dequeue",
}
CALLBACK = "https://callbacks.example/dequeue"


@dataclass(frozen=True)
class Pair:
    """The two measured calls of one client: reading a reservation, and sending the instruction to dequeue."""

    fetch: Repeat
    update: Repeat


def again(call: Callable[[], object]) -> Repeat:
    """Repeat a plain call."""

    def repeat(times: int) -> None:
        for _ in range(times):
            call()

    return repeat


def awaited(loop: asyncio.AbstractEventLoop, call: Callable[[], Awaitable[object]]) -> Repeat:
    """Repeat a coroutine, one after the other, on one loop."""

    async def several(times: int) -> None:
        for _ in range(times):
            await call()

    return lambda times: loop.run_until_complete(several(times))


def bare_requests(url: str) -> Pair:
    """A requests session, JSON decoded."""
    session, target = requests.Session(), f"{url}{canned.PATH}/{SID}"
    session.auth = (USER, PASSWORD)
    return Pair(
        again(lambda: session.get(target, timeout=30).json()),
        again(lambda: session.post(target, data=FORM, timeout=30).json()),
    )


def bare_async(loop: asyncio.AbstractEventLoop, client: Any, url: str) -> Pair:
    """An async client of httpx or httpx2, JSON decoded."""
    target = f"{url}{canned.PATH}/{SID}"

    async def fetch() -> object:
        return (await client.get(target)).json()

    async def update() -> object:
        return (await client.post(target, data=FORM)).json()

    return Pair(awaited(loop, fetch), awaited(loop, update))


def bare_httpx(url: str) -> Pair:
    """An httpx client, JSON decoded."""
    client, target = httpx.Client(auth=(USER, PASSWORD), timeout=30), f"{url}{canned.PATH}/{SID}"
    return Pair(again(lambda: client.get(target).json()), again(lambda: client.post(target, data=FORM).json()))


def ours(url: str) -> Pair:
    """The generated SDK, sync."""
    client = Client(USER, PASSWORD, base_url=url)
    reservations = client.workspaces(canned.WORKSPACE).tasks(canned.TASK).reservations
    return Pair(
        again(lambda: reservations.fetch(SID)),
        again(
            lambda: reservations.dequeue(
                SID, from_="+15551230001", to="+15551230002", timeout=20, status_callback_url=CALLBACK
            )
        ),
    )


def ours_async(loop: asyncio.AbstractEventLoop, url: str) -> Pair:
    """The generated SDK, async."""
    client = AsyncClient(USER, PASSWORD, base_url=url)
    reservations = client.workspaces(canned.WORKSPACE).tasks(canned.TASK).reservations
    return Pair(
        awaited(loop, lambda: reservations.fetch(SID)),
        awaited(
            loop,
            lambda: reservations.dequeue(
                SID, from_="+15551230001", to="+15551230002", timeout=20, status_callback_url=CALLBACK
            ),
        ),
    )


def official(url: str) -> Pair:
    """twilio-python, its base URL changed."""
    client = TwilioClient(USER, PASSWORD)
    client.taskrouter.base_url = url
    reservation = client.taskrouter.v1.workspaces(canned.WORKSPACE).tasks(canned.TASK).reservations(SID)
    return Pair(
        again(reservation.fetch),
        again(
            lambda: reservation.update(
                instruction="dequeue",
                dequeue_from="+15551230001",
                dequeue_to="+15551230002",
                dequeue_timeout=20,
                dequeue_status_callback_url=CALLBACK,
            )
        ),
    )


def openapi_python_client(peer: OpenapiPythonClient, loop: asyncio.AbstractEventLoop, url: str) -> tuple[Pair, Pair]:
    """openapi-python-client's output, sync and async."""
    fetch, update = peer.operation("fetch_task_reservation"), peer.operation("update_task_reservation")
    place = (canned.WORKSPACE, canned.TASK, SID)

    def pair(suffix: str, wrap: Callable[[Callable[[], Any]], Repeat]) -> Pair:
        client = peer.client(url, USER, PASSWORD)
        one, other = getattr(fetch, suffix), getattr(update, suffix)
        return Pair(
            wrap(lambda: one(*place, client=client)),
            wrap(lambda: other(*place, client=client, body=peer.body(update, FORM))),
        )

    return pair("sync", again), pair("asyncio", lambda call: awaited(loop, call))


def families(peer: OpenapiPythonClient, loop: asyncio.AbstractEventLoop, url: str) -> list[Mapping[str, Pair]]:
    """Contenders by the HTTP library underneath; the first of each family is that library alone."""
    theirs, theirs_async = openapi_python_client(peer, loop, url)
    auth = (USER, PASSWORD)
    return [
        {"requests alone": bare_requests(url), "taskrouter": ours(url), "twilio-python": official(url)},
        {
            "httpx2 alone, async": bare_async(loop, httpx2.AsyncClient(auth=auth, timeout=30), url),
            "taskrouter, async": ours_async(loop, url),
        },
        {"httpx alone": bare_httpx(url), "openapi-python-client": theirs},
        {
            "httpx alone, async": bare_async(loop, httpx.AsyncClient(auth=auth, timeout=30), url),
            "openapi-python-client, async": theirs_async,
        },
    ]


def rows_of(operation: str, family: Mapping[str, Pair], *, times: int, runs: int) -> list[tuple[str, ...]]:
    """One row a contender of the family: cost, what it adds to the library alone, ratio."""
    rows = in_turns({name: getattr(pair, operation) for name, pair in family.items()}, times=times, runs=runs)
    base = rows[0]
    return [
        (
            row.name,
            f"{row.cost * 1e6:.0f} µs",
            "" if row is base else f"{row.added(base) * 1e6:+.0f} µs",
            "" if row is base else f"{row.ratio(base):.2f} x",
        )
        for row in rows
    ]


def report(peer: OpenapiPythonClient, url: str, runs: int, times: int = 20) -> str:
    """Microseconds of CPU a call for each operation and each client."""
    with ExitStack() as stack:
        loop = asyncio.new_event_loop()
        stack.callback(loop.close)
        contenders = families(peer, loop, url)
        return "\n".join(
            table(
                f"One call, {what}: CPU of the client, the least of {runs} runs of {times}",
                ("client", "a call", "added", "library alone = 1"),
                [row for family in contenders for row in rows_of(operation, family, times=times, runs=runs)],
            )
            for operation, what in (("fetch", "fetch a reservation"), ("update", "update it with five form fields"))
        )
