"""Worker channels: what can be asked of them. Generated from /work/main/spec/openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Boolean
from .._runtime.client.operation import Operation, Pages, field, path
from .._runtime.wire.media import FORM
from . import kinds
from .shared import PAGE, PAGE_SIZE, PAGE_TOKEN, SID, WORKSPACE_SID

LIST: Operation[models.WorkerChannelPage] = Operation(
    "ListWorkerChannel",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels",
    (WORKSPACE_SID, path("worker_sid", "WorkerSid", kinds.WORKER_SID), PAGE_SIZE, PAGE, PAGE_TOKEN),
    returns=models.WorkerChannelPage,
    pages=Pages(items="/channels", next="/meta/next_page_url", size="page_size"),
)

FETCH: Operation[models.WorkerChannel] = Operation(
    "FetchWorkerChannel",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}",
    (WORKSPACE_SID, path("worker_sid", "WorkerSid", kinds.WORKER_SID), SID),
    returns=models.WorkerChannel,
)

UPDATE: Operation[models.WorkerChannel] = Operation(
    "UpdateWorkerChannel",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}",
    (
        WORKSPACE_SID,
        path("worker_sid", "WorkerSid", kinds.WORKER_SID),
        SID,
        field("available", "Available", Boolean()),
        field("capacity", "Capacity", kinds.CAPACITY),
    ),
    returns=models.WorkerChannel,
    body=FORM,
)
