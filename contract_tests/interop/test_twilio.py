"""The official client, unchanged but for its base URL, sync and async."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.rest import Client

from contract_tests import scenes
from contract_tests.conftest import Target
from contract_tests.recording import Recorder
from contract_tests.scenes import TASK_ATTRIBUTES, VIEWS, Centre, Offer, View

# It calls aiohttp in a way that aiohttp will give up one day.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:twilio.*")

URL = "https://example.com/twiml"


@pytest.fixture(autouse=True)
def _no_region(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TWILIO_REGION", "TWILIO_EDGE"):
        monkeypatch.delenv(name, raising=False)


def _client(target: Target, **options: Any) -> Any:
    client = Client(target.account.username, target.account.password, **options)
    client.taskrouter.base_url = target.url
    return client


@pytest.fixture
def twilio(target: Target, recorder: Recorder) -> Any:
    return _client(target)


@asynccontextmanager
async def asynchronous(target: Target, recorder: Recorder) -> AsyncIterator[Any]:
    """The client on aiohttp."""
    async with AsyncTwilioHttpClient(trace_configs=[recorder.aiohttp_trace()]) as http:
        yield _client(target, http_client=http)


def of(offer: Offer, view: View, client: Any) -> Any:
    """The reservation as this client sees it."""
    workspace = client.taskrouter.v1.workspaces(offer.centre.sid)
    parent = workspace.tasks(offer.task) if view == "task" else workspace.workers(offer.worker)
    return parent.reservations(offer.sid)


CONFERENCE: dict[str, Any] = {
    "instruction": "conference",
    "from_": "+15550100001",
    "to": "client:agent",
    "timeout": 30,
    "status_callback": URL,
    "status_callback_method": "POST",
    "status_callback_event": ["initiated", "ringing", "answered", "completed"],
    "record": True,
    "muted": False,
    "beep": "onEnter",
    "start_conference_on_enter": True,
    "end_conference_on_exit": True,
    "wait_url": URL,
    "wait_method": "GET",
    "early_media": True,
    "max_participants": 10,
    "conference_status_callback": URL,
    "conference_status_callback_event": ["start", "end", "join", "leave", "mute", "hold", "speaker"],
    "conference_record": "record-from-start",
    "conference_trim": "do-not-trim",
    "recording_channels": "dual",
    "region": "ie1",
    "sip_auth_username": "user",
    "sip_auth_password": "secret",
    "end_conference_on_customer_exit": True,
    "beep_on_customer_entrance": False,
    "jitter_buffer_size": "off",
}
INSTRUCTIONS: dict[str, tuple[dict[str, Any], str]] = {
    "accept": ({"reservation_status": "accepted"}, "accepted"),
    "call": ({"instruction": "call", "call_from": "+1555", "call_url": URL, "call_accept": True}, "accepted"),
    "call and wait": (
        {"instruction": "call", "call_from": "+1555", "call_url": URL, "call_record": "record-from-answer"},
        "pending",
    ),
    "dequeue": (
        {
            "instruction": "dequeue",
            "dequeue_from": "+15550100001",
            "dequeue_timeout": 20,
            "dequeue_status_callback_url": URL,
            "dequeue_status_callback_event": ["initiated", "completed"],
        },
        "accepted",
    ),
    "redirect": (
        {"instruction": "redirect", "redirect_call_sid": "CA" + "2" * 32, "redirect_url": URL, "redirect_accept": True},
        "accepted",
    ),
    "conference": (CONFERENCE, "accepted"),
}


@pytest.mark.parametrize("name", INSTRUCTIONS)
@pytest.mark.parametrize("view", VIEWS)
def test_every_instruction(name: str, view: View, twilio: Any, centre: Centre) -> None:
    arguments, status = INSTRUCTIONS[name]
    offer = centre.offer()
    answer = of(offer, view, twilio).update(**arguments)
    assert answer.reservation_status == status
    assert answer.sid == offer.sid
    assert isinstance(answer.date_updated, datetime)


@pytest.mark.parametrize("name", INSTRUCTIONS)
@pytest.mark.parametrize("view", VIEWS)
def test_every_instruction_async(name: str, view: View, target: Target, recorder: Recorder, centre: Centre) -> None:
    arguments, status = INSTRUCTIONS[name]
    offer = centre.offer()

    async def work() -> None:
        async with asynchronous(target, recorder) as client:
            answer = await of(offer, view, client).update_async(**arguments)
            assert answer.reservation_status == status
            assert (await of(offer, view, client).fetch_async()).reservation_status == status

    asyncio.run(work())


@pytest.mark.parametrize("view", VIEWS)
def test_a_reservation_from_offer_to_end(view: View, twilio: Any, centre: Centre) -> None:
    offer = centre.offer()
    there = of(offer, view, twilio)
    fetched = there.fetch()
    assert (fetched.sid, fetched.reservation_status, fetched.worker_sid) == (offer.sid, "pending", offer.worker)
    assert fetched.date_created.tzinfo is not None or fetched.date_created <= datetime.now(UTC).replace(tzinfo=None)
    assert fetched.links["workspace"].endswith(centre.sid)
    for status in ("accepted", "wrapping", "completed"):
        assert there.update(reservation_status=status).reservation_status == status


def test_supervise(twilio: Any, centre: Centre) -> None:
    offer = centre.offer()
    there = of(offer, "task", twilio)
    there.update(reservation_status="accepted")
    for mode in ("monitor", "whisper", "barge"):
        answer = there.update(instruction="supervise", supervisor="client:boss", supervisor_mode=mode)
        assert answer.reservation_status == "accepted"


def test_reject_sends_the_worker_away(twilio: Any, centre: Centre) -> None:
    (offer,) = scenes.rival_offers(centre, 1)
    answer = of(offer, "worker", twilio).update(reservation_status="rejected", worker_activity_sid=centre.offline)
    assert answer.reservation_status == "rejected"
    worker = twilio.taskrouter.v1.workspaces(centre.sid).workers(offer.worker).fetch()
    assert worker.activity_sid == centre.offline
    assert worker.available is False


def test_everything_around_a_reservation(twilio: Any, centre: Centre) -> None:
    """Made, listed, changed and deleted as a program that sets a call centre up does it."""
    v1 = twilio.taskrouter.v1
    made = v1.workspaces.create(friendly_name=scenes.unique("twilio"), template="FIFO", multi_task_enabled=True)
    here = v1.workspaces(made.sid)
    assert here.fetch().friendly_name == made.friendly_name
    activities = {each.friendly_name: each.sid for each in here.activities.list()}
    assert {"Offline", "Available", "Unavailable"} <= set(activities)
    lunch = here.activities.create(friendly_name="Lunch", available=False)
    worker = here.workers.create(
        friendly_name="Zoë", attributes=json.dumps({"languages": ["en"]}), activity_sid=activities["Available"]
    )
    assert json.loads(worker.attributes) == {"languages": ["en"]}
    queue = here.task_queues.create(
        friendly_name="English", target_workers="languages HAS 'en'", max_reserved_workers=2
    )
    rules = {"task_routing": {"default_filter": {"queue": queue.sid}, "filters": []}}
    workflow = here.workflows.create(
        friendly_name="All", configuration=json.dumps(rules), task_reservation_timeout=300, assignment_callback_url=URL
    )
    channel = here.task_channels.create(friendly_name="Fax", unique_name="fax")
    task = here.tasks.create(
        workflow_sid=workflow.sid, attributes=json.dumps(TASK_ATTRIBUTES), priority=4, timeout=600, task_channel="fax"
    )
    assert (task.assignment_status, task.task_channel_sid) == ("reserved", channel.sid)
    (reservation,) = here.workers(worker.sid).reservations.list(reservation_status="pending")
    assert reservation.task_sid == task.sid
    assert here.workers(worker.sid).worker_channels("fax").update(capacity=3).configured_capacity == 3
    assert len(here.workers(worker.sid).worker_channels.list()) == 6
    assert here.tasks(task.sid).update(priority=9).priority == 9
    found = here.tasks.list(assignment_status=["pending", "reserved"], priority=9)
    assert [each.sid for each in found] == [task.sid]
    created = here.events.list(event_type="reservation.created", minutes=5)
    assert [each.resource_sid for each in created] == [reservation.sid]
    here.tasks(task.sid).update(assignment_status="canceled", reason="enough")
    assert here.workers(worker.sid).update(activity_sid=lunch.sid).activity_name == "Lunch"
    for there in (here.workers(worker.sid), here.tasks(task.sid), here):
        assert there.delete() is True


def test_pages(twilio: Any, target: Target, recorder: Recorder, centre: Centre) -> None:
    offers = scenes.rival_offers(centre, 5)
    expected = sorted(offer.sid for offer in offers)
    there = twilio.taskrouter.v1.workspaces(centre.sid).tasks(offers[0].task).reservations
    assert sorted(each.sid for each in there.list(page_size=2)) == expected
    assert len(there.list(limit=3)) == 3
    assert sorted(each.sid for each in there.stream(page_size=1)) == expected
    page = there.page(page_size=2)
    seen = []
    while page is not None:
        seen += [each.sid for each in page]
        page = page.next_page() if page.next_page_url else None
    assert sorted(seen) == expected
    again = there.get_page(there.page(page_size=2).next_page_url)
    assert [each.sid for each in again] == seen[2:4]

    async def work() -> None:
        async with asynchronous(target, recorder) as client:
            reservations = client.taskrouter.v1.workspaces(centre.sid).tasks(offers[0].task).reservations
            assert sorted(each.sid for each in await reservations.list_async(page_size=2)) == expected
            streamed = [each.sid async for each in await reservations.stream_async(page_size=2)]
            assert sorted(streamed) == expected

    asyncio.run(work())


def test_errors(twilio: Any, target: Target, recorder: Recorder, centre: Centre) -> None:
    offer = centre.offer()
    there = of(offer, "task", twilio)
    with pytest.raises(TwilioRestException) as refused:
        there.update(reservation_status="wrapping")
    assert (refused.value.status, refused.value.code) == (400, 20001)
    expected = f"Reservation {offer.sid} is already in state [pending] and cannot be updated to [wrapping]"
    assert expected in refused.value.msg
    with pytest.raises(TwilioRestException) as stale:
        there.update(reservation_status="accepted", if_match='"77"')
    assert (stale.value.status, stale.value.code) == (412, 20412)
    nowhere = twilio.taskrouter.v1.workspaces("WS" + "0" * 32)
    with pytest.raises(TwilioRestException) as missing:
        nowhere.tasks("WT" + "0" * 32).fetch()
    assert (missing.value.status, missing.value.code) == (404, 20404)
    # A list that fails is told otherwise by this client: without status and code.
    with pytest.raises(TwilioException, match="Unable to fetch page"):
        nowhere.tasks.list()
    stranger = Client(target.account.username, "wrong")
    stranger.taskrouter.base_url = target.url
    with pytest.raises(TwilioRestException) as unauthorized:
        stranger.taskrouter.v1.workspaces(centre.sid).fetch()
    assert (unauthorized.value.status, unauthorized.value.code) == (401, 20003)

    async def work() -> None:
        async with asynchronous(target, recorder) as client:
            with pytest.raises(TwilioRestException) as again:
                await of(offer, "worker", client).update_async(reservation_status="completed")
            assert (again.value.status, again.value.code) == (400, 20001)

    asyncio.run(work())


@pytest.mark.parametrize("form", ["0", '"0"', 'W/"0"', "*"])
def test_if_match(form: str, twilio: Any, centre: Centre) -> None:
    offer = centre.offer()
    answer = of(offer, "worker", twilio).update(reservation_status="accepted", if_match=form)
    assert answer.reservation_status == "accepted"


LEGACY: dict[str, dict[str, Any]] = {
    "beep as a boolean": {**CONFERENCE, "beep": True},
    "beep switched off": {**CONFERENCE, "beep": False},
    "conference record as a boolean": {**CONFERENCE, "conference_record": True},
    "events joined by commas": {**CONFERENCE, "status_callback_event": "initiated,completed"},
    "conference events joined by commas": {**CONFERENCE, "conference_status_callback_event": "start,end"},
    "dequeue events joined by commas": {
        "instruction": "dequeue",
        "dequeue_from": "+1555",
        "dequeue_status_callback_event": "initiated,ringing",
    },
    "call record switched off": {
        "instruction": "call",
        "call_from": "+1555",
        "call_url": URL,
        "call_accept": True,
        "call_record": "false",
    },
}


@pytest.mark.parametrize("name", LEGACY)
def test_legacy_spellings_are_taken(name: str, twilio: Any, centre: Centre) -> None:
    offer = centre.offer()
    assert of(offer, "task", twilio).update(**LEGACY[name]).reservation_status == "accepted"


def test_no_other_spelling_is_taken(twilio: Any, centre: Centre) -> None:
    offer = centre.offer()
    for arguments in ({"beep": "TRUE"}, {"beep": "yes"}, {"conference_record": "1"}):
        with pytest.raises(TwilioRestException) as refused:
            of(offer, "task", twilio).update(**{**CONFERENCE, **arguments})
        assert refused.value.status == 400, arguments
    assert of(offer, "task", twilio).fetch().reservation_status == "pending"
