"""Events: which method serves which operation. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation

OPERATIONS: tuple[ServedOperation, ...] = (
    ServedOperation(
        "ListEvent",
        "events",
        "list",
        {"WorkspaceSid": "workspace_sid"},
        {
            ("query", "StartDate"): "start_date",
            ("query", "EndDate"): "end_date",
            ("query", "Minutes"): "minutes",
            ("query", "EventType"): "event_type",
            ("query", "Sid"): "sid",
            ("query", "TaskSid"): "task_sid",
            ("query", "ReservationSid"): "reservation_sid",
            ("query", "WorkerSid"): "worker_sid",
            ("query", "WorkflowSid"): "workflow_sid",
            ("query", "TaskQueueSid"): "task_queue_sid",
            ("query", "TaskChannel"): "task_channel",
            ("query", "PageSize"): "page_size",
            ("query", "Page"): "page",
            ("query", "PageToken"): "page_token",
        },
    ),
    ServedOperation("FetchEvent", "events", "fetch", {"WorkspaceSid": "workspace_sid", "Sid": "sid"}, {}),
)
