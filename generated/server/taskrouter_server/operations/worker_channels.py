"""Worker channels: which method serves which operation. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation

OPERATIONS: tuple[ServedOperation, ...] = (
    ServedOperation(
        "ListWorkerChannel",
        "worker_channels",
        "list",
        {"WorkspaceSid": "workspace_sid", "WorkerSid": "worker_sid"},
        {("query", "PageSize"): "page_size", ("query", "Page"): "page", ("query", "PageToken"): "page_token"},
    ),
    ServedOperation(
        "FetchWorkerChannel",
        "worker_channels",
        "fetch",
        {"WorkspaceSid": "workspace_sid", "WorkerSid": "worker_sid", "Sid": "sid"},
        {},
    ),
    ServedOperation(
        "UpdateWorkerChannel",
        "worker_channels",
        "update",
        {"WorkspaceSid": "workspace_sid", "WorkerSid": "worker_sid", "Sid": "sid"},
        {("body", "Available"): "available", ("body", "Capacity"): "capacity"},
    ),
)
