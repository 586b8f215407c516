"""Task channels: which method serves which operation. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation

OPERATIONS: tuple[ServedOperation, ...] = (
    ServedOperation(
        "ListTaskChannel",
        "task_channels",
        "list",
        {"WorkspaceSid": "workspace_sid"},
        {("query", "PageSize"): "page_size", ("query", "Page"): "page", ("query", "PageToken"): "page_token"},
    ),
    ServedOperation(
        "CreateTaskChannel",
        "task_channels",
        "create",
        {"WorkspaceSid": "workspace_sid"},
        {
            ("body", "FriendlyName"): "friendly_name",
            ("body", "UniqueName"): "unique_name",
            ("body", "ChannelOptimizedRouting"): "channel_optimized_routing",
        },
    ),
    ServedOperation("FetchTaskChannel", "task_channels", "fetch", {"WorkspaceSid": "workspace_sid", "Sid": "sid"}, {}),
    ServedOperation(
        "UpdateTaskChannel",
        "task_channels",
        "update",
        {"WorkspaceSid": "workspace_sid", "Sid": "sid"},
        {("body", "ChannelOptimizedRouting"): "channel_optimized_routing", ("body", "FriendlyName"): "friendly_name"},
    ),
    ServedOperation(
        "DeleteTaskChannel", "task_channels", "delete", {"WorkspaceSid": "workspace_sid", "Sid": "sid"}, {}
    ),
)
