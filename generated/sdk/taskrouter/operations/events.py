"""Events: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Integer, String
from .._runtime.client.operation import Link, Operation, Pages, path, query
from ..headers import AnswerHeaders2
from . import kinds, shared

LIST: Operation[models.EventPage, AnswerHeaders2] = Operation(
    "ListEvent",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Events",
    (
        shared.WORKSPACE_SID,
        query("start_date", "StartDate", String(format="date-time")),
        query("end_date", "EndDate", String(format="date-time")),
        query("minutes", "Minutes", Integer(minimum=1)),
        query("event_type", "EventType", String()),
        query("sid", "Sid", kinds.EVENT_SID),
        query("task_sid", "TaskSid", kinds.TASK_SID),
        query("reservation_sid", "ReservationSid", kinds.RESERVATION_SID),
        shared.WORKER_SID,
        shared.WORKFLOW_SID,
        shared.TASK_QUEUE_SID,
        query("task_channel", "TaskChannel", kinds.CHANNEL_KEY),
        shared.PAGE_SIZE,
        shared.PAGE,
        shared.PAGE_TOKEN,
    ),
    returns=models.EventPage,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    links=(
        Link(
            "fetch_first_event",
            lambda: FETCH,
            {"sid": "$response.body#/events/0/sid", "workspace_sid": "$response.body#/events/0/workspace_sid"},
        ),
    ),
    pages=Pages(items="/events", next="/meta/next_page_url", size="page_size"),
)

FETCH: Operation[models.Event, AnswerHeaders2] = Operation(
    "FetchEvent",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Events/{Sid}",
    (shared.WORKSPACE_SID, path("sid", "Sid", kinds.EVENT_SID)),
    returns=models.Event,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
)
