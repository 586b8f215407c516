"""Worker channels: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Boolean
from .._runtime.client.operation import Link, Operation, Pages, field, path
from .._runtime.wire.media import FORM
from ..headers import AnswerHeaders2
from . import kinds, shared

LIST: Operation[models.WorkerChannelPage, AnswerHeaders2] = Operation(
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
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    links=(
        Link(
            "fetch_first_worker_channel",
            lambda: FETCH,
            {
                "sid": "$response.body#/channels/0/sid",
                "worker_sid": "$response.body#/channels/0/worker_sid",
                "workspace_sid": "$response.body#/channels/0/workspace_sid",
            },
        ),
        Link(
            "update_first_worker_channel",
            lambda: UPDATE,
            {
                "sid": "$response.body#/channels/0/sid",
                "worker_sid": "$response.body#/channels/0/worker_sid",
                "workspace_sid": "$response.body#/channels/0/workspace_sid",
            },
        ),
    ),
    pages=Pages(items="/channels", next="/meta/next_page_url", size="page_size"),
)

FETCH: Operation[models.WorkerChannel, AnswerHeaders2] = Operation(
    "FetchWorkerChannel",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}",
    (shared.WORKSPACE_SID, path("worker_sid", "WorkerSid", kinds.WORKER_SID), shared.SID),
    returns=models.WorkerChannel,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    links=(
        Link(
            "fetch_worker_channel",
            lambda: FETCH,
            {
                "sid": "$response.body#/sid",
                "worker_sid": "$response.body#/worker_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
        Link(
            "update_worker_channel",
            lambda: UPDATE,
            {
                "sid": "$response.body#/sid",
                "worker_sid": "$response.body#/worker_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
    ),
)

UPDATE: Operation[models.WorkerChannel, AnswerHeaders2] = Operation(
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
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    links=(
        Link(
            "fetch_worker_channel",
            lambda: FETCH,
            {
                "sid": "$response.body#/sid",
                "worker_sid": "$response.body#/worker_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
        Link(
            "update_worker_channel",
            lambda: UPDATE,
            {
                "sid": "$response.body#/sid",
                "worker_sid": "$response.body#/worker_sid",
                "workspace_sid": "$response.body#/workspace_sid",
            },
        ),
    ),
    body=FORM,
)
