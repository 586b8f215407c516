"""Tasks: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Array, Boolean, Enum, String
from .._runtime.client.operation import Link, Operation, Pages, Requires, field, path, query
from .._runtime.wire.media import FORM
from ..headers import AnswerHeaders, AnswerHeaders3
from . import kinds, shared, task_reservations

PRIORITY = field("priority", "Priority", kinds.PRIORITY)
TASK_CHANNEL = field("task_channel", "TaskChannel", kinds.CHANNEL_KEY)
VIRTUAL_START_TIME = field("virtual_start_time", "VirtualStartTime", String(format="date-time"))
SID = path("sid", "Sid", kinds.TASK_SID)

LIST: Operation[models.TaskPage, AnswerHeaders3] = Operation(
    "ListTask",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Tasks",
    (
        shared.WORKSPACE_SID,
        query("priority", "Priority", kinds.PRIORITY),
        query("assignment_status", "AssignmentStatus", Array(kinds.TASK_STATUS)),
        shared.WORKFLOW_SID,
        query("workflow_name", "WorkflowName", String()),
        shared.TASK_QUEUE_SID,
        shared.TASK_QUEUE_NAME,
        query("evaluate_task_attributes", "EvaluateTaskAttributes", String()),
        query("routing_target", "RoutingTarget", kinds.ROUTING_TARGET),
        query(
            "ordering",
            "Ordering",
            String(pattern="^(Priority:(asc|desc),)?(DateCreated|VirtualStartTime|Priority):(asc|desc)$"),
        ),
        query("has_addons", "HasAddons", Boolean()),
        shared.PAGE_SIZE,
        shared.PAGE,
        shared.PAGE_TOKEN,
    ),
    returns=models.TaskPage,
    errors=shared.ERRORS,
    headers=shared.HEADERS_2,
    links=(
        Link(
            "delete_first_task",
            lambda: DELETE,
            {"sid": "$response.body#/tasks/0/sid", "workspace_sid": "$response.body#/tasks/0/workspace_sid"},
        ),
        Link(
            "fetch_first_task",
            lambda: FETCH,
            {"sid": "$response.body#/tasks/0/sid", "workspace_sid": "$response.body#/tasks/0/workspace_sid"},
        ),
        Link(
            "list_task_reservation_of_first_task",
            lambda: task_reservations.LIST,
            {"task_sid": "$response.body#/tasks/0/sid", "workspace_sid": "$response.body#/tasks/0/workspace_sid"},
        ),
        Link(
            "update_first_task",
            lambda: UPDATE,
            {"sid": "$response.body#/tasks/0/sid", "workspace_sid": "$response.body#/tasks/0/workspace_sid"},
        ),
    ),
    pages=Pages(items="/tasks", next="/meta/next_page_url", size="page_size"),
)

CREATE: Operation[models.Task, AnswerHeaders3] = Operation(
    "CreateTask",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Tasks",
    (
        shared.WORKSPACE_SID,
        shared.ATTRIBUTES,
        field("ignore_capacity", "IgnoreCapacity", String()),
        PRIORITY,
        field("routing_target", "RoutingTarget", kinds.ROUTING_TARGET),
        TASK_CHANNEL,
        field("task_queue_sid", "TaskQueueSid", kinds.TASK_QUEUE_SID),
        field("timeout", "Timeout", kinds.TASK_TIMEOUT),
        VIRTUAL_START_TIME,
        field("workflow_sid", "WorkflowSid", kinds.WORKFLOW_SID),
    ),
    returns=models.Task,
    errors=shared.ERRORS,
    headers=shared.HEADERS_2,
    links=(
        Link(
            "delete_task",
            lambda: DELETE,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "fetch_task",
            lambda: FETCH,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "list_task_reservation_of_task",
            lambda: task_reservations.LIST,
            {"task_sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "update_task",
            lambda: UPDATE,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
    ),
    body=FORM,
    rules=(Requires({"IgnoreCapacity": None}, ("RoutingTarget",)),),
)

FETCH: Operation[models.Task, AnswerHeaders3] = Operation(
    "FetchTask",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=models.Task,
    errors=shared.ERRORS,
    headers=shared.HEADERS_2,
    links=(
        Link(
            "list_task_reservation_of_task",
            lambda: task_reservations.LIST,
            {"task_sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
    ),
)

UPDATE: Operation[models.Task, AnswerHeaders3] = Operation(
    "UpdateTask",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}",
    (
        shared.WORKSPACE_SID,
        SID,
        shared.IF_MATCH,
        field("assignment_status", "AssignmentStatus", Enum("canceled", "completed", "wrapping")),
        shared.ATTRIBUTES,
        PRIORITY,
        field("reason", "Reason", String()),
        TASK_CHANNEL,
        VIRTUAL_START_TIME,
    ),
    returns=models.Task,
    errors=shared.ERRORS,
    headers=shared.HEADERS_2,
    links=(
        Link(
            "list_task_reservation_of_task",
            lambda: task_reservations.LIST,
            {"task_sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
    ),
    body=FORM,
)

DELETE: Operation[None, AnswerHeaders] = Operation(
    "DeleteTask",
    "DELETE",
    "/v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}",
    (shared.WORKSPACE_SID, SID, shared.IF_MATCH),
    returns=None,
    errors=shared.ERRORS,
    headers=shared.HEADERS_3,
)
