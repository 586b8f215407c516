"""Task queues: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import String
from .._runtime.client.operation import Link, Operation, Pages, field, path, query
from .._runtime.wire.media import FORM
from ..headers import AnswerHeaders, AnswerHeaders2
from . import kinds, shared, tasks

ASSIGNMENT_ACTIVITY_SID = field("assignment_activity_sid", "AssignmentActivitySid", kinds.ACTIVITY_SID)
MAX_RESERVED_WORKERS = field("max_reserved_workers", "MaxReservedWorkers", kinds.MAX_RESERVED_WORKERS)
RESERVATION_ACTIVITY_SID = field("reservation_activity_sid", "ReservationActivitySid", kinds.ACTIVITY_SID)
TARGET_WORKERS = field("target_workers", "TargetWorkers", String())
TASK_ORDER = field("task_order", "TaskOrder", kinds.QUEUE_ORDER)
SID = path("sid", "Sid", kinds.TASK_QUEUE_SID)

LIST: Operation[models.TaskQueuePage, AnswerHeaders2] = Operation(
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
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    links=(
        Link(
            "create_task_with_first_task_queue",
            lambda: tasks.CREATE,
            {"workspace_sid": "$response.body#/task_queues/0/workspace_sid"},
            {"TaskQueueSid": "$response.body#/task_queues/0/sid"},
        ),
        Link(
            "delete_first_task_queue",
            lambda: DELETE,
            {
                "sid": "$response.body#/task_queues/0/sid",
                "workspace_sid": "$response.body#/task_queues/0/workspace_sid",
            },
        ),
        Link(
            "fetch_first_task_queue",
            lambda: FETCH,
            {
                "sid": "$response.body#/task_queues/0/sid",
                "workspace_sid": "$response.body#/task_queues/0/workspace_sid",
            },
        ),
        Link(
            "update_first_task_queue",
            lambda: UPDATE,
            {
                "sid": "$response.body#/task_queues/0/sid",
                "workspace_sid": "$response.body#/task_queues/0/workspace_sid",
            },
        ),
    ),
    pages=Pages(items="/task_queues", next="/meta/next_page_url", size="page_size"),
)

CREATE: Operation[models.TaskQueue, AnswerHeaders2] = Operation(
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
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    links=(
        Link(
            "create_task_with_task_queue",
            lambda: tasks.CREATE,
            {"workspace_sid": "$response.body#/workspace_sid"},
            {"TaskQueueSid": "$response.body#/sid"},
        ),
        Link(
            "delete_task_queue",
            lambda: DELETE,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "fetch_task_queue",
            lambda: FETCH,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "update_task_queue",
            lambda: UPDATE,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
    ),
    body=FORM,
    body_required=True,
)

FETCH: Operation[models.TaskQueue, AnswerHeaders2] = Operation(
    "FetchTaskQueue",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=models.TaskQueue,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
)

UPDATE: Operation[models.TaskQueue, AnswerHeaders2] = Operation(
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
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    body=FORM,
)

DELETE: Operation[None, AnswerHeaders] = Operation(
    "DeleteTaskQueue",
    "DELETE",
    "/v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=None,
    errors=shared.ERRORS,
    headers=shared.HEADERS_3,
)
