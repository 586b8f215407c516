"""Worker reservations: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models, params
from .._runtime.client.operation import OneOf, Operation, Pages, Requires, field, path
from .._runtime.client.verbs import verb
from .._runtime.wire.media import FORM
from . import kinds, shared

LIST: Operation[models.WorkerReservationPage] = Operation(
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
    pages=Pages(items="/reservations", next="/meta/next_page_url", size="page_size"),
)

FETCH: Operation[models.WorkerReservation] = Operation(
    "FetchWorkerReservation",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Reservations/{Sid}",
    (
        shared.WORKSPACE_SID,
        path("worker_sid", "WorkerSid", kinds.WORKER_SID),
        path("sid", "Sid", kinds.RESERVATION_SID),
    ),
    returns=models.WorkerReservation,
)

UPDATE: Operation[models.WorkerReservation] = Operation(
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
    body=FORM,
    body_required=True,
    rules=(
        OneOf((("ReservationStatus",), ("Instruction",))),
        Requires({"Instruction": ("call",)}, ("CallFrom", "CallUrl")),
        Requires({"Instruction": ("redirect",)}, ("RedirectCallSid", "RedirectUrl")),
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
