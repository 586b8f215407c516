"""What it costs to turn one answer into 1,000 typed reservations: each client's own list call, without a network."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import httpx
import requests
from pydantic import TypeAdapter
from requests.adapters import HTTPAdapter
from twilio.http import HttpClient
from twilio.http.response import Response as TwilioResponse
from twilio.rest import Client as TwilioClient

from bench import canned
from bench.measure import Repeat, in_turns, table
from bench.peers import OpenapiPythonClient
from taskrouter import Client
from taskrouter.models import TaskReservationPage

COUNT, TIMES = 1000, 10
URL = "http://bench.example"


@contextmanager
def canned_requests(body: bytes) -> Iterator[None]:
    """As long as the block lasts, `requests` answers everything with the same bytes and opens no connection."""

    def send(_: HTTPAdapter, request: requests.PreparedRequest, *__: object, **___: object) -> requests.Response:
        response = requests.Response()
        response.status_code = 200
        response.headers["content-type"] = "application/json"
        response._content = body  # noqa: SLF001 - how adapters of tests answer
        response.request = request
        response.url = request.url or URL
        return response

    with patch.object(HTTPAdapter, "send", send):
        yield


class CannedTwilio(HttpClient):
    """The same for the official client."""

    def __init__(self, body: bytes) -> None:
        super().__init__(logging.getLogger(__name__), is_async=False)
        self.text = body.decode()

    def request(self, *_: object, **__: object) -> TwilioResponse:
        return TwilioResponse(200, self.text)


def again(read: Callable[[], Sequence[Any]], status: Callable[[Any], object]) -> Repeat:
    """Read a page again and again; it is let go before the next is read."""

    def once() -> None:
        found = read()
        assert len(found) == COUNT
        assert status(found[-1]) == "pending"

    def repeat(times: int) -> None:
        for _ in range(times):
            once()

    return repeat


def of_object(reservation: Any) -> object:
    """The status of a typed reservation."""
    return reservation.reservation_status


def of_dict(reservation: Any) -> object:
    """The status of a plain one."""
    return reservation["reservation_status"]


def ours() -> tuple[Repeat, Repeat]:
    """`list()` of the generated SDK, sync, typed and plain."""
    client = Client(canned.ACCOUNT, "secret", base_url=URL)
    reservations = client.workspaces(canned.WORKSPACE).tasks(canned.TASK).reservations
    return (
        again(lambda: list(reservations.list(page_size=COUNT)), of_object),
        again(lambda: list(reservations.list(page_size=COUNT).plain()), of_dict),
    )


def official(body: bytes) -> Repeat:
    """`list()` of twilio-python."""
    client = TwilioClient(canned.ACCOUNT, "secret", http_client=CannedTwilio(body))
    reservations = client.taskrouter.v1.workspaces(canned.WORKSPACE).tasks(canned.TASK).reservations
    return again(lambda: reservations.list(limit=COUNT, page_size=COUNT), of_object)


def openapi_python_client(peer: OpenapiPythonClient, body: bytes) -> Repeat:
    """`sync()` of the list operation of openapi-python-client's output."""
    headers = {"content-type": "application/json"}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=body, headers=headers))
    client = peer.client(URL, canned.ACCOUNT, "secret", transport)
    operation = peer.operation("list_task_reservation")
    return again(
        lambda: operation.sync(canned.WORKSPACE, canned.TASK, client=client, page_size=COUNT).reservations, of_object
    )


def json_alone(body: bytes) -> Repeat:
    """The floor: dicts and strings, nothing typed."""
    return again(lambda: json.loads(body)["reservations"], of_dict)


def pydantic_alone(body: bytes) -> Repeat:
    """The floor of typed answers: pydantic's own reading of the same models, nothing around it."""
    read = TypeAdapter(TaskReservationPage).validate_json
    return again(lambda: read(body).reservations, of_object)


def report(peer: OpenapiPythonClient, runs: int) -> str:
    """Milliseconds of CPU a page, and how many times ours."""
    body = canned.page(COUNT)
    typed, plain = ours()
    contenders: Mapping[str, Repeat] = {
        "taskrouter": typed,
        "taskrouter, plain JSON": plain,
        "openapi-python-client": openapi_python_client(peer, body),
        "twilio-python (dates are parsed, the rest is not checked)": official(body),
        "pydantic alone": pydantic_alone(body),
        "json.loads alone": json_alone(body),
    }
    with canned_requests(body):
        rows = in_turns(contenders, times=TIMES, runs=runs)
    mine, floor = rows[0], rows[-1]
    cells = [
        (row.name, f"{row.cost * 1000:.2f} ms", f"{row.ratio(mine):.2f} x", f"{row.ratio(floor):.2f} x") for row in rows
    ]
    title = f"Decoding {COUNT:,} reservations ({len(body):,} bytes), CPU, the least of {runs} runs of {TIMES}"
    return table(title, ("client", "a page", "ours = 1", "json.loads = 1"), cells)
