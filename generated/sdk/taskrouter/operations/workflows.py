"""Workflows: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import String
from .._runtime.client.operation import Operation, Pages, field, path
from .._runtime.wire.media import FORM
from . import kinds, shared

ASSIGNMENT_CALLBACK_URL = field("assignment_callback_url", "AssignmentCallbackUrl", kinds.URL)
FALLBACK_ASSIGNMENT_CALLBACK_URL = field("fallback_assignment_callback_url", "FallbackAssignmentCallbackUrl", kinds.URL)
TASK_RESERVATION_TIMEOUT = field("task_reservation_timeout", "TaskReservationTimeout", kinds.TASK_RESERVATION_TIMEOUT)
SID = path("sid", "Sid", kinds.WORKFLOW_SID)

LIST: Operation[models.WorkflowPage] = Operation(
    "ListWorkflow",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workflows",
    (shared.WORKSPACE_SID, shared.FRIENDLY_NAME, shared.PAGE_SIZE, shared.PAGE, shared.PAGE_TOKEN),
    returns=models.WorkflowPage,
    pages=Pages(items="/workflows", next="/meta/next_page_url", size="page_size"),
)

CREATE: Operation[models.Workflow] = Operation(
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
    body=FORM,
    body_required=True,
)

FETCH: Operation[models.Workflow] = Operation(
    "FetchWorkflow",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=models.Workflow,
)

UPDATE: Operation[models.Workflow] = Operation(
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
    body=FORM,
)

DELETE: Operation[None] = Operation(
    "DeleteWorkflow",
    "DELETE",
    "/v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=None,
)
