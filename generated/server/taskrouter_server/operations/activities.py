"""Activities: which method serves which operation. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation

OPERATIONS: tuple[ServedOperation, ...] = (
    ServedOperation(
        "ListActivity",
        "activities",
        "list",
        {"WorkspaceSid": "workspace_sid"},
        {
            ("query", "FriendlyName"): "friendly_name",
            ("query", "Available"): "available",
            ("query", "PageSize"): "page_size",
            ("query", "Page"): "page",
            ("query", "PageToken"): "page_token",
        },
    ),
    ServedOperation(
        "CreateActivity",
        "activities",
        "create",
        {"WorkspaceSid": "workspace_sid"},
        {("body", "FriendlyName"): "friendly_name", ("body", "Available"): "available"},
    ),
    ServedOperation("FetchActivity", "activities", "fetch", {"WorkspaceSid": "workspace_sid", "Sid": "sid"}, {}),
    ServedOperation(
        "UpdateActivity",
        "activities",
        "update",
        {"WorkspaceSid": "workspace_sid", "Sid": "sid"},
        {("body", "FriendlyName"): "friendly_name"},
    ),
    ServedOperation("DeleteActivity", "activities", "delete", {"WorkspaceSid": "workspace_sid", "Sid": "sid"}, {}),
)
