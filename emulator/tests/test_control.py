"""The control interface: what it sets, and whom it is for."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from emulator.tests.caller import Caller, message, raw
from taskrouter_emulator.accounts import DEFAULT_ACCOUNTS
from taskrouter_emulator.pytest_plugin import RunningEmulator, start_emulator


def test_time_moves_and_what_is_due_is_done(taskrouter_emulator: RunningEmulator) -> None:
    caller = Caller(taskrouter_emulator.url)
    workspace = caller.fresh_workspace()
    offer = caller.offers(workspace, workers=1, tasks=1)[0]
    path = f"{workspace}/Tasks/{offer['task_sid']}/Reservations/{offer['sid']}"
    taskrouter_emulator.advance(119)
    assert caller.get(path)["reservation_status"] == "pending"
    taskrouter_emulator.advance(2)
    assert caller.get(path)["reservation_status"] == "timeout"
    state = requests.get(f"{taskrouter_emulator.url}/_emulator/state", timeout=10).json()
    assert state["clock_offset"] == 121
    with pytest.raises(Exception, match="400"):
        taskrouter_emulator.advance(-1)
    with pytest.raises(Exception, match="400"):
        taskrouter_emulator.advance(10**12)


def test_errors_are_given_as_often_as_asked_for(taskrouter_emulator: RunningEmulator) -> None:
    caller = Caller(taskrouter_emulator.url)
    taskrouter_emulator.provoke(429, count=2, retry_after=7)
    taskrouter_emulator.provoke(500, operation="CreateWorkspace")
    answers = [caller.call("GET", "/Workspaces") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [429, 429, 200]
    assert (answers[0].headers["Retry-After"], answers[0].json()["code"]) == ("7", 20429)
    posts = [caller.call("POST", "/Workspaces", data={"FriendlyName": "x"}) for _ in range(2)]
    assert [post.status_code for post in posts] == [500, 201]
    assert posts[0].json()["code"] == 20500


def test_telephony_and_the_limit_of_rejections(taskrouter_emulator: RunningEmulator) -> None:
    caller = Caller(taskrouter_emulator.url)
    workspace = caller.fresh_workspace()
    offer = caller.offers(workspace, workers=1, tasks=1)[0]
    path = f"{workspace}/Tasks/{offer['task_sid']}/Reservations/{offer['sid']}"
    taskrouter_emulator.set_telephony("fail", code=13223, delay=5)
    taskrouter_emulator.control(workspace.removeprefix("/").replace("W", "w", 1), {"max_rejections": 1})
    called = caller.post(path, Instruction="conference", To="client:x", From="+15550100000")
    assert called["reservation_status"] == "pending"
    taskrouter_emulator.advance(6)
    assert caller.get(path)["reservation_status"] == "canceled"
    again = caller.get(f"{workspace}/Tasks/{offer['task_sid']}/Reservations")["reservations"][-1]
    caller.post(f"{workspace}/Tasks/{offer['task_sid']}/Reservations/{again['sid']}", ReservationStatus="rejected")
    assert caller.get(f"{workspace}/Tasks/{offer['task_sid']}")["assignment_status"] == "canceled"


def test_the_demo_shows_every_state(taskrouter_emulator: RunningEmulator) -> None:
    sids = taskrouter_emulator.seed()
    assert list(sids) == [account.sid for account in DEFAULT_ACCOUNTS]
    for account in DEFAULT_ACCOUNTS:
        made = sids[account.sid]
        caller = Caller(taskrouter_emulator.url, account.sid, account.token)
        workspace = f"/Workspaces/{made['workspace']}"
        for status, sid in made["reservations"].items():
            path = f"{workspace}/Tasks/{made['tasks'][status]}/Reservations/{sid}"
            assert caller.get(path)["reservation_status"] == status
        assert caller.get(f"{workspace}/Tasks/{made['tasks']['waiting']}")["assignment_status"] == "pending"
    taskrouter_emulator.reset()
    assert Caller(taskrouter_emulator.url).get("/Workspaces")["workspaces"] == []


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("clock", {}),
        ("clock", {"advance": "1"}),
        ("clock", {"advance": True}),
        ("clock", []),
        ("telephony", {"outcome": "sing"}),
        ("telephony", {"outcome": "fail", "code": -1}),
        ("faults", {"status": 404}),
        ("faults", {"status": [429]}),
        ("faults", {"status": 429, "count": 10**30}),
        ("faults", {"status": 429, "operation": 7}),
    ],
)
def test_what_it_does_not_understand_is_refused(taskrouter_emulator: RunningEmulator, name: str, body: Any) -> None:
    response = requests.post(f"{taskrouter_emulator.url}/_emulator/{name}", json=body, timeout=10)
    assert response.status_code == 400
    assert response.json()["code"] == 20001


def test_it_is_for_this_machine_only(taskrouter_emulator: RunningEmulator) -> None:
    url = f"{taskrouter_emulator.url}/_emulator/state"
    for headers in ({"Host": "evil.example"}, {"Host": "[::1"}, {"Origin": "https://evil.example"}):
        assert requests.get(url, headers=headers, timeout=10).status_code == 403
    unsized = message("POST", "/_emulator/clock", {"Host": "127.0.0.1", "Connection": "close"}, b"{")
    assert b" 400 " in raw(taskrouter_emulator.url, unsized).splitlines()[0]
    large = requests.post(f"{taskrouter_emulator.url}/_emulator/clock", data=b"x" * 100_000, timeout=10)
    assert large.status_code == 413


def test_it_is_absent_unless_asked_for() -> None:
    emulator = start_emulator(has_control=False)
    try:
        response = requests.post(f"{emulator.url}/_emulator/reset", timeout=10)
        assert response.status_code == 404
    finally:
        emulator.stop()
