"""What can be done with reservations, on both views, with every field and every word of every enum."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .row import Row, given

CALLBACK = "https://example.com/callback?a=1&b=%20#part"
NUMBER = "+1 555-010/0001;ext=&=?"
CONFERENCE: Mapping[str, object] = {
    "to": NUMBER,
    "from_": "sip:agent@example.com",
    "timeout": 999,
    "status_callback": CALLBACK,
    "status_callback_method": "GET",
    "status_callback_event": ["initiated", "ringing", "answered", "completed"],
    "record": True,
    "muted": False,
    "beep": "true",
    "start_conference_on_enter": True,
    "end_conference_on_exit": False,
    "end_conference_on_customer_exit": True,
    "beep_on_customer_entrance": False,
    "wait_url": CALLBACK,
    "wait_method": "GET",
    "early_media": False,
    "max_participants": 250,
    "conference_status_callback": CALLBACK,
    "conference_status_callback_method": "GET",
    "conference_status_callback_event": ["start", "end", "join", "leave", "mute", "hold", "speaker"],
    "conference_record": "true",
    "conference_trim": "trim-silence",
    "recording_channels": "mono",
    "recording_status_callback": CALLBACK,
    "recording_status_callback_method": "GET",
    "conference_recording_status_callback": CALLBACK,
    "conference_recording_status_callback_method": "GET",
    "region": "de1",
    "sip_auth_username": "ü+&",
    "sip_auth_password": "p%w=&+ d",
    "jitter_buffer_size": "small",
}
METHODS = [name for name in CONFERENCE if name.endswith("_method")]
CONFERENCE_VARIANTS: tuple[Mapping[str, object], ...] = (
    CONFERENCE,
    {
        **dict.fromkeys(METHODS, "POST"),
        **{name: CALLBACK for name in CONFERENCE if name.endswith("callback")},
        "wait_url": CALLBACK,
        "beep": False,
        "conference_record": False,
        "conference_trim": "do-not-trim",
        "recording_channels": "dual",
        "jitter_buffer_size": "medium",
        "timeout": 1,
        "max_participants": 2,
    },
    {"beep": "onEnter", "conference_record": "record-from-start", "jitter_buffer_size": "large"},
    {"beep": "onExit", "conference_record": "do-not-record", "jitter_buffer_size": "off"},
)
"""Together they hold every word of every enum."""
OF_THE_LEG = (
    "from_ timeout status_callback status_callback_method status_callback_event record beep end_conference_on_exit "
    "wait_url wait_method early_media recording_channels recording_status_callback recording_status_callback_method "
    "region sip_auth_username sip_auth_password jitter_buffer_size"
).split()
CALL: Mapping[str, object] = {
    "from_": NUMBER,
    "url": CALLBACK,
    "to": "client:agent",
    "accept": True,
    "record": "record-from-answer",
    "timeout": 1,
    "status_callback_url": CALLBACK,
}
DEQUEUE: Mapping[str, object] = {
    "from_": NUMBER,
    "to": "client:agent",
    "record": "do-not-record",
    "timeout": 999,
    "status_callback_url": CALLBACK,
    "status_callback_event": ["initiated", "ringing", "answered", "completed"],
}
REDIRECT: Mapping[str, object] = {"call_sid": "CA" + "aB" * 16, "url": CALLBACK, "accept": True}


def _prefixed(prefix: str, arguments: Mapping[str, object]) -> dict[str, object]:
    return {prefix + name.rstrip("_"): value for name, value in arguments.items()}


def _decisions(resource: str) -> Iterator[Row]:
    """The verbs that set a status."""
    here = resource
    version = given(if_match='"0"')
    yield Row(here, "accept", "pending", version, {"reservation_status": "accepted"}, {"ReservationStatus": "accepted"})
    yield Row(
        here,
        "wrap",
        "accepted",
        given(if_match='W/"1"'),
        {"reservation_status": "wrapping"},
        {"ReservationStatus": "wrapping"},
    )
    yield Row(
        here,
        "complete",
        "wrapping",
        given(if_match="*"),
        {"reservation_status": "completed"},
        {"ReservationStatus": "completed"},
    )
    yield Row(
        here,
        "reject",
        "pending",
        lambda at: {"worker_activity_sid": at.offline, "if_match": "0"},
        {"reservation_status": "rejected"},
        {"ReservationStatus": "rejected"},
    )


def _instructions(resource: str) -> Iterator[Row]:
    """The verbs that tell what to do with the call."""
    here = resource
    accepted = {"reservation_status": "accepted"}
    yield Row(here, "call", "pending", given(**CALL, if_match="0"), accepted, {"Instruction": "call"}, "Call")
    yield Row(
        here,
        "call",
        "pending",
        given(from_="+1555", url=CALLBACK, accept=False, record="do-not-record"),
        {"reservation_status": "pending"},
        {"Instruction": "call"},
        "Call",
    )
    yield Row(
        here,
        "dequeue",
        "single-tasking",
        lambda at: {**DEQUEUE, "post_work_activity_sid": at.offline, "if_match": "0"},
        accepted,
        {"Instruction": "dequeue"},
        "Dequeue",
    )
    yield Row(
        here, "dequeue", "pending", given(record="record-from-answer"), accepted, {"Instruction": "dequeue"}, "Dequeue"
    )
    yield Row(
        here, "redirect", "pending", given(**REDIRECT, if_match="0"), accepted, {"Instruction": "redirect"}, "Redirect"
    )
    yield Row(
        here,
        "conference",
        "single-tasking",
        lambda at: {**CONFERENCE, "post_work_activity_sid": at.offline, "if_match": "0"},
        accepted,
        {"Instruction": "conference"},
    )
    for variant in CONFERENCE_VARIANTS[1:]:
        yield Row(here, "conference", "pending", given(**variant), accepted, {"Instruction": "conference"})


def _updates(resource: str) -> Iterator[Row]:
    """The one operation behind the verbs, with every field by its full name."""
    everything = {**_prefixed("call_", CALL), **_prefixed("dequeue_", DEQUEUE), **_prefixed("redirect_", REDIRECT)}
    yield Row(
        resource,
        "update",
        "single-tasking",
        lambda at: {
            **CONFERENCE,
            **everything,
            "instruction": "conference",
            "post_work_activity_sid": at.offline,
            "dequeue_post_work_activity_sid": at.offline,
            "if_match": "0",
        },
        {"reservation_status": "accepted"},
    )
    yield Row(
        resource,
        "update",
        "pending",
        lambda at: {"reservation_status": "rejected", "worker_activity_sid": at.offline},
    )
    for status, scene in (("accepted", "pending"), ("wrapping", "accepted"), ("completed", "wrapping")):
        yield Row(resource, "update", scene, given(reservation_status=status))
    for name, needs in (("call", CALL), ("redirect", REDIRECT), ("dequeue", DEQUEUE)):
        yield Row(
            resource,
            "update",
            "pending",
            given(instruction=name, **_prefixed(f"{name}_", needs)),
            {"reservation_status": "accepted"},
        )


STATUSES = ("pending", "accepted", "rejected", "timeout", "canceled", "rescinded", "wrapping", "completed")


def reservations() -> Iterator[Row]:
    task, worker = "workspaces.tasks.reservations", "workspaces.workers.reservations"
    for view in (task, worker):
        yield Row(view, "fetch", "pending", says={"reservation_status": "pending"})
        yield from _decisions(view)
        yield from _instructions(view)
        yield from _updates(view)
        for status in STATUSES:
            yield Row(
                view, "list", "pending", given(reservation_status=status, page_size=1000), finds=status == "pending"
            )
    yield Row(task, "list", "pending", lambda at: {"worker_sid": at.worker})
    for index, mode in enumerate(("monitor", "whisper", "barge", "barge")):
        variant = CONFERENCE_VARIANTS[index]
        leg = {name: variant[name] for name in OF_THE_LEG if name in variant}
        needs = {"supervisor": "client:boss", "supervisor_mode": mode}
        yield Row(
            task,
            "supervise",
            "accepted",
            given(**needs, **leg, **({} if index else {"if_match": "*"})),
            {"reservation_status": "accepted"},
            {"Instruction": "supervise"},
        )
    yield Row(
        task,
        "update",
        "accepted",
        given(instruction="supervise", supervisor="client:boss", supervisor_mode="monitor"),
    )
