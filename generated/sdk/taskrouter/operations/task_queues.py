"""Task queues: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import String
from .._runtime.client.operation import Operation, Pages, field, path, query
from .._runtime.wire.media import FORM
from . import kinds, shared

ASSIGNMENT_ACTIVITY_SID = field("assignment_activity_sid", "AssignmentActivitySid", kinds.ACTIVITY_SID)
MAX_RESERVED_WORKERS = field("max_reserved_workers", "MaxReservedWorkers", kinds.MAX_RESERVED_WORKERS)
RESERVATION_ACTIVITY_SID = field("reservation_activity_sid", "ReservationActivitySid", kinds.ACTIVITY_SID)
TARGET_WORKERS = field("target_workers", "TargetWorkers", String())
TASK_ORDER = field("task_order", "TaskOrder", kinds.QUEUE_ORDER)
SID = path("sid", "Sid", kinds.TASK_QUEUE_SID)

LIST: Operation[models.TaskQueuePage] = Operation(
    "ListTaskQueue",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/TaskQueues",
    (
        shared.WORKSPACE_SID,
        shared.FRIENDLY_NAME,
        query("evaluate_worker_attributes", "EvaluateWorkerAttributes", String()),
        shared.WORKER_SID,
        query("ordering", "Ordering", String(pattern="^(DateCreated|FriendlyName):(asc|desc)$")),
        shared.PAGE_SIZE,
        shared.PAGE,
        shared.PAGE_TOKEN,
    ),
    returns=models.TaskQueuePage,
    pages=Pages(items="/task_queues", next="/meta/next_page_url", size="page_size"),
)

CREATE: Operation[models.TaskQueue] = Operation(
    "CreateTaskQueue",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/TaskQueues",
    (
        shared.WORKSPACE_SID,
        field("friendly_name", "FriendlyName", String(min_length=1), is_required=True),
        ASSIGNMENT_ACTIVITY_SID,
        MAX_RESERVED_WORKERS,
        RESERVATION_ACTIVITY_SID,
        TARGET_WORKERS,
        TASK_ORDER,
    ),
    returns=models.TaskQueue,
    body=FORM,
    body_required=True,
)

FETCH: Operation[models.TaskQueue] = Operation(
    "FetchTaskQueue",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=models.TaskQueue,
)

UPDATE: Operation[models.TaskQueue] = Operation(
    "UpdateTaskQueue",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
    (
        shared.WORKSPACE_SID,
        SID,
        ASSIGNMENT_ACTIVITY_SID,
        field("friendly_name", "FriendlyName", String(min_length=1)),
        MAX_RESERVED_WORKERS,
        RESERVATION_ACTIVITY_SID,
        TARGET_WORKERS,
        TASK_ORDER,
    ),
    returns=models.TaskQueue,
    body=FORM,
)

DELETE: Operation[None] = Operation(
    "DeleteTaskQueue",
    "DELETE",
    "/v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=None,
)
