"""Workflows: which method serves which operation. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation

OPERATIONS: tuple[ServedOperation, ...] = (
    ServedOperation(
        "ListWorkflow",
        "workflows",
        "list",
        {"WorkspaceSid": "workspace_sid"},
        {
            ("query", "FriendlyName"): "friendly_name",
            ("query", "PageSize"): "page_size",
            ("query", "Page"): "page",
            ("query", "PageToken"): "page_token",
        },
    ),
    ServedOperation(
        "CreateWorkflow",
        "workflows",
        "create",
        {"WorkspaceSid": "workspace_sid"},
        {
            ("body", "FriendlyName"): "friendly_name",
            ("body", "Configuration"): "configuration",
            ("body", "AssignmentCallbackUrl"): "assignment_callback_url",
            ("body", "FallbackAssignmentCallbackUrl"): "fallback_assignment_callback_url",
            ("body", "TaskReservationTimeout"): "task_reservation_timeout",
        },
    ),
    ServedOperation("FetchWorkflow", "workflows", "fetch", {"WorkspaceSid": "workspace_sid", "Sid": "sid"}, {}),
    ServedOperation(
        "UpdateWorkflow",
        "workflows",
        "update",
        {"WorkspaceSid": "workspace_sid", "Sid": "sid"},
        {
            ("body", "AssignmentCallbackUrl"): "assignment_callback_url",
            ("body", "Configuration"): "configuration",
            ("body", "FallbackAssignmentCallbackUrl"): "fallback_assignment_callback_url",
            ("body", "FriendlyName"): "friendly_name",
            ("body", "ReEvaluateTasks"): "re_evaluate_tasks",
            ("body", "TaskReservationTimeout"): "task_reservation_timeout",
        },
    ),
    ServedOperation("DeleteWorkflow", "workflows", "delete", {"WorkspaceSid": "workspace_sid", "Sid": "sid"}, {}),
)
