"""Task queues: which method serves which operation. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation

OPERATIONS: tuple[ServedOperation, ...] = (
    ServedOperation(
        "ListTaskQueue",
        "task_queues",
        "list",
        {"WorkspaceSid": "workspace_sid"},
        {
            ("query", "FriendlyName"): "friendly_name",
            ("query", "EvaluateWorkerAttributes"): "evaluate_worker_attributes",
            ("query", "WorkerSid"): "worker_sid",
            ("query", "Ordering"): "ordering",
            ("query", "PageSize"): "page_size",
            ("query", "Page"): "page",
            ("query", "PageToken"): "page_token",
        },
    ),
    ServedOperation(
        "CreateTaskQueue",
        "task_queues",
        "create",
        {"WorkspaceSid": "workspace_sid"},
        {
            ("body", "FriendlyName"): "friendly_name",
            ("body", "AssignmentActivitySid"): "assignment_activity_sid",
            ("body", "MaxReservedWorkers"): "max_reserved_workers",
            ("body", "ReservationActivitySid"): "reservation_activity_sid",
            ("body", "TargetWorkers"): "target_workers",
            ("body", "TaskOrder"): "task_order",
        },
    ),
    ServedOperation("FetchTaskQueue", "task_queues", "fetch", {"WorkspaceSid": "workspace_sid", "Sid": "sid"}, {}),
    ServedOperation(
        "UpdateTaskQueue",
        "task_queues",
        "update",
        {"WorkspaceSid": "workspace_sid", "Sid": "sid"},
        {
            ("body", "AssignmentActivitySid"): "assignment_activity_sid",
            ("body", "FriendlyName"): "friendly_name",
            ("body", "MaxReservedWorkers"): "max_reserved_workers",
            ("body", "ReservationActivitySid"): "reservation_activity_sid",
            ("body", "TargetWorkers"): "target_workers",
            ("body", "TaskOrder"): "task_order",
        },
    ),
    ServedOperation("DeleteTaskQueue", "task_queues", "delete", {"WorkspaceSid": "workspace_sid", "Sid": "sid"}, {}),
)
