"""Workflows: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import String
from .._runtime.client.operation import Link, Operation, Pages, field, path
from .._runtime.wire.media import FORM
from ..headers import AnswerHeaders, AnswerHeaders2
from . import kinds, shared, tasks

ASSIGNMENT_CALLBACK_URL = field("assignment_callback_url", "AssignmentCallbackUrl", kinds.URL)
FALLBACK_ASSIGNMENT_CALLBACK_URL = field("fallback_assignment_callback_url", "FallbackAssignmentCallbackUrl", kinds.URL)
TASK_RESERVATION_TIMEOUT = field("task_reservation_timeout", "TaskReservationTimeout", kinds.TASK_RESERVATION_TIMEOUT)
SID = path("sid", "Sid", kinds.WORKFLOW_SID)

LIST: Operation[models.WorkflowPage, AnswerHeaders2] = Operation(
    "ListWorkflow",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workflows",
    (shared.WORKSPACE_SID, shared.FRIENDLY_NAME, shared.PAGE_SIZE, shared.PAGE, shared.PAGE_TOKEN),
    returns=models.WorkflowPage,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    links=(
        Link(
            "create_task_with_first_workflow",
            lambda: tasks.CREATE,
            {"workspace_sid": "$response.body#/workflows/0/workspace_sid"},
            {"WorkflowSid": "$response.body#/workflows/0/sid"},
        ),
        Link(
            "delete_first_workflow",
            lambda: DELETE,
            {"sid": "$response.body#/workflows/0/sid", "workspace_sid": "$response.body#/workflows/0/workspace_sid"},
        ),
        Link(
            "fetch_first_workflow",
            lambda: FETCH,
            {"sid": "$response.body#/workflows/0/sid", "workspace_sid": "$response.body#/workflows/0/workspace_sid"},
        ),
        Link(
            "update_first_workflow",
            lambda: UPDATE,
            {"sid": "$response.body#/workflows/0/sid", "workspace_sid": "$response.body#/workflows/0/workspace_sid"},
        ),
    ),
    pages=Pages(items="/workflows", next="/meta/next_page_url", size="page_size"),
)

CREATE: Operation[models.Workflow, AnswerHeaders2] = Operation(
    "CreateWorkflow",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Workflows",
    (
        shared.WORKSPACE_SID,
        field("friendly_name", "FriendlyName", String(min_length=1), is_required=True),
        field("configuration", "Configuration", kinds.CONFIGURATION, is_required=True),
        ASSIGNMENT_CALLBACK_URL,
        FALLBACK_ASSIGNMENT_CALLBACK_URL,
        TASK_RESERVATION_TIMEOUT,
    ),
    returns=models.Workflow,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    links=(
        Link(
            "create_task_with_workflow",
            lambda: tasks.CREATE,
            {"workspace_sid": "$response.body#/workspace_sid"},
            {"WorkflowSid": "$response.body#/sid"},
        ),
        Link(
            "delete_workflow",
            lambda: DELETE,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "fetch_workflow",
            lambda: FETCH,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "update_workflow",
            lambda: UPDATE,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
    ),
    body=FORM,
    body_required=True,
)

FETCH: Operation[models.Workflow, AnswerHeaders2] = Operation(
    "FetchWorkflow",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=models.Workflow,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
)

UPDATE: Operation[models.Workflow, AnswerHeaders2] = Operation(
    "UpdateWorkflow",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
    (
        shared.WORKSPACE_SID,
        SID,
        ASSIGNMENT_CALLBACK_URL,
        field("configuration", "Configuration", kinds.CONFIGURATION),
        FALLBACK_ASSIGNMENT_CALLBACK_URL,
        field("friendly_name", "FriendlyName", String(min_length=1)),
        field("re_evaluate_tasks", "ReEvaluateTasks", String()),
        TASK_RESERVATION_TIMEOUT,
    ),
    returns=models.Workflow,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    body=FORM,
)

DELETE: Operation[None, AnswerHeaders] = Operation(
    "DeleteWorkflow",
    "DELETE",
    "/v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=None,
    errors=shared.ERRORS,
    headers=shared.HEADERS_3,
)
