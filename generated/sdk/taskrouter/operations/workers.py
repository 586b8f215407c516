"""Workers: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Boolean, String
from .._runtime.client.operation import Operation, Pages, field, path, query
from .._runtime.wire.media import FORM
from . import kinds, shared

ACTIVITY_SID = field("activity_sid", "ActivitySid", kinds.ACTIVITY_SID)
SID = path("sid", "Sid", kinds.WORKER_SID)

LIST: Operation[models.WorkerPage] = Operation(
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
    pages=Pages(items="/workers", next="/meta/next_page_url", size="page_size"),
)

CREATE: Operation[models.Worker] = Operation(
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
    body=FORM,
    body_required=True,
)

FETCH: Operation[models.Worker] = Operation(
    "FetchWorker",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=models.Worker,
)

UPDATE: Operation[models.Worker] = Operation(
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
    body=FORM,
)

DELETE: Operation[None] = Operation(
    "DeleteWorker",
    "DELETE",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
    (shared.WORKSPACE_SID, SID, shared.IF_MATCH),
    returns=None,
)
