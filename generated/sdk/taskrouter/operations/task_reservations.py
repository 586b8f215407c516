"""Task reservations: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models, params
from .._runtime.client.operation import Link, OneOf, Operation, Pages, Requires, field, path
from .._runtime.client.verbs import verb
from .._runtime.wire.media import FORM
from ..headers import AnswerHeaders3
from . import kinds, shared, tasks, worker_reservations, workers

TASK_SID = path("task_sid", "TaskSid", kinds.TASK_SID)

LIST: Operation[models.TaskReservationPage, AnswerHeaders3] = Operation(
    "ListTaskReservation",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Tasks/{TaskSid}/Reservations",
    (
        shared.WORKSPACE_SID,
        TASK_SID,
        shared.RESERVATION_STATUS,
        shared.WORKER_SID,
        shared.PAGE_SIZE,
        shared.PAGE,
        shared.PAGE_TOKEN,
    ),
    returns=models.TaskReservationPage,
    errors=shared.ERRORS,
    headers=shared.HEADERS_2,
    links=(
        Link(
            "fetch_first_task_reservation",
            lambda: FETCH,
            {
                "sid": "$response.body#/reservations/0/sid",
                "task_sid": "$response.body#/reservations/0/task_sid",
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
            "fetch_worker_of_first_reservation",
            lambda: workers.FETCH,
            {
                "sid": "$response.body#/reservations/0/worker_sid",
                "workspace_sid": "$response.body#/reservations/0/workspace_sid",
            },
        ),
        Link(
            "fetch_worker_view_of_first_reservation",
            lambda: worker_reservations.FETCH,
            {
                "sid": "$response.body#/reservations/0/sid",
                "worker_sid": "$response.body#/reservations/0/worker_sid",
                "workspace_sid": "$response.body#/reservations/0/workspace_sid",
            },
        ),
        Link(
            "update_first_task_reservation",
            lambda: UPDATE,
            {
                "sid": "$response.body#/reservations/0/sid",
                "task_sid": "$response.body#/reservations/0/task_sid",
                "workspace_sid": "$response.body#/reservations/0/workspace_sid",
            },
        ),
        Link(
            "update_worker_view_of_first_reservation",
            lambda: worker_reservations.UPDATE,
            {
                "sid": "$response.body#/reservations/0/sid",
                "worker_sid": "$response.body#/reservations/0/worker_sid",
                "workspace_sid": "$response.body#/reservations/0/workspace_sid",
            },
        ),
    ),
    pages=Pages(items="/reservations", next="/meta/next_page_url", size="page_size"),
)

FETCH: Operation[models.TaskReservation, AnswerHeaders3] = Operation(
    "FetchTaskReservation",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Tasks/{TaskSid}/Reservations/{Sid}",
    (shared.WORKSPACE_SID, TASK_SID, path("sid", "Sid", kinds.RESERVATION_SID)),
    returns=models.TaskReservation,
    errors=shared.ERRORS,
    headers=shared.HEADERS_2,
    links=(
        Link(
            "fetch_task_of_reservation",
            lambda: tasks.FETCH,
            {"sid": "$response.body#/task_sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "fetch_worker_of_reservation",
            lambda: workers.FETCH,
            {"sid": "$response.body#/worker_sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "fetch_worker_view_of_reservation",
            lambda: worker_reservations.FETCH,
            {
                "sid": "$response.body#/sid",
                "worker_sid": "$response.body#/worker_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
        Link(
            "update_task_reservation",
            lambda: UPDATE,
            {
                "sid": "$response.body#/sid",
                "task_sid": "$response.body#/task_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
        Link(
            "update_worker_view_of_reservation",
            lambda: worker_reservations.UPDATE,
            {
                "sid": "$response.body#/sid",
                "worker_sid": "$response.body#/worker_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
    ),
)

UPDATE: Operation[models.TaskReservation, AnswerHeaders3] = Operation(
    "UpdateTaskReservation",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Tasks/{TaskSid}/Reservations/{Sid}",
    (
        shared.WORKSPACE_SID,
        TASK_SID,
        path("sid", "Sid", kinds.RESERVATION_SID),
        shared.IF_MATCH,
        field("instruction", "Instruction", kinds.INSTRUCTION),
        field("supervisor", "Supervisor", kinds.CONTACT_URI),
        field("supervisor_mode", "SupervisorMode", kinds.SUPERVISOR_MODE),
        *shared.RESERVATION_UPDATE_FIELDS,
    ),
    returns=models.TaskReservation,
    errors=shared.ERRORS,
    headers=shared.HEADERS_2,
    links=(
        Link(
            "fetch_task_of_reservation",
            lambda: tasks.FETCH,
            {"sid": "$response.body#/task_sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "fetch_worker_of_reservation",
            lambda: workers.FETCH,
            {"sid": "$response.body#/worker_sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "fetch_worker_view_of_reservation",
            lambda: worker_reservations.FETCH,
            {
                "sid": "$response.body#/sid",
                "worker_sid": "$response.body#/worker_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
        Link(
            "update_task_reservation",
            lambda: UPDATE,
            {
                "sid": "$response.body#/sid",
                "task_sid": "$response.body#/task_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
        Link(
            "update_worker_view_of_reservation",
            lambda: worker_reservations.UPDATE,
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
        Requires({"Instruction": ("supervise",)}, ("Supervisor", "SupervisorMode")),
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
SUPERVISE = verb(
    UPDATE,
    params.TaskReservationSupervise,
    fixed={"instruction": "supervise"},
    required=("supervisor", "supervisor_mode"),
)
WRAP = verb(UPDATE, params.ReservationWrap, fixed={"reservation_status": "wrapping"})
