"""Every method of the SDK, by both clients: what arrives is what was sent, and the server does it."""

from __future__ import annotations

import asyncio
import inspect
import json
import socket
from collections.abc import Callable, Coroutine, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any, get_type_hints

import pytest

from dovetail.contract import AnswerServer, Judge, ResponseRecord
from taskrouter import AsyncClient, Client, errors, operations

from . import places, scenes
from .conftest import Target
from .control import Control
from .places import IMAGINED, IMAGINED_SIDS, Place
from .recording import Recorder
from .rows import ROWS, Row, arguments_of
from .scenes import Centre, unique

TWINS = ("sync", "async")
WITHOUT_SID = frozenset({"list", "create"})
OF_EVERY_CALL = frozenset({"request_timeout"})
"""Tested once, below, and not in the table: it is never sent."""


class Caller:
    """Calls one method of either client, and waits for it."""

    def __init__(self, twin: str, base_url: str, target: Target, retries: int = 0) -> None:
        kind: Callable[..., Any] = Client if twin == "sync" else AsyncClient
        self.twin = twin
        self.client = kind(target.account.username, target.account.password, base_url=base_url, retries=retries)
        self._runner = asyncio.Runner()

    def call(self, resource: str, method: str, place: Place, sid: str, arguments: Mapping[str, object]) -> Any:
        """Call; of a list, give its items."""
        bound = place.bound(self.client, resource)
        ids = () if method in WITHOUT_SID else (sid,)
        return self.finish(getattr(bound, method)(*ids, **arguments))

    def finish(self, result: Any) -> Any:
        """Wait for what an async client gives, and gather what a pager gives."""
        if inspect.iscoroutine(result):
            return self._runner.run(_same(result))
        if hasattr(result, "__aiter__"):
            return self._runner.run(_gathered(result))
        return list(result) if hasattr(result, "pages") else result

    def pages(self, pager: Any) -> list[Any]:
        """Gather the pages of a pager."""
        found = pager.pages()
        return self._runner.run(_gathered(found)) if hasattr(found, "__aiter__") else list(found)

    def close(self) -> None:
        self.finish(self.client.close())
        self._runner.close()


async def _same(result: Coroutine[Any, Any, Any]) -> Any:
    return await result


async def _gathered(items: Any) -> list[Any]:
    return [item async for item in items]


@pytest.fixture(scope="module", params=TWINS)
def caller(request: pytest.FixtureRequest, target: Target, recorder: Recorder) -> Iterator[Caller]:
    made = Caller(request.param, target.url, target)
    yield made
    made.close()


# ---- The table is complete ------------------------------------------------------------------------------------------


def _methods(client: Any) -> Iterator[tuple[str, str, set[str]]]:
    """Every method of the SDK: resource, name, the names of its arguments."""
    for resource in IMAGINED_SIDS:
        bound = IMAGINED.bound(client, resource)
        for name, method in inspect.getmembers(type(bound), inspect.isfunction):
            if not name.startswith("_"):
                yield resource, name, set(_arguments(method))


def _arguments(method: Callable[..., Any]) -> Iterator[str]:
    for name, parameter in inspect.signature(method).parameters.items():
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            (options,) = get_type_hints(method, include_extras=True)[name].__args__
            yield from get_type_hints(options)
        elif name != "self":
            yield name


def _resources(client: Any) -> set[str]:
    """Every resource that can be reached, by binding ids on the way."""
    found: set[str] = set()
    waiting = [("", client)]
    while waiting:
        prefix, here = waiting.pop()
        for name, _ in inspect.getmembers_static(type(here), lambda member: isinstance(member, cached_property)):
            value = getattr(here, name)
            found.add(prefix + name)
            if callable(value):
                waiting.append((f"{prefix}{name}.", value("ID")))
    return found


@pytest.mark.parametrize("twin", [Client, AsyncClient])
def test_the_table_names_every_method_and_every_argument(twin: Callable[..., Any]) -> None:
    client = twin("user", "password")
    assert _resources(client) == set(IMAGINED_SIDS)
    tabled = arguments_of(ROWS, IMAGINED)
    offered = {(resource, name): arguments for resource, name, arguments in _methods(client)}
    assert set(offered) == set(tabled)
    for key, arguments in offered.items():
        sent = arguments - OF_EVERY_CALL - {"limit", "sid"}
        if key == ("workspaces.events", "list"):
            sent |= {"sid"}
        assert tabled[key] == sent, f"{'.'.join(key)}: {tabled[key] ^ sent}"


# ---- What arrives is what was sent ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def answering(description: Any) -> Iterator[tuple[AnswerServer, Judge]]:
    with AnswerServer() as server:
        yield server, Judge(description, base_url=server.url)


@pytest.fixture(scope="module", params=TWINS)
def imagining(
    request: pytest.FixtureRequest, answering: tuple[AnswerServer, Judge], target: Target
) -> Iterator[Caller]:
    made = Caller(request.param, answering[0].url, target)
    yield made
    made.close()


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_what_arrives_is_what_was_sent(row: Row, imagining: Caller, answering: tuple[AnswerServer, Judge]) -> None:
    server, judge = answering
    operation = OPERATIONS[row.resource, _operation_of(row.method)]
    server.answer = _documented(judge, operation)
    server.asked.clear()
    sid = IMAGINED_SIDS[row.resource]
    arguments = row.arguments(IMAGINED)
    imagining.call(row.resource, row.method, IMAGINED, sid, arguments)

    (request,) = server.asked
    match = judge.match(request)
    assert match is not None
    assert match.operation.operation_id == operation
    decoded = judge.decode(request)
    arrived = {**decoded.parameters, **{("body", name): value for name, value in (decoded.body or {}).items()}}
    expected = {**_path(row, sid), **row.expected(arguments)}
    assert decoded.undocumented == ()
    assert {key: _text(value) for key, value in arrived.items()} == {
        key: _text(value) for key, value in expected.items()
    }


def _path(row: Row, sid: str) -> dict[tuple[str, str], Any]:
    names = {"workspaces": ("WorkspaceSid", IMAGINED.workspace), "tasks": ("TaskSid", IMAGINED.task)}
    names["workers"] = ("WorkerSid", IMAGINED.worker)
    found = [names[part] for part in row.resource.split(".")[:-1]]
    if row.method not in WITHOUT_SID:
        found.append(("Sid", sid))
    return {("path", name): value for name, value in found}


def _text(value: Any) -> Any:
    """A value as the wire has it, so that both sides compare."""
    if isinstance(value, Mapping):
        return _text(json.dumps(value))
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return [_text(item) for item in value]
    text = str(value)
    return json.loads(text) if text.startswith("{") else text


def _operation_of(method: str) -> str:
    return method if method in {"list", "create", "fetch", "delete"} else "update"


_NOUNS = {
    "workspaces": "Workspace",
    "workspaces.activities": "Activity",
    "workspaces.workers": "Worker",
    "workspaces.workers.channels": "WorkerChannel",
    "workspaces.workers.reservations": "WorkerReservation",
    "workspaces.tasks": "Task",
    "workspaces.tasks.reservations": "TaskReservation",
    "workspaces.task_queues": "TaskQueue",
    "workspaces.workflows": "Workflow",
    "workspaces.task_channels": "TaskChannel",
    "workspaces.events": "Event",
}
OPERATIONS = {
    (resource, method): f"{method.capitalize()}{noun}"
    for resource, noun in _NOUNS.items()
    for method in ("list", "create", "fetch", "update", "delete")
}


def _documented(judge: Judge, operation_id: str) -> ResponseRecord:
    """The first documented success with its example; a page is the last one."""
    operation = judge.contract.operations[operation_id]
    content = operation.value["responses"][str(operation.success)].get("content")
    if content is None:
        return ResponseRecord(operation.success)
    (value,) = [each["value"] for each in content["application/json"]["examples"].values()][:1]
    if "meta" in value:
        value = {**value, "meta": {**value["meta"], "next_page_url": None}}
    return ResponseRecord(operation.success, (("Content-Type", "application/json"),), json.dumps(value).encode())


# ---- And the server does it -----------------------------------------------------------------------------------------

RENAMED = {"capacity": "configured_capacity"}
NOT_TOLD = frozenset({"if_match", "page_size", "ordering", "url"})


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_the_server_does_it(row: Row, caller: Caller, centre: Centre) -> None:
    place = places.live(row.scene, centre)
    arguments = row.arguments(place)
    result = caller.call(row.resource, row.method, place, place.sid, arguments)
    if row.method == "delete":
        with pytest.raises(errors.NotFound):
            caller.call(row.resource, "fetch", place, place.sid, {})
    elif row.method == "list":
        _check_list(row, place, arguments, result)
    else:
        _check_answer(row, arguments, result)
        if row.method != "create":
            assert result.sid == place.sid or row.resource == "workspaces.workers.channels"
        again = caller.call(row.resource, "fetch", place, result.sid, {})
        volatile = {"age"}
        assert again.model_dump(exclude=volatile) == result.model_dump(exclude=volatile)


def _check_answer(row: Row, arguments: Mapping[str, object], result: Any) -> None:
    """What was set is what is told; what the row says holds."""
    told = result.model_dump()
    told |= {wanted: told[name] for wanted, name in RENAMED.items() if name in told}
    for name, value in arguments.items():
        if name in told and name not in NOT_TOLD and name not in row.says:
            assert _text(told[name]) == _text(value), name
    for name, value in row.says.items():
        assert told[name] == value, name


def _check_list(row: Row, place: Place, arguments: Mapping[str, object], items: list[Any]) -> None:
    """Everything that is found satisfies the filters, and what the scene made is found."""
    for item in items:
        told = item.model_dump()
        for name, value in arguments.items():
            if name in NOT_TOLD or name in row.says or name not in told:
                continue
            if isinstance(value, list):
                assert told[name] in value, name
            else:
                assert _text(told[name]) == _text(value), name
        for name, value in row.says.items():
            assert told[name] == value, name
    if row.finds:
        assert items, "nothing is found"


# ---- Pages, time and errors -----------------------------------------------------------------------------------------


def _lists(centre: Centre) -> Iterator[tuple[str, Place, dict[str, object]]]:
    """Every list, of at least two things, and what narrows it to them."""
    name = unique("twice")
    for _ in range(2):
        centre.client.workspaces.create(name)
    offers = scenes.rival_offers(centre, 2)
    worker = centre.worker()
    for _ in range(2):
        centre.task(routing_target=worker.sid)
    place = places.live("centre", centre)
    first = places.replaced(place, task=offers[0].task, worker=worker.sid)
    yield "workspaces", place, {"friendly_name": name}
    for resource in IMAGINED_SIDS:
        if resource not in {"workspaces", "workspaces.events"}:
            yield resource, first, {}
    yield "workspaces.events", first, {"worker_sid": worker.sid}


def test_every_list_is_read_page_by_page(caller: Caller, client: Client) -> None:
    centre = scenes.build(client)
    for resource, place, filters in _lists(centre):
        whole = [item.sid for item in caller.call(resource, "list", place, "", {**filters, "page_size": 1000})]
        assert len(whole) >= 2, resource
        one_by_one = [item.sid for item in caller.call(resource, "list", place, "", {**filters, "page_size": 1})]
        assert one_by_one == whole, resource
        limited = caller.call(resource, "list", place, "", {**filters, "page_size": 1, "limit": 2})
        assert [item.sid for item in limited] == whole[:2], resource
        assert caller.call(resource, "list", place, "", {**filters, "limit": 0}) == []
        pages = caller.pages(place.bound(caller.client, resource).list(**filters, page_size=1, limit=2))
        assert [page.meta.page_size for page in pages] == [1, 1]
        assert pages[0].meta.previous_page_url is None
        assert pages[1].meta.previous_page_url is not None


@pytest.mark.parametrize("twin", TWINS)
def test_a_call_can_be_given_less_time(twin: str, target: Target, centre: Centre) -> None:
    place = places.live("centre", centre)
    with socket.create_server(("127.0.0.1", 0)) as silent:  # it takes connections, and answers nothing
        caller = Caller(twin, f"http://127.0.0.1:{silent.getsockname()[1]}", target)
        with pytest.raises((errors.ReadTimeout, errors.ConnectTimeout)):
            caller.call("workspaces", "fetch", place, place.sid, {"request_timeout": 0.05})
        caller.close()


def test_wrong_arguments_are_refused_before_anything_is_sent(caller: Caller, recorder: Recorder) -> None:
    before = len(recorder.kept)
    wrong: list[tuple[dict[str, object], str]] = [
        ({"max_participant": 3, "instruction": "conference"}, "did you mean 'max_participants'"),
        ({"instruction": "conference", "max_participants": 251}, "max_participants must be at most 250"),
        ({"instruction": "call"}, "needs call_from and call_url"),
        ({"instruction": "call", "reservation_status": "accepted"}, "exactly one"),
        ({"reservation_status": "acepted"}, "must be one of"),
        ({"instruction": "redirect", "redirect_call_sid": "CA1", "redirect_url": "https://x.example"}, "must match"),
    ]
    for arguments, told in wrong:
        with pytest.raises(errors.ArgumentError, match=told):
            caller.call("workspaces.tasks.reservations", "update", IMAGINED, IMAGINED.reservation, arguments)
    assert len(recorder.kept) == before


def test_every_error_tells_status_code_and_request(caller: Caller, centre: Centre, control: Control) -> None:
    place = places.live("pending", centre)
    there = "workspaces.tasks.reservations"
    expectations: list[tuple[type[errors.StatusError], str, dict[str, object], int, int]] = [
        (errors.BadRequest, "wrap", {}, 400, 20001),
        (errors.PreconditionFailed, "accept", {"if_match": '"99"'}, 412, 20412),
    ]
    for kind, method, arguments, status, code in expectations:
        with pytest.raises(kind) as caught:
            caller.call(there, method, place, place.sid, arguments)
        error = caught.value
        assert (error.status, error.code) == (status, code)
        assert error.more_info == f"https://www.twilio.com/docs/errors/{code}"
        assert error.request_id
        assert error.message
    with pytest.raises(errors.NotFound) as caught_list:
        caller.call("workspaces.tasks", "list", IMAGINED, "", {})
    assert caught_list.value.code == 20404


def test_send_gives_status_and_headers_too(caller: Caller, centre: Centre) -> None:
    offer = centre.offer()
    ids = {"workspace_sid": centre.sid, "task_sid": offer.task, "sid": offer.sid}
    answer = caller.finish(caller.client.send(operations.task_reservations.ACCEPT, {**ids, "if_match": '"0"'}))
    assert (answer.status, answer.value.reservation_status) == (200, "accepted")
    assert answer.headers["ETag"] == '"1"'


def test_a_call_is_sent_again_where_that_does_no_harm(
    caller: Caller, centre: Centre, control: Control, target: Target, recorder: Recorder
) -> None:
    patient = Caller(caller.twin, target.url, target, retries=2)
    place = places.live("pending", centre)
    there = "workspaces.tasks.reservations"
    try:
        for operation, status, method, is_sent_again in (
            ("FetchTaskReservation", 500, "fetch", True),
            ("FetchTaskReservation", 429, "fetch", True),
            ("UpdateTaskReservation", 429, "accept", True),
            ("UpdateTaskReservation", 500, "wrap", False),
        ):
            control.fail_next(status, operation, retry_after=0)
            before = len(recorder.kept)
            if is_sent_again:
                assert patient.call(there, method, place, place.sid, {}).sid == place.sid
            else:
                with pytest.raises(errors.ServerError):
                    patient.call(there, method, place, place.sid, {})
            statuses = [recorded.exchange.response.status for recorded in recorder.kept[before:]]
            assert statuses == ([status, 200] if is_sent_again else [status]), method
    finally:
        patient.close()
    assert caller.call(there, "fetch", place, place.sid, {}).reservation_status == "accepted"
