"""Worker channels: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Boolean
from .._runtime.client.operation import Operation, Pages, field, path
from .._runtime.wire.media import FORM
from . import kinds, shared

LIST: Operation[models.WorkerChannelPage] = Operation(
    "ListWorkerChannel",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels",
    (
        shared.WORKSPACE_SID,
        path("worker_sid", "WorkerSid", kinds.WORKER_SID),
        shared.PAGE_SIZE,
        shared.PAGE,
        shared.PAGE_TOKEN,
    ),
    returns=models.WorkerChannelPage,
    pages=Pages(items="/channels", next="/meta/next_page_url", size="page_size"),
)

FETCH: Operation[models.WorkerChannel] = Operation(
    "FetchWorkerChannel",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}",
    (shared.WORKSPACE_SID, path("worker_sid", "WorkerSid", kinds.WORKER_SID), shared.SID),
    returns=models.WorkerChannel,
)

UPDATE: Operation[models.WorkerChannel] = Operation(
    "UpdateWorkerChannel",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}",
    (
        shared.WORKSPACE_SID,
        path("worker_sid", "WorkerSid", kinds.WORKER_SID),
        shared.SID,
        field("available", "Available", Boolean()),
        field("capacity", "Capacity", kinds.CAPACITY),
    ),
    returns=models.WorkerChannel,
    body=FORM,
)
