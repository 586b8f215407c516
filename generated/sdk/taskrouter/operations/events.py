"""Events: what can be asked of them. Generated from /work/main/spec/openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Integer, String
from .._runtime.client.operation import Operation, Pages, path, query
from . import kinds
from .shared import PAGE, PAGE_SIZE, PAGE_TOKEN, TASK_QUEUE_SID, WORKER_SID, WORKFLOW_SID, WORKSPACE_SID

LIST: Operation[models.EventPage] = Operation(
    "ListEvent",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Events",
    (
        WORKSPACE_SID,
        query("start_date", "StartDate", String(format="date-time")),
        query("end_date", "EndDate", String(format="date-time")),
        query("minutes", "Minutes", Integer(minimum=1)),
        query("event_type", "EventType", String()),
        query("sid", "Sid", kinds.EVENT_SID),
        query("task_sid", "TaskSid", kinds.TASK_SID),
        query("reservation_sid", "ReservationSid", kinds.RESERVATION_SID),
        WORKER_SID,
        WORKFLOW_SID,
        TASK_QUEUE_SID,
        query("task_channel", "TaskChannel", kinds.CHANNEL_KEY),
        PAGE_SIZE,
        PAGE,
        PAGE_TOKEN,
    ),
    returns=models.EventPage,
    pages=Pages(items="/events", next="/meta/next_page_url", size="page_size"),
)

FETCH: Operation[models.Event] = Operation(
    "FetchEvent",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Events/{Sid}",
    (WORKSPACE_SID, path("sid", "Sid", kinds.EVENT_SID)),
    returns=models.Event,
)
