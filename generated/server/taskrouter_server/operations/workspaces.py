"""Workspaces: which method serves which operation. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation

OPERATIONS: tuple[ServedOperation, ...] = (
    ServedOperation(
        "ListWorkspace",
        "workspaces",
        "list",
        {},
        {
            ("query", "FriendlyName"): "friendly_name",
            ("query", "PageSize"): "page_size",
            ("query", "Page"): "page",
            ("query", "PageToken"): "page_token",
        },
    ),
    ServedOperation(
        "CreateWorkspace",
        "workspaces",
        "create",
        {},
        {
            ("body", "FriendlyName"): "friendly_name",
            ("body", "EventCallbackUrl"): "event_callback_url",
            ("body", "EventsFilter"): "events_filter",
            ("body", "MultiTaskEnabled"): "multi_task_enabled",
            ("body", "PrioritizeQueueOrder"): "prioritize_queue_order",
            ("body", "Template"): "template",
        },
    ),
    ServedOperation("FetchWorkspace", "workspaces", "fetch", {"Sid": "sid"}, {}),
    ServedOperation(
        "UpdateWorkspace",
        "workspaces",
        "update",
        {"Sid": "sid"},
        {
            ("body", "DefaultActivitySid"): "default_activity_sid",
            ("body", "EventCallbackUrl"): "event_callback_url",
            ("body", "EventsFilter"): "events_filter",
            ("body", "FriendlyName"): "friendly_name",
            ("body", "MultiTaskEnabled"): "multi_task_enabled",
            ("body", "PrioritizeQueueOrder"): "prioritize_queue_order",
            ("body", "TimeoutActivitySid"): "timeout_activity_sid",
        },
    ),
    ServedOperation("DeleteWorkspace", "workspaces", "delete", {"Sid": "sid"}, {}),
)
