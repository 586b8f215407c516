"""Lists: pages that stay put while rows are inserted, in any order, forwards and backwards."""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from emulator.tests.office import ACCOUNT, Office, Wall
from taskrouter_emulator.arguments import Arguments
from taskrouter_emulator.domain import activities, tasks, workers
from taskrouter_emulator.emulator import Emulator
from taskrouter_emulator.refusals import ApiError
from taskrouter_emulator.transaction import Client

PYTHON_NAMES = {"PageSize": "page_size", "Page": "page", "PageToken": "page_token", "Ordering": "ordering"}


def _params(url: str) -> dict[str, object]:
    """What a server makes of the URL of a page."""
    query = {PYTHON_NAMES[name]: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
    return {name: int(value) if name in {"page", "page_size"} else value for name, value in query.items()}


def _page(office: Office, operation: Any, **params: object) -> dict[str, Any]:
    names = {python: wire for wire, python in PYTHON_NAMES.items()}
    query = [(names[name], str(value)) for name, value in params.items()]
    office.client = Client(ACCOUNT, query=query)
    return office.see(operation, Arguments(params))


def _names(page: dict[str, Any]) -> list[str]:
    return [item["friendly_name"] for item in page[page["meta"]["key"]]]


def test_rows_inserted_meanwhile_move_no_page(office: Office) -> None:
    for number in range(4):
        office.activity(f"Activity {number}")
    first = _page(office, activities.list_, page_size=3)
    office.activity("Late")
    second = _page(office, activities.list_, **_params(first["meta"]["next_page_url"]))
    third = _page(office, activities.list_, **_params(second["meta"]["next_page_url"]))
    assert [_names(page) for page in (first, second, third)] == [
        ["Offline", "Available", "Unavailable"],
        ["Activity 0", "Activity 1", "Activity 2"],
        ["Activity 3", "Late"],
    ]
    assert [page["meta"]["page"] for page in (first, second, third)] == [0, 1, 2]
    assert (first["meta"]["previous_page_url"], third["meta"]["next_page_url"]) == (None, None)
    back = _page(office, activities.list_, **_params(third["meta"]["previous_page_url"]))
    assert _names(back) == _names(second)
    assert _names(_page(office, activities.list_, **_params(back["meta"]["previous_page_url"]))) == _names(first)


def test_a_deleted_row_takes_nothing_with_it(office: Office) -> None:
    for number in range(5):
        office.activity(f"Activity {number}")
    first = _page(office, activities.list_, page_size=4)
    office.do(activities.delete, office.activities["Activity 0"])
    rest = _page(office, activities.list_, **_params(first["meta"]["next_page_url"]))
    assert _names(rest) == ["Activity 1", "Activity 2", "Activity 3", "Activity 4"]


@pytest.mark.parametrize(
    ("ordering", "expected"),
    [
        ("Priority:desc", "cabd"),
        ("Priority:asc,DateCreated:desc", "dbac"),
        ("VirtualStartTime:asc", "dabc"),
        ("DateCreated:desc", "dcba"),
    ],
)
def test_every_order_pages_alike(office: Office, ordering: str, expected: str) -> None:
    queue = office.queue("Queue", "1==2")
    starts = {"d": {"virtual_start_time": "2026-03-01T00:00:00Z"}}
    for name, priority in (("a", 2), ("b", 2), ("c", 3), ("d", 1)):
        office.advance(1)
        office.task({"name": name}, task_queue_sid=queue, priority=priority, **starts.get(name, {}))
    seen, page = "", _page(office, tasks.list_, ordering=ordering, page_size=1)
    while True:
        seen += "".join(json.loads(task["attributes"])["name"] for task in page["tasks"])
        if page["meta"]["next_page_url"] is None:
            break
        page = _page(office, tasks.list_, **_params(page["meta"]["next_page_url"]))
    assert seen == expected


def test_a_filter_by_expression_fills_its_pages(office: Office) -> None:
    for number in range(30):
        office.worker(f"Worker {number}", {"level": number % 10}, activity="Offline")
    found, token = [], None
    while True:
        params: dict[str, Any] = {"target_workers_expression": "level == 3", "page_size": 2}
        page = office.see(workers.list_, Arguments({**params, **({} if token is None else {"page_token": token})}))
        found.append(_names(page))
        if page["meta"]["next_page_url"] is None:
            break
        token = parse_qs(urlsplit(page["meta"]["next_page_url"]).query)["PageToken"][0]
    assert found == [["Worker 3", "Worker 13"], ["Worker 23"]]


def _token(*content: object) -> str:
    return "PT" + base64.urlsafe_b64encode(json.dumps(content).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "token",
    [
        "PT",
        "nonsense",
        "PT" + "=" * 5,
        "PT" + base64.urlsafe_b64encode(b"[" * 5000).decode(),
        _token("id", 0),
        _token("id", 0, "text"),
        _token("id", 0, 2**63),
        _token("id", 0, True),
        _token("id", 2, 1),
        _token("-id", 0, 1),
        _token("id", 0, 1, 2),
        _token({}, 0, 1),
    ],
)
def test_a_token_of_the_clients_own_is_refused(office: Office, token: str) -> None:
    with pytest.raises(ApiError) as caught:
        office.see(activities.list_, Arguments({"page_token": token}))
    assert (caught.value.status, caught.value.code) == (400, 20001)


def test_pages_keep_their_filters_and_sizes(office: Office) -> None:
    first = _page(office, tasks.list_, ordering="Priority:desc", page_size=7)
    assert first["meta"]["url"].endswith("/Tasks?Ordering=Priority%3Adesc&PageSize=7&Page=0")
    assert first["meta"]["first_page_url"] == first["meta"]["url"]
    with pytest.raises(ApiError) as caught:
        office.see(tasks.list_, Arguments({"page_size": 1001}))
    assert caught.value.code == 20007


def test_urls_are_where_the_client_found_the_server(emulator: Emulator, wall: Wall) -> None:
    office = Office(emulator, wall)
    office.client = Client(ACCOUNT, base_url="https://router.example:8443")
    page = office.see(activities.list_, Arguments({"page_size": 1}))
    urls = [page["meta"]["next_page_url"], page["activities"][0]["url"], page["activities"][0]["links"]["workspace"]]
    assert all(url.startswith(f"https://router.example:8443/v1/Workspaces/{office.sid}") for url in urls)
