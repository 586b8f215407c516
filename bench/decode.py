"""What it costs to turn one answer into 1,000 typed reservations: each client's own list call, without a network."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from typing import Any

import httpx
import requests
from pydantic import TypeAdapter
from requests.adapters import BaseAdapter
from twilio.http import HttpClient
from twilio.http.response import Response as TwilioResponse
from twilio.rest import Client as TwilioClient

from bench import canned
from bench.measure import Repeat, in_turns, table
from bench.peers import OpenapiPythonClient
from taskrouter import Client
from taskrouter.models import TaskReservation

COUNT = 1000
URL = "http://bench.example"


class CannedAdapter(BaseAdapter):
    """Answers every request of a session with the same bytes."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self.body = body

    def send(self, request: requests.PreparedRequest, *_: object, **__: object) -> requests.Response:
        response = requests.Response()
        response.status_code = 200
        response.headers["content-type"] = "application/json"
        response._content = self.body  # noqa: SLF001 - how adapters of tests answer
        response.request = request
        response.url = request.url or URL
        return response

    def close(self) -> None:
        """Nothing is open."""


class CannedTwilio(HttpClient):
    """The same for the official client."""

    def __init__(self, body: bytes) -> None:
        super().__init__(logging.getLogger(__name__), is_async=False)
        self.text = body.decode()

    def request(self, *_: object, **__: object) -> TwilioResponse:
        return TwilioResponse(200, self.text)


def ours(body: bytes) -> Repeat:
    """`list()` of the generated SDK, sync."""
    session = requests.Session()
    session.mount("http://", CannedAdapter(body))
    client = Client(canned.ACCOUNT, "secret", base_url=URL, session=session)
    reservations = client.workspaces(canned.WORKSPACE).tasks(canned.TASK).reservations

    def repeat(times: int) -> None:
        for _ in range(times):
            found = list(reservations.list(page_size=COUNT))
            assert len(found) == COUNT
            assert found[-1].reservation_status == "pending"

    return repeat


def official(body: bytes) -> Repeat:
    """`list()` of twilio-python."""
    client = TwilioClient(canned.ACCOUNT, "secret", http_client=CannedTwilio(body))
    reservations = client.taskrouter.v1.workspaces(canned.WORKSPACE).tasks(canned.TASK).reservations

    def repeat(times: int) -> None:
        for _ in range(times):
            found = reservations.list(limit=COUNT, page_size=COUNT)
            assert len(found) == COUNT
            assert found[-1].reservation_status == "pending"

    return repeat


def openapi_python_client(peer: OpenapiPythonClient, body: bytes) -> Repeat:
    """`sync()` of the list operation of openapi-python-client's output."""
    headers = {"content-type": "application/json"}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=body, headers=headers))
    client = peer.client(URL, canned.ACCOUNT, "secret", transport)
    operation = peer.operation("list_task_reservation")

    def repeat(times: int) -> None:
        for _ in range(times):
            answer: Any = operation.sync(canned.WORKSPACE, canned.TASK, client=client, page_size=COUNT)
            assert len(answer.reservations) == COUNT
            assert answer.reservations[-1].reservation_status == "pending"

    return repeat


def json_alone(body: bytes) -> Repeat:
    """The floor: dicts and strings, nothing typed."""

    def repeat(times: int) -> None:
        for _ in range(times):
            assert len(json.loads(body)["reservations"]) == COUNT

    return repeat


def pydantic_alone(body: bytes) -> Repeat:
    """The floor of typed answers: pydantic's own reading of the same models, nothing around it."""
    read = TypeAdapter(list[TaskReservation]).validate_json
    items = json.dumps(json.loads(body)["reservations"]).encode()

    def repeat(times: int) -> None:
        for _ in range(times):
            assert len(read(items)) == COUNT

    return repeat


def report(peer: OpenapiPythonClient, runs: int) -> str:
    """Milliseconds of CPU a page, and how many times ours."""
    body = canned.page(COUNT)
    contenders: Mapping[str, Repeat] = {
        "taskrouter": ours(body),
        "openapi-python-client": openapi_python_client(peer, body),
        "twilio-python (dates are parsed, the rest is not checked)": official(body),
        "pydantic alone": pydantic_alone(body),
        "json.loads alone": json_alone(body),
    }
    rows = in_turns(contenders, times=10, runs=runs)
    mine, floor = rows[0], rows[-1]
    cells = [
        (row.name, f"{row.cost * 1000:.2f} ms", f"{row.ratio(mine):.2f} x", f"{row.ratio(floor):.2f} x") for row in rows
    ]
    title = f"Decoding {COUNT:,} reservations ({len(body):,} bytes), CPU, median of {runs} runs"
    return table(title, ("client", "a page", "ours = 1", "json.loads = 1"), cells)
