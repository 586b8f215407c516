"""The emulator over real sockets: its refusals, its headers, and that nothing brings it down."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from emulator.tests.caller import ACCOUNT, Caller, message, raw
from house.postgresql import Postgresql
from taskrouter_emulator.accounts import DEFAULT_ACCOUNTS
from taskrouter_emulator.pytest_plugin import RunningEmulator, start_emulator

BASIC = base64.b64encode(f"{ACCOUNT.sid}:{ACCOUNT.token}".encode()).decode()
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningEmulator]:
    """A process with the control interface, on a store that lasts."""
    store = f"sqlite:///{Path(tmp_path_factory.mktemp('store'))}/store.db"
    if request.param == "postgresql":
        server: Postgresql = request.getfixturevalue("postgresql")
        store = server.database()
    emulator = start_emulator(store=store)
    yield emulator
    emulator.stop()


@pytest.fixture
def caller(running: RunningEmulator) -> Caller:
    """A client of the first account."""
    running.reset()
    return Caller(running.url)


def _refusal(response: Any, status: int, code: int) -> str:
    """The message of a refusal in the API's own shape."""
    assert response.status_code == status, response.text
    body = response.json()
    assert {**body, "message": ""} == {
        "code": code,
        "message": "",
        "more_info": f"https://www.twilio.com/docs/errors/{code}",
        "status": status,
    }
    assert response.headers["Twilio-Request-Id"].startswith("RQ")
    return str(body["message"])


def test_a_reservation_from_offer_to_completion(caller: Caller) -> None:
    workspace = caller.fresh_workspace()
    offer = caller.offers(workspace, workers=1, tasks=1)[0]
    path = f"{workspace}/Tasks/{offer['task_sid']}/Reservations/{offer['sid']}"
    assert offer["url"] == f"{caller.url}/v1{path}"
    for number, status in enumerate(("accepted", "wrapping", "completed")):
        tag = caller.call("GET", path).headers["ETag"]
        assert tag == f'"{number}"'
        response = caller.call("POST", path, data={"ReservationStatus": status}, headers={"If-Match": tag})
        assert (response.status_code, response.headers["ETag"]) == (200, f'"{number + 1}"')
        stale = caller.call("POST", path, data={"ReservationStatus": status}, headers={"If-Match": tag})
        assert "If-Match" in _refusal(stale, 412, 20412)
        repeated = caller.call("POST", path, data={"ReservationStatus": status})
        assert f"[{status}]" in _refusal(repeated, 400, 20001)


def test_who_may_call(running: RunningEmulator, caller: Caller) -> None:
    workspace = caller.fresh_workspace()
    full, reading, nothing = (key.sid for key in ACCOUNT.keys)
    wrong = [("", ""), (ACCOUNT.sid, "wrong"), (ACCOUNT.sid, ""), ("AC" + "9" * 32, "emulator"), ("é", "\udcff")]
    for username, password in wrong:
        response = Caller(running.url, username, password.encode("utf-8", "surrogateescape").decode("latin-1")).call(
            "GET", workspace
        )
        assert _refusal(response, 401, 20003) == "Authenticate"
        assert response.headers["WWW-Authenticate"].startswith("Basic")
    other = DEFAULT_ACCOUNTS[1]
    assert "was not found" in _refusal(Caller(running.url, other.sid, other.token).call("GET", workspace), 404, 20404)
    assert Caller(running.url, full, ACCOUNT.token).post(workspace, FriendlyName="By key")
    reader = Caller(running.url, reading, ACCOUNT.token)
    assert reader.get(workspace)["friendly_name"] == "By key"
    assert "UpdateWorkspace" in _refusal(reader.call("POST", workspace, data={}), 403, 20403)
    _refusal(Caller(running.url, nothing, ACCOUNT.token).call("GET", "/Workspaces"), 403, 20403)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"Instruction": "dance"}, 55555),
        ({"Instruction": "call", "CallUrl": "https://example.com"}, 40111),
        ({"Instruction": "call", "CallFrom": "+1"}, 40112),
        ({"Instruction": "redirect", "RedirectUrl": "https://example.com"}, 40121),
        ({"Instruction": "conference", "Timeout": "1000"}, 14233),
        ({"Instruction": "dequeue", "DequeueTimeout": "soon"}, 14233),
        ({"Instruction": "supervise"}, 40147),
        ({"ReservationStatus": "acepted"}, 20001),
        ({"ReservationStatus": "pending"}, 20001),
        ({}, 20001),
    ],
)
def test_instructions_are_refused_with_their_codes(caller: Caller, form: dict[str, str], code: int) -> None:
    workspace = caller.fresh_workspace()
    offer = caller.offers(workspace, workers=1, tasks=1)[0]
    for parent in (f"Tasks/{offer['task_sid']}", f"Workers/{offer['worker_sid']}"):
        expected = 55555 if form.get("Instruction") == "supervise" and parent.startswith("Workers") else code
        response = caller.call("POST", f"{workspace}/{parent}/Reservations/{offer['sid']}", data=form)
        _refusal(response, 400, expected)


def test_three_legacy_spellings_are_taken_and_no_more(caller: Caller) -> None:
    workspace = caller.fresh_workspace()
    first, second, third = caller.offers(workspace, workers=1, tasks=3)
    known = {
        "To": "client:x",
        "From": "+15550100000",
        "CallTo": "client:x",
        "CallFrom": "+1",
        "CallUrl": "https://e.com",
    }

    def update(offer: dict[str, Any], **form: Any) -> Any:
        path = f"{workspace}/Tasks/{offer['task_sid']}/Reservations/{offer['sid']}"
        return caller.call("POST", path, data={**known, **form})

    events = {"StatusCallbackEvent": "initiated,completed", "ConferenceStatusCallbackEvent": "start,end"}
    spelled = {"Instruction": "conference", "Beep": "True", "ConferenceRecord": "False", **events}
    assert update(first, **spelled).json()["reservation_status"] == "accepted"
    for record in ("false", "False"):
        assert update(second, Instruction="call", CallRecord=record).status_code == 200
    for wrong in ({"Beep": "TRUE"}, {"Muted": "True"}, {"StatusCallbackEvent": "initiated,sung"}):
        _refusal(update(third, Instruction="conference", **wrong), 400, 20001)


def test_nothing_that_is_sent_is_a_server_error(running: RunningEmulator, caller: Caller) -> None:
    workspace = caller.fresh_workspace()
    sid = workspace.removeprefix("/Workspaces/")
    deep = "[" * 100_000
    forms: list[dict[str, Any]] = [
        {"FriendlyName": "\x00"},
        {"FriendlyName": "x" * 65},
        {"FriendlyName": "Ann", "Attributes": deep},
        {"FriendlyName": "Ann", "Attributes": '{"a": ' * 50_000},
        {"FriendlyName": "Ann", "Attributes": '{"a": "\\ud800\\u0000", "n": 1e999, "m": ' + "9" * 900 + "}"},
        {"FriendlyName": "ann"},
        {"FriendlyName": "Bob", "ActivitySid": "WA" + "g" * 32},
        {"FriendlyName": ["Bob", "Ben"]},
        {},
    ]
    statuses = [caller.call("POST", f"{workspace}/Workers", data=form).status_code for form in forms]
    assert statuses == [400, 400, 400, 400, 201, 400, 400, 400, 400]
    queries = [
        "PageSize=99999999999999999999999",
        "PageSize=-1",
        "PageSize=1e3",
        "Page=9223372036854775808",
        "PageToken=%00",
        "PageToken=PT%ff%fe",
        "FriendlyName=%00",
        "FriendlyName=%ff",
        "TargetWorkersExpression=" + "(" * 3000,
        "TargetWorkersExpression=worker.a-b==1",
        "TaskQueueSid=WQ" + "0" * 32,
        "Ordering=DateCreated:asc&Ordering=DateCreated:desc",
        "unknown=1&unknown",
        "&&&=",
    ]
    assert {caller.call("GET", f"{workspace}/Workers?{query}").status_code for query in queries} <= {200, 400}
    for minutes in ("9223372036854775807", "99999999999999999999", "0", "x"):
        assert caller.call("GET", f"{workspace}/Events?Minutes={minutes}").status_code in {200, 400}
    for path in (
        f"/Workspaces/{sid}%00",
        f"/Workspaces/{sid}/../..",
        "/Workspaces/%2e%2e",
        f"/Workspaces/{sid}//",
        "/",
    ):
        assert caller.call("GET", path).status_code in {404, 200}
    assert caller.get(workspace)["sid"] == sid


def test_what_is_not_even_http(running: RunningEmulator, caller: Caller) -> None:
    authorized = {"Host": "127.0.0.1", "Authorization": f"Basic {BASIC}", "Connection": "close"}
    form = {**authorized, "Content-Type": FORM}
    requests = [
        message("POST", "/v1/Workspaces", {**form, "Content-Length": "3"}, b"%zz"),
        message("POST", "/v1/Workspaces", {**form, "Content-Length": "16"}, b"FriendlyName=%ff"),
        message("POST", "/v1/Workspaces", {**form, "Content-Length": "3"}, b"\xff\xfe\x00"),
        message("POST", "/v1/Workspaces", {**form, "Content-Length": "100"}, b"FriendlyName=cut"),
        message("POST", "/v1/Workspaces", {**form, "Content-Length": "-1"}),
        message("POST", "/v1/Workspaces", {**form, "Transfer-Encoding": "chunked"}, b"zz\r\n"),
        message("POST", "/v1/Workspaces", {**authorized, "Content-Type": "text/xml", "Content-Length": "2"}, b"<>"),
        message("POST", "/v1/Workspaces", {**authorized, "Content-Length": "14"}, b"FriendlyName=x"),
        message("PATCH", "/v1/Workspaces", authorized),
        message("GET", "/v1/Workspaces?PageSize=%", authorized),
        message("GET", "/v1/Workspaces", {**authorized, "Authorization": "Basic ====", "If-Match": "\xff"}),
        message("GET", "/v1/\xff\xfe", authorized),
        message("GET", "*", authorized),
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\r\n" * 50,
    ]
    answers = [raw(running.url, request) for request in requests]
    for request, answer in zip(requests, answers, strict=True):
        assert answer.startswith(b"HTTP/1.1 4") or answer == b"", (request, answer)
    assert sum(answer == b"" for answer in answers) <= 4  # those that wait for the rest
    assert caller.get("/Workspaces")["workspaces"] == []


def test_sizes_are_bounded_in_the_shape_of_the_api(caller: Caller) -> None:
    large = caller.call("POST", "/Workspaces", data={"FriendlyName": "x" * 1_100_000})
    _refusal(large, 413, 20413)
    _refusal(caller.call("GET", "/Workspaces?FriendlyName=" + "x" * 20_000), 414, 20414)
    _refusal(caller.call("GET", "/Workspaces", headers={"X-Large": "x" * 60_000}), 431, 20431)
    _refusal(caller.call("GET", "/Workspaces", headers={f"X-{number}": "x" for number in range(150)}), 431, 20431)
    wrong = caller.call("PUT", "/Workspaces")
    _refusal(wrong, 405, 20004)
    assert {"GET", "POST"} <= set(wrong.headers["Allow"].replace(",", " ").split())
    assert "Page size too large" not in _refusal(caller.call("GET", "/Workspaces?PageSize=0"), 400, 20001)
    _refusal(caller.call("GET", "/Workspaces?PageSize=1001"), 400, 20007)
    assert _refusal(caller.call("GET", "/Nothing/here"), 404, 20404) == (
        "The requested resource /Nothing/here was not found"
    )


@pytest.mark.parametrize("host", ['evil"><script>', "a b", "[::1", "x" * 300, ""])
def test_urls_trust_no_host_that_cannot_be_one(running: RunningEmulator, caller: Caller, host: str) -> None:
    headers = {"Host": host, "Authorization": f"Basic {BASIC}", "Connection": "close"}
    answer = raw(running.url, message("GET", "/v1/Workspaces", headers))
    if not answer.startswith(b"HTTP/1.1 400"):
        body = json.loads(answer.partition(b"\r\n\r\n")[2])
        assert body["meta"]["url"].startswith(running.url)
    named = {**headers, "Host": "router.test:81"}
    body = json.loads(raw(running.url, message("GET", "/v1/Workspaces", named)).partition(b"\r\n\r\n")[2])
    assert body["meta"]["url"].startswith("http://router.test:81/v1/Workspaces?")


def test_an_event_knows_the_address_it_came_from(caller: Caller) -> None:
    event = caller.get(f"{caller.fresh_workspace()}/Events")["events"][0]
    assert event["source_ip_address"] == "127.0.0.1"
