"""What is refused, and how: every operation's documented refusals, and messages that are hardly HTTP."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from dovetail.contract import ResponseRecord
from taskrouter import errors

from . import places
from .accounts import Account
from .conftest import Target
from .control import Control
from .places import IMAGINED, Place
from .raw import FORM, RawClient, read_answer
from .recording import Recorder
from .scenes import Centre, unique

CODES = {400: 20001, 401: 20003, 403: 20403, 404: 20404, 405: 20004, 412: 20412, 413: 20413, 429: 20429, 500: 20500}
UNSETTLED = frozenset({405, 408, 414, 431})
"""Statuses that belong to no operation."""


def told(answer: ResponseRecord | None, status: int, code: int | None = None) -> dict[str, Any]:
    """Check that an answer is a refusal in the API's own shape; its body."""
    assert answer is not None, "the connection was closed without a word"
    assert answer.status == status, f"{answer.status} {answer.body[:300]!r}"
    assert (answer.header("content-type") or "").startswith("application/json")
    body: dict[str, Any] = json.loads(answer.body)
    assert set(body) == {"code", "message", "more_info", "status"}, body
    assert body["status"] == status
    assert body["message"]
    assert body["more_info"] == f"https://www.twilio.com/docs/errors/{body['code']}"
    if code or status in CODES:
        assert body["code"] == (code or CODES[status]), body
    return body


# ---- The documented refusals of every operation ---------------------------------------------------------------------


class Operation:
    """One operation of the description, and its path on live things."""

    def __init__(self, path: str, method: str, about: dict[str, Any]) -> None:
        self.template, self.method = path, method.upper()
        self.id = str(about["operationId"])
        self.statuses = frozenset(map(int, about["responses"]))

    def path(self, place: Place) -> str:
        """Its path at a place."""
        known = {"WorkspaceSid": place.workspace, "TaskSid": place.task, "WorkerSid": place.worker}
        return self.template.format_map({**known, "Sid": _sids(place)[self.id.partition("_")[0]]})

    @property
    def form(self) -> dict[str, object] | None:
        return {} if self.method == "POST" else None


def _sids(place: Place) -> dict[str, str]:
    nouns = {
        "Workspace": place.workspace,
        "Activity": place.activity,
        "Worker": place.worker,
        "WorkerChannel": "voice",
        "WorkerReservation": place.reservation,
        "Task": place.task,
        "TaskReservation": place.reservation,
        "TaskQueue": place.queue,
        "Workflow": place.workflow,
        "TaskChannel": place.channel,
        "Event": place.event,
    }
    methods = ("List", "Create", "Fetch", "Update", "Delete")
    return {method + noun: sid for method in methods for noun, sid in nouns.items()}


@pytest.fixture(scope="module")
def operations(description: Any) -> list[Operation]:
    found = [
        Operation(path, method, about)
        for path, item in description.value["paths"].items()
        for method, about in item.items()
        if method in {"get", "post", "delete"}
    ]
    assert len(found) == 46
    return found


@pytest.fixture(scope="module")
def place(centre: Centre) -> Place:
    """Live things that stay: nothing here succeeds in changing them."""
    return places.live("event", centre)


def _having(operations: list[Operation], status: int) -> Iterator[Operation]:
    found = [operation for operation in operations if status in operation.statuses]
    assert found
    yield from found


def test_nobody_is_let_in_without_credentials(
    operations: list[Operation], place: Place, target: Target, recorder: Recorder
) -> None:
    strangers = [None, Account(target.account.username, "wrong"), Account("AC" + "f" * 32, "x"), Account("ü", "ü")]
    for operation in _having(operations, 401):
        for stranger in strangers if operation.id == "FetchTask" else strangers[:2]:
            answer = RawClient(target.url, stranger, recorder).send(
                operation.method, operation.path(place), operation.form
            )
            told(answer, 401)
            assert (answer.header("www-authenticate") or "").lower().startswith("basic ")
    for header in ("Basic", "Basic %%%", "Basic " + "A" * 5000, "Bearer x", "Digest username=x", "\xff"):
        answer = RawClient(target.url, None, recorder).send("GET", "/v1/Workspaces", headers={"Authorization": header})
        told(answer, 401)


def test_restricted_key_may_do_nothing_and_a_reader_only_read(
    operations: list[Operation], place: Place, target: Target, recorder: Recorder
) -> None:
    nothing = RawClient(target.url, target.restricted, recorder)
    reading = RawClient(target.url, target.reader, recorder)
    for operation in _having(operations, 403):
        told(nothing.send(operation.method, operation.path(place), operation.form), 403)
        if operation.method == "GET":
            assert reading.send("GET", operation.path(place)).status == 200, operation.id
        else:
            told(reading.send(operation.method, operation.path(place), operation.form), 403)


def test_what_is_not_there_is_not_found(operations: list[Operation], raw: RawClient) -> None:
    for operation in _having(operations, 404):
        path = operation.path(IMAGINED)
        form = _acceptable(operation.id)
        body = told(raw.send(operation.method, path, form), 404)
        assert body["message"] == f"The requested resource {_missing(path)} was not found", operation.id


def _missing(path: str) -> str:
    """The first thing on the way that is not there: the workspace."""
    return path.removeprefix("/v1") if path.count("/") == 3 else "/".join(path.split("/")[2:4]).join(["/", ""])


def _acceptable(operation_id: str) -> dict[str, object] | None:
    """A form that is well formed, so that only the path is at fault."""
    forms: dict[str, dict[str, object]] = {
        "CreateWorkflow": {"FriendlyName": "x", "Configuration": "{}"},
        "CreateTaskChannel": {"FriendlyName": "x", "UniqueName": "x"},
        "CreateTask": {},
        "UpdateTaskReservation": {"ReservationStatus": "accepted"},
        "UpdateWorkerReservation": {"ReservationStatus": "accepted"},
    }
    if operation_id.startswith("Create"):
        return forms.get(operation_id, {"FriendlyName": "x"})
    return forms.get(operation_id, {}) if operation_id.startswith("Update") else None


def test_another_account_sees_nothing_and_changes_nothing(
    operations: list[Operation], place: Place, target: Target, recorder: Recorder, raw: RawClient
) -> None:
    other = RawClient(target.url, target.other, recorder)
    before = raw.send("GET", _reservation_path(place)).body
    for operation in _having(operations, 404):
        told(other.send(operation.method, operation.path(place), _acceptable(operation.id)), 404)
    assert place.workspace.encode() not in other.send("GET", "/v1/Workspaces?PageSize=1000").body
    assert raw.send("GET", _reservation_path(place)).body == before


def _reservation_path(place: Place) -> str:
    return f"/v1/Workspaces/{place.workspace}/Tasks/{place.task}/Reservations/{place.reservation}"


def test_malformed_ids_are_not_found_either(place: Place, raw: RawClient) -> None:
    strange = ("x", "WS", place.workspace + "0", "WT" + place.workspace[2:], "%00", "%2e%2e", "%ff", "é", "' OR 1=1 --")
    for sid in strange:
        quoted = sid if "%" in sid else "".join(f"%{byte:02X}" for byte in sid.encode())
        for path in (f"/v1/Workspaces/{quoted}", f"/v1/Workspaces/{place.workspace}/Tasks/{quoted}/Reservations"):
            answer = raw.send("GET", path)
            assert answer.status in {400, 404}, f"{path}: {answer.status}"
            told(answer, answer.status)


def test_bad_values_are_refused_by_every_operation_that_takes_some(
    operations: list[Operation], place: Place, raw: RawClient, centre: Centre
) -> None:
    for operation in _having(operations, 400):
        if operation.id.startswith("List"):
            body = told(raw.send("GET", operation.path(place) + "?PageSize=0"), 400)
            assert "PageSize" in body["message"]
            told(raw.send("GET", operation.path(place) + "?PageSize=1001"), 400, 20007)
            told(raw.send("GET", operation.path(place) + "?PageToken=forged"), 400)
        elif operation.method == "POST" and not operation.id.endswith("Reservation"):
            body = told(raw.send("POST", operation.path(place), {"NoSuchField": "1"}), 400)
            assert "NoSuchField" in body["message"], body
        elif operation.method == "POST":
            told(raw.send("POST", operation.path(place), {}), 400)


def test_what_is_in_use_cannot_be_deleted(centre: Centre, raw: RawClient) -> None:
    here = f"/v1/Workspaces/{centre.sid}"
    offer = centre.offer()
    for path in (
        f"{here}/Activities/{centre.available}",
        f"{here}/Workers/{offer.worker}",
        f"{here}/TaskQueues/{centre.queue}",
        f"{here}/Workflows/{centre.workflow}",
        f"{here}/TaskChannels/default",
    ):
        told(raw.send("DELETE", path), 400)
        assert raw.send("GET", path).status == 200


def test_stale_versions_are_refused_by_every_operation_that_looks(
    operations: list[Operation], place: Place, raw: RawClient
) -> None:
    for operation in _having(operations, 412):
        form = _acceptable(operation.id)
        for version in ('"99"', "99", 'W/"99"', '"x"'):
            answer = raw.send(operation.method, operation.path(place), form, {"If-Match": version})
            told(answer, 412)


def test_too_large_a_form_is_refused_by_every_operation_that_takes_one(
    operations: list[Operation], place: Place, raw: RawClient
) -> None:
    for operation in _having(operations, 413):
        told(raw.send("POST", operation.path(place), b"FriendlyName=" + b"x" * 2_000_000), 413)


@pytest.mark.parametrize("status", [429, 500])
def test_errors_that_were_asked_for(
    status: int, operations: list[Operation], place: Place, raw: RawClient, control: Control
) -> None:
    for operation in _having(operations, status):
        control.fail_next(status, operation.id, retry_after=7 if status == 429 else None)
        answer = raw.send(operation.method, operation.path(place), operation.form)
        told(answer, status)
        assert answer.header("retry-after") == ("7" if status == 429 else None)


def test_other_methods_are_refused_and_the_right_ones_named(
    operations: list[Operation], place: Place, raw: RawClient
) -> None:
    by_path: dict[str, set[str]] = {}
    for operation in operations:
        by_path.setdefault(operation.path(place), set()).add(operation.method)
    for path, methods in by_path.items():
        for method in {"GET", "POST", "DELETE", "PUT", "PATCH"} - methods:
            answer = raw.send(method, path)
            told(answer, 405)
            allowed = {name.strip() for name in (answer.header("allow") or "").split(",")}
            assert methods <= allowed <= methods | {"HEAD", "OPTIONS"}
    told(raw.send("BREW", "/v1/Workspaces"), 405)
    assert raw.send("HEAD", "/v1/Workspaces").status == 200


@pytest.mark.parametrize(
    "path",
    ["/", "/v1", "/v1/", "/v2/Workspaces", "/v1/workspaces", "/v1/Workspaces/", "//v1/Workspaces", "/v1/Nothing"],
)
def test_unknown_paths_are_not_found(path: str, raw: RawClient) -> None:
    told(raw.send("GET", path), 404)


# ---- Messages that are hardly HTTP ----------------------------------------------------------------------------------


def _head(target: Target, line: str, *fields: str) -> bytes:
    lines = [line, f"Host: {urlsplit(target.url).netloc}", f"Authorization: {target.account.authorization}", *fields]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def test_long_url_and_many_headers_are_refused_in_the_shape_of_the_api(target: Target, raw: RawClient) -> None:
    told(raw.say(_head(target, f"GET /v1/Workspaces?FriendlyName={'x' * 20_000} HTTP/1.1")), 414)
    told(raw.say(_head(target, "GET /v1/Workspaces HTTP/1.1", *(f"X-{n}: 1" for n in range(500)))), 431)
    told(raw.say(_head(target, "GET /v1/Workspaces HTTP/1.1", f"X-Long: {'x' * 50_000}")), 431)


def test_declared_and_undeclared_floods_are_refused(target: Target, raw: RawClient) -> None:
    line = "POST /v1/Workspaces HTTP/1.1"
    declared = raw.say(_head(target, line, f"Content-Type: {FORM}", "Content-Length: 99999999999"))
    told(declared, 413)
    chunk = b"10000\r\n" + b"x" * 65536 + b"\r\n"
    chunked = _head(target, line, f"Content-Type: {FORM}", "Transfer-Encoding: chunked") + chunk * 40
    told(raw.say(chunked), 413)


MALFORMED: dict[str, tuple[str, tuple[str, ...], bytes]] = {
    "no request": ("", (), b""),
    "binary": ("\x00\x01\x02\xff", (), b""),
    "no version": ("GET /v1/Workspaces", (), b""),
    "HTTP/9.9": ("GET /v1/Workspaces HTTP/9.9", (), b""),
    "spaces": ("GET  /v1/Workspaces  HTTP/1.1", (), b""),
    "lying length": (
        "POST /v1/Workspaces HTTP/1.1",
        (f"Content-Type: {FORM}", "Content-Length: 500"),
        b"FriendlyName=x",
    ),
    "length and chunks": (
        "POST /v1/Workspaces HTTP/1.1",
        (f"Content-Type: {FORM}", "Content-Length: 3", "Transfer-Encoding: chunked"),
        b"0\r\n\r\n",
    ),
    "negative length": ("POST /v1/Workspaces HTTP/1.1", (f"Content-Type: {FORM}", "Content-Length: -1"), b""),
    "two lengths": (
        "POST /v1/Workspaces HTTP/1.1",
        (f"Content-Type: {FORM}", "Content-Length: 1", "Content-Length: 2"),
        b"ab",
    ),
    "broken chunk": (
        "POST /v1/Workspaces HTTP/1.1",
        (f"Content-Type: {FORM}", "Transfer-Encoding: chunked"),
        b"zz\r\nab\r\n",
    ),
    "header without colon": ("GET /v1/Workspaces HTTP/1.1", ("nonsense",), b""),
    "NUL in a header": ("GET /v1/Workspaces HTTP/1.1", ("X: a\x00b",), b""),
    "latin-1 in the path": ("GET /v1/Workspaces/\xe9 HTTP/1.1", (), b""),
    "absolute form": ("GET http://elsewhere.example/v1/Workspaces HTTP/1.1", (), b""),
    "asterisk": ("OPTIONS * HTTP/1.1", (), b""),
    "connect": ("CONNECT example.com:443 HTTP/1.1", (), b""),
    "expect": ("POST /v1/Workspaces HTTP/1.1", ("Expect: 100-continue", "Content-Length: 0"), b""),
    "upgrade": ("GET /v1/Workspaces HTTP/1.1", ("Upgrade: websocket", "Connection: Upgrade"), b""),
    "percent": ("GET /v1/Workspaces?FriendlyName=%zz&PageSize=%31 HTTP/1.1", (), b""),
    "dots": ("GET /v1/../v1/./Workspaces HTTP/1.1", (), b""),
}


@pytest.mark.parametrize("name", MALFORMED)
def test_malformed_messages_never_make_the_server_fail(name: str, target: Target, raw: RawClient) -> None:
    line, fields, body = MALFORMED[name]
    answer = raw.say(_head(target, line, *fields) + body, ends=True)
    if answer is not None:
        assert answer.status < 500, f"{answer.status} {answer.body!r}"
    assert raw.send("GET", "/v1/Workspaces?PageSize=1").status == 200, "the server does not answer any more"


FORMS: dict[str, bytes] = {
    "percent": b"FriendlyName=%zz",
    "invalid UTF-8": b"FriendlyName=%ff%fe",
    "surrogate": b"FriendlyName=%ED%A0%80",
    "NUL": b"FriendlyName=a%00b",
    "no equals": b"FriendlyName",
    "twice": b"FriendlyName=a&FriendlyName=b",
    "raw bytes": b"FriendlyName=\xff\x00\xfe",
    "ampersands": b"&" * 5000,
    "many fields": b"&".join(b"x%d=1" % n for n in range(20_000)),
    "huge integer": b"FriendlyName=a&Priority=" + b"9" * 5000,
    "not a boolean": b"FriendlyName=a&MultiTaskEnabled=yes",
    "JSON": b'{"FriendlyName": "a"}',
}


@pytest.mark.parametrize("name", FORMS)
def test_malformed_forms_are_refused(name: str, raw: RawClient) -> None:
    told(raw.send("POST", "/v1/Workspaces", FORMS[name]), 400)


@pytest.mark.parametrize(
    "text",
    ["{", "[]", "1", '"x"', "null", "{" * 5000, "[" * 100_000, '{"a":NaN}', "\x00"],
)
def test_attributes_that_are_no_object_are_refused(text: str, centre: Centre, raw: RawClient) -> None:
    answer = raw.send("POST", f"/v1/Workspaces/{centre.sid}/Tasks", {"Attributes": text})
    told(answer, 400)


@pytest.mark.parametrize("text", ['{"a":1e999}', '{"a":"\\ud800"}', '{"a":1,"a":2}', ' {"\u2028":"\U0001f600"} '])
def test_odd_json_that_is_an_object_is_kept_as_it_is_or_refused(text: str, centre: Centre, raw: RawClient) -> None:
    answer = raw.send("POST", f"/v1/Workspaces/{centre.sid}/Tasks", {"Attributes": text})
    if answer.status == 201:
        assert json.loads(answer.body)["attributes"] == text
    else:
        told(answer, 400)


def test_channel_stays_as_long_as_a_task_that_can_be_read_names_it(centre: Centre) -> None:
    channel = centre.here.task_channels.create(unique("fax"), unique("fax")).sid
    nobody = centre.here.task_queues.create(unique("nobody"), target_workers="1==2").sid
    task = centre.here.tasks.create(task_queue_sid=nobody, task_channel=channel)
    centre.here.tasks.update(task.sid, assignment_status="canceled")
    with pytest.raises(errors.BadRequest):
        centre.here.task_channels.delete(channel)
    assert centre.here.tasks.fetch(task.sid).task_channel_sid == channel
    centre.here.tasks.delete(task.sid)
    centre.here.task_channels.delete(channel)


def test_other_media_types_are_refused(centre: Centre, raw: RawClient) -> None:
    for media_type in ("application/json", "multipart/form-data; boundary=x", "text/plain", "x", ""):
        answer = raw.send("POST", "/v1/Workspaces", b"FriendlyName=x", {"Content-Type": media_type})
        assert answer.status in {400, 415}, f"{media_type}: {answer.status}"
        told(answer, answer.status, 20001 if answer.status == 400 else 20415)


def test_slow_and_broken_off_requests_leave_the_server_well(target: Target, raw: RawClient) -> None:
    """Clients that go away in the middle, with their connection reset or closed."""
    place = urlsplit(target.url)
    for length in (1, 20, 60, 120):
        message = _head(target, "POST /v1/Workspaces HTTP/1.1", f"Content-Type: {FORM}", "Content-Length: 10")
        with socket.create_connection((place.hostname or "", place.port or 80), timeout=10) as connection:
            connection.sendall(message[:length])
    with socket.create_connection((place.hostname or "", place.port or 80), timeout=20) as connection:
        message = _head(target, "GET /v1/Workspaces?PageSize=1 HTTP/1.1")
        for at in range(0, len(message), 40):
            connection.sendall(message[at : at + 40])
            time.sleep(0.005)
        answer = read_answer(connection)
        assert answer is not None
        assert answer.status == 200
