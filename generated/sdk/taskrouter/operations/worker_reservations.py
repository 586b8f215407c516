"""Worker reservations: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models, params
from .._runtime.client.operation import Link, OneOf, Operation, Pages, Requires, field, path
from .._runtime.client.verbs import verb
from .._runtime.wire.media import FORM
from ..headers import AnswerHeaders3
from . import kinds, shared, task_reservations, tasks, workers

LIST: Operation[models.WorkerReservationPage, AnswerHeaders3] = Operation(
    "ListWorkerReservation",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Reservations",
    (
        shared.WORKSPACE_SID,
        path("worker_sid", "WorkerSid", kinds.WORKER_SID),
        shared.RESERVATION_STATUS,
        shared.PAGE_SIZE,
        shared.PAGE,
        shared.PAGE_TOKEN,
    ),
    returns=models.WorkerReservationPage,
    errors=shared.ERRORS,
    headers=shared.HEADERS_2,
    links=(
        Link(
            "fetch_first_worker_reservation",
            lambda: FETCH,
            {
                "sid": "$response.body#/reservations/0/sid",
                "worker_sid": "$response.body#/reservations/0/worker_sid",
                "workspace_sid": "$response.body#/reservations/0/workspace_sid",
            },
        ),
        Link(
            "fetch_task_of_first_reservation",
            lambda: tasks.FETCH,
            {
                "sid": "$response.body#/reservations/0/task_sid",
                "workspace_sid": "$response.body#/reservations/0/workspace_sid",
            },
        ),
        Link(
            "fetch_task_view_of_first_reservation",
            lambda: task_reservations.FETCH,
            {
                "sid": "$response.body#/reservations/0/sid",
                "task_sid": "$response.body#/reservations/0/task_sid",
                "workspace_sid": "$response.body#/reservations/0/workspace_sid",
            },
        ),
        Link(
            "fetch_worker_of_first_reservation",
            lambda: workers.FETCH,
            {
                "sid": "$response.body#/reservations/0/worker_sid",
                "workspace_sid": "$response.body#/reservations/0/workspace_sid",
            },
        ),
        Link(
            "update_first_worker_reservation",
            lambda: UPDATE,
            {
                "sid": "$response.body#/reservations/0/sid",
                "worker_sid": "$response.body#/reservations/0/worker_sid",
                "workspace_sid": "$response.body#/reservations/0/workspace_sid",
            },
        ),
        Link(
            "update_task_view_of_first_reservation",
            lambda: task_reservations.UPDATE,
            {
                "sid": "$response.body#/reservations/0/sid",
                "task_sid": "$response.body#/reservations/0/task_sid",
                "workspace_sid": "$response.body#/reservations/0/workspace_sid",
            },
        ),
    ),
    pages=Pages(items="/reservations", next="/meta/next_page_url", size="page_size"),
)

FETCH: Operation[models.WorkerReservation, AnswerHeaders3] = Operation(
    "FetchWorkerReservation",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Reservations/{Sid}",
    (
        shared.WORKSPACE_SID,
        path("worker_sid", "WorkerSid", kinds.WORKER_SID),
        path("sid", "Sid", kinds.RESERVATION_SID),
    ),
    returns=models.WorkerReservation,
    errors=shared.ERRORS,
    headers=shared.HEADERS_2,
    links=(
        Link(
            "fetch_task_of_reservation",
            lambda: tasks.FETCH,
            {"sid": "$response.body#/task_sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "fetch_task_view_of_reservation",
            lambda: task_reservations.FETCH,
            {
                "sid": "$response.body#/sid",
                "task_sid": "$response.body#/task_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
        Link(
            "fetch_worker_of_reservation",
            lambda: workers.FETCH,
            {"sid": "$response.body#/worker_sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "update_task_view_of_reservation",
            lambda: task_reservations.UPDATE,
            {
                "sid": "$response.body#/sid",
                "task_sid": "$response.body#/task_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
        Link(
            "update_worker_reservation",
            lambda: UPDATE,
            {
                "sid": "$response.body#/sid",
                "worker_sid": "$response.body#/worker_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
    ),
)

UPDATE: Operation[models.WorkerReservation, AnswerHeaders3] = Operation(
    "UpdateWorkerReservation",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Reservations/{Sid}",
    (
        shared.WORKSPACE_SID,
        path("worker_sid", "WorkerSid", kinds.WORKER_SID),
        path("sid", "Sid", kinds.RESERVATION_SID),
        shared.IF_MATCH,
        field("instruction", "Instruction", kinds.WORKER_INSTRUCTION),
        *shared.RESERVATION_UPDATE_FIELDS,
    ),
    returns=models.WorkerReservation,
    errors=shared.ERRORS,
    headers=shared.HEADERS_2,
    links=(
        Link(
            "fetch_task_of_reservation",
            lambda: tasks.FETCH,
            {"sid": "$response.body#/task_sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "fetch_task_view_of_reservation",
            lambda: task_reservations.FETCH,
            {
                "sid": "$response.body#/sid",
                "task_sid": "$response.body#/task_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
        Link(
            "fetch_worker_of_reservation",
            lambda: workers.FETCH,
            {"sid": "$response.body#/worker_sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "update_task_view_of_reservation",
            lambda: task_reservations.UPDATE,
            {
                "sid": "$response.body#/sid",
                "task_sid": "$response.body#/task_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
        Link(
            "update_worker_reservation",
            lambda: UPDATE,
            {
                "sid": "$response.body#/sid",
                "worker_sid": "$response.body#/worker_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
    ),
    body=FORM,
    body_required=True,
    rules=(
        Requires({"Instruction": ("call",)}, ("CallFrom", "CallUrl")),
        Requires({"Instruction": ("redirect",)}, ("RedirectCallSid", "RedirectUrl")),
        OneOf((("ReservationStatus",), ("Instruction",))),
    ),
)
ACCEPT = verb(UPDATE, params.ReservationAccept, fixed={"reservation_status": "accepted"})
CALL = verb(UPDATE, params.ReservationCall, fixed={"instruction": "call"}, prefix="call_", required=("from_", "url"))
COMPLETE = verb(UPDATE, params.ReservationComplete, fixed={"reservation_status": "completed"})
CONFERENCE = verb(UPDATE, params.ReservationConference, fixed={"instruction": "conference"})
DEQUEUE = verb(UPDATE, params.ReservationDequeue, fixed={"instruction": "dequeue"}, prefix="dequeue_")
REDIRECT = verb(
    UPDATE,
    params.ReservationRedirect,
    fixed={"instruction": "redirect"},
    prefix="redirect_",
    required=("call_sid", "url"),
)
REJECT = verb(UPDATE, params.ReservationReject, fixed={"reservation_status": "rejected"})
WRAP = verb(UPDATE, params.ReservationWrap, fixed={"reservation_status": "wrapping"})
