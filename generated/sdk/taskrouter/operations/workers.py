"""Workers: what can be asked of them. Generated from /work/main/spec/openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Boolean, String
from .._runtime.client.operation import Operation, Pages, field, path, query
from .._runtime.wire.media import FORM
from . import kinds
from .shared import (
    ATTRIBUTES,
    AVAILABLE,
    FRIENDLY_NAME,
    IF_MATCH,
    PAGE,
    PAGE_SIZE,
    PAGE_TOKEN,
    TASK_QUEUE_NAME,
    TASK_QUEUE_SID,
    WORKSPACE_SID,
)

ACTIVITY_SID = field("activity_sid", "ActivitySid", kinds.ACTIVITY_SID)
SID = path("sid", "Sid", kinds.WORKER_SID)

LIST: Operation[models.WorkerPage] = Operation(
    "ListWorker",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workers",
    (
        WORKSPACE_SID,
        query("activity_name", "ActivityName", String()),
        query("activity_sid", "ActivitySid", kinds.ACTIVITY_SID),
        AVAILABLE,
        FRIENDLY_NAME,
        query("target_workers_expression", "TargetWorkersExpression", String()),
        TASK_QUEUE_NAME,
        TASK_QUEUE_SID,
        query("ordering", "Ordering", String(pattern="^(DateCreated|DateStatusChanged|FriendlyName):(asc|desc)$")),
        PAGE_SIZE,
        PAGE,
        PAGE_TOKEN,
    ),
    returns=models.WorkerPage,
    pages=Pages(items="/workers", next="/meta/next_page_url", size="page_size"),
)

CREATE: Operation[models.Worker] = Operation(
    "CreateWorker",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Workers",
    (
        WORKSPACE_SID,
        field("friendly_name", "FriendlyName", kinds.FRIENDLY_NAME, is_required=True),
        ACTIVITY_SID,
        ATTRIBUTES,
    ),
    returns=models.Worker,
    body=FORM,
    body_required=True,
)

FETCH: Operation[models.Worker] = Operation(
    "FetchWorker", "GET", "/v1/Workspaces/{WorkspaceSid}/Workers/{Sid}", (WORKSPACE_SID, SID), returns=models.Worker
)

UPDATE: Operation[models.Worker] = Operation(
    "UpdateWorker",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{Sid}",
    (
        WORKSPACE_SID,
        SID,
        IF_MATCH,
        ACTIVITY_SID,
        ATTRIBUTES,
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
    (WORKSPACE_SID, SID, IF_MATCH),
    returns=None,
)
