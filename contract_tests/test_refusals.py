"""What is refused, and how: every documented refusal of every operation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from taskrouter import errors

from . import places
from .accounts import Account
from .conftest import Target
from .control import Control
from .places import IMAGINED, Place
from .raw import RawClient
from .recording import Recorder
from .refusal import told
from .scenes import Centre, unique


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
