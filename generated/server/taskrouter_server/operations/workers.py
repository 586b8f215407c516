"""Workers: which method serves which operation. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation

OPERATIONS: tuple[ServedOperation, ...] = (
    ServedOperation(
        "ListWorker",
        "workers",
        "list",
        {"WorkspaceSid": "workspace_sid"},
        {
            ("query", "ActivityName"): "activity_name",
            ("query", "ActivitySid"): "activity_sid",
            ("query", "Available"): "available",
            ("query", "FriendlyName"): "friendly_name",
            ("query", "TargetWorkersExpression"): "target_workers_expression",
            ("query", "TaskQueueName"): "task_queue_name",
            ("query", "TaskQueueSid"): "task_queue_sid",
            ("query", "Ordering"): "ordering",
            ("query", "PageSize"): "page_size",
            ("query", "Page"): "page",
            ("query", "PageToken"): "page_token",
        },
    ),
    ServedOperation(
        "CreateWorker",
        "workers",
        "create",
        {"WorkspaceSid": "workspace_sid"},
        {
            ("body", "FriendlyName"): "friendly_name",
            ("body", "ActivitySid"): "activity_sid",
            ("body", "Attributes"): "attributes",
        },
    ),
    ServedOperation("FetchWorker", "workers", "fetch", {"WorkspaceSid": "workspace_sid", "Sid": "sid"}, {}),
    ServedOperation(
        "UpdateWorker",
        "workers",
        "update",
        {"WorkspaceSid": "workspace_sid", "Sid": "sid"},
        {
            ("header", "If-Match"): "if_match",
            ("body", "ActivitySid"): "activity_sid",
            ("body", "Attributes"): "attributes",
            ("body", "FriendlyName"): "friendly_name",
            ("body", "RejectPendingReservations"): "reject_pending_reservations",
        },
    ),
    ServedOperation(
        "DeleteWorker",
        "workers",
        "delete",
        {"WorkspaceSid": "workspace_sid", "Sid": "sid"},
        {("header", "If-Match"): "if_match"},
    ),
)
