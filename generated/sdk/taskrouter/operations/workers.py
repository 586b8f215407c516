"""Workers: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Boolean, String
from .._runtime.client.operation import Link, Operation, Pages, field, path, query
from .._runtime.wire.media import FORM
from ..headers import AnswerHeaders, AnswerHeaders3
from . import kinds, shared, worker_channels, worker_reservations

ACTIVITY_SID = field("activity_sid", "ActivitySid", kinds.ACTIVITY_SID)
SID = path("sid", "Sid", kinds.WORKER_SID)

LIST: Operation[models.WorkerPage, AnswerHeaders3] = Operation(
    "ListWorker",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workers",
    (
        shared.WORKSPACE_SID,
        query("activity_name", "ActivityName", String()),
        query("activity_sid", "ActivitySid", kinds.ACTIVITY_SID),
        shared.AVAILABLE,
        shared.FRIENDLY_NAME,
        query("target_workers_expression", "TargetWorkersExpression", String()),
        shared.TASK_QUEUE_NAME,
        shared.TASK_QUEUE_SID,
        query("ordering", "Ordering", String(pattern="^(DateCreated|DateStatusChanged|FriendlyName):(asc|desc)$")),
        shared.PAGE_SIZE,
        shared.PAGE,
        shared.PAGE_TOKEN,
    ),
    returns=models.WorkerPage,
    errors=shared.ERRORS,
    headers=shared.HEADERS_2,
    links=(
        Link(
            "delete_first_worker",
            lambda: DELETE,
            {"sid": "$response.body#/workers/0/sid", "workspace_sid": "$response.body#/workers/0/workspace_sid"},
        ),
        Link(
            "fetch_first_worker",
            lambda: FETCH,
            {"sid": "$response.body#/workers/0/sid", "workspace_sid": "$response.body#/workers/0/workspace_sid"},
        ),
        Link(
            "list_worker_channel_of_first_worker",
            lambda: worker_channels.LIST,
            {"worker_sid": "$response.body#/workers/0/sid", "workspace_sid": "$response.body#/workers/0/workspace_sid"},
        ),
        Link(
            "list_worker_reservation_of_first_worker",
            lambda: worker_reservations.LIST,
            {"worker_sid": "$response.body#/workers/0/sid", "workspace_sid": "$response.body#/workers/0/workspace_sid"},
        ),
        Link(
            "update_first_worker",
            lambda: UPDATE,
            {"sid": "$response.body#/workers/0/sid", "workspace_sid": "$response.body#/workers/0/workspace_sid"},
        ),
    ),
    pages=Pages(items="/workers", next="/meta/next_page_url", size="page_size"),
)

CREATE: Operation[models.Worker, AnswerHeaders3] = Operation(
    "CreateWorker",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Workers",
    (
        shared.WORKSPACE_SID,
        field("friendly_name", "FriendlyName", kinds.FRIENDLY_NAME, is_required=True),
        ACTIVITY_SID,
        shared.ATTRIBUTES,
    ),
    returns=models.Worker,
    errors=shared.ERRORS,
    headers=shared.HEADERS_2,
    links=(
        Link(
            "delete_worker",
            lambda: DELETE,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "fetch_worker",
            lambda: FETCH,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "list_worker_channel_of_worker",
            lambda: worker_channels.LIST,
            {"worker_sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "list_worker_reservation_of_worker",
            lambda: worker_reservations.LIST,
            {"worker_sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "update_worker",
            lambda: UPDATE,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
    ),
    body=FORM,
    body_required=True,
)

FETCH: Operation[models.Worker, AnswerHeaders3] = Operation(
    "FetchWorker",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=models.Worker,
    errors=shared.ERRORS,
    headers=shared.HEADERS_2,
    links=(
        Link(
            "list_worker_reservation_of_worker",
            lambda: worker_reservations.LIST,
            {"worker_sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
    ),
)

UPDATE: Operation[models.Worker, AnswerHeaders3] = Operation(
    "UpdateWorker",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
    (
        shared.WORKSPACE_SID,
        SID,
        shared.IF_MATCH,
        ACTIVITY_SID,
        shared.ATTRIBUTES,
        field("friendly_name", "FriendlyName", kinds.FRIENDLY_NAME),
        field("reject_pending_reservations", "RejectPendingReservations", Boolean()),
    ),
    returns=models.Worker,
    errors=shared.ERRORS,
    headers=shared.HEADERS_2,
    links=(
        Link(
            "list_worker_reservation_of_worker",
            lambda: worker_reservations.LIST,
            {"worker_sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
    ),
    body=FORM,
)

DELETE: Operation[None, AnswerHeaders] = Operation(
    "DeleteWorker",
    "DELETE",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
    (shared.WORKSPACE_SID, SID, shared.IF_MATCH),
    returns=None,
    errors=shared.ERRORS,
    headers=shared.HEADERS_3,
)
