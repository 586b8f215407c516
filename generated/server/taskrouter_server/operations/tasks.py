"""Tasks: which method serves which operation. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation

OPERATIONS: tuple[ServedOperation, ...] = (
    ServedOperation(
        "ListTask",
        "tasks",
        "list",
        {"WorkspaceSid": "workspace_sid"},
        {
            ("query", "Priority"): "priority",
            ("query", "AssignmentStatus"): "assignment_status",
            ("query", "WorkflowSid"): "workflow_sid",
            ("query", "WorkflowName"): "workflow_name",
            ("query", "TaskQueueSid"): "task_queue_sid",
            ("query", "TaskQueueName"): "task_queue_name",
            ("query", "EvaluateTaskAttributes"): "evaluate_task_attributes",
            ("query", "RoutingTarget"): "routing_target",
            ("query", "Ordering"): "ordering",
            ("query", "HasAddons"): "has_addons",
            ("query", "PageSize"): "page_size",
            ("query", "Page"): "page",
            ("query", "PageToken"): "page_token",
        },
    ),
    ServedOperation(
        "CreateTask",
        "tasks",
        "create",
        {"WorkspaceSid": "workspace_sid"},
        {
            ("body", "Attributes"): "attributes",
            ("body", "IgnoreCapacity"): "ignore_capacity",
            ("body", "Priority"): "priority",
            ("body", "RoutingTarget"): "routing_target",
            ("body", "TaskChannel"): "task_channel",
            ("body", "TaskQueueSid"): "task_queue_sid",
            ("body", "Timeout"): "timeout",
            ("body", "VirtualStartTime"): "virtual_start_time",
            ("body", "WorkflowSid"): "workflow_sid",
        },
    ),
    ServedOperation("FetchTask", "tasks", "fetch", {"WorkspaceSid": "workspace_sid", "Sid": "sid"}, {}),
    ServedOperation(
        "UpdateTask",
        "tasks",
        "update",
        {"WorkspaceSid": "workspace_sid", "Sid": "sid"},
        {
            ("header", "If-Match"): "if_match",
            ("body", "AssignmentStatus"): "assignment_status",
            ("body", "Attributes"): "attributes",
            ("body", "Priority"): "priority",
            ("body", "Reason"): "reason",
            ("body", "TaskChannel"): "task_channel",
            ("body", "VirtualStartTime"): "virtual_start_time",
        },
    ),
    ServedOperation(
        "DeleteTask",
        "tasks",
        "delete",
        {"WorkspaceSid": "workspace_sid", "Sid": "sid"},
        {("header", "If-Match"): "if_match"},
    ),
)
