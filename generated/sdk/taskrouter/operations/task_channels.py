"""Task channels: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Boolean, String
from .._runtime.client.operation import Link, Operation, Pages, field
from .._runtime.wire.media import FORM
from ..headers import AnswerHeaders, AnswerHeaders2
from . import kinds, shared

CHANNEL_OPTIMIZED_ROUTING = field("channel_optimized_routing", "ChannelOptimizedRouting", Boolean())

LIST: Operation[models.TaskChannelPage, AnswerHeaders2] = Operation(
    "ListTaskChannel",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/TaskChannels",
    (shared.WORKSPACE_SID, shared.PAGE_SIZE, shared.PAGE, shared.PAGE_TOKEN),
    returns=models.TaskChannelPage,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    links=(
        Link(
            "delete_first_task_channel",
            lambda: DELETE,
            {"sid": "$response.body#/channels/0/sid", "workspace_sid": "$response.body#/channels/0/workspace_sid"},
        ),
        Link(
            "fetch_first_task_channel",
            lambda: FETCH,
            {"sid": "$response.body#/channels/0/sid", "workspace_sid": "$response.body#/channels/0/workspace_sid"},
        ),
        Link(
            "update_first_task_channel",
            lambda: UPDATE,
            {"sid": "$response.body#/channels/0/sid", "workspace_sid": "$response.body#/channels/0/workspace_sid"},
        ),
    ),
    pages=Pages(items="/channels", next="/meta/next_page_url", size="page_size"),
)

CREATE: Operation[models.TaskChannel, AnswerHeaders2] = Operation(
    "CreateTaskChannel",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/TaskChannels",
    (
        shared.WORKSPACE_SID,
        field("friendly_name", "FriendlyName", kinds.FRIENDLY_NAME, is_required=True),
        field("unique_name", "UniqueName", String(min_length=1), is_required=True),
        CHANNEL_OPTIMIZED_ROUTING,
    ),
    returns=models.TaskChannel,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    links=(
        Link(
            "delete_task_channel",
            lambda: DELETE,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "fetch_task_channel",
            lambda: FETCH,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "update_task_channel",
            lambda: UPDATE,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
    ),
    body=FORM,
    body_required=True,
)

FETCH: Operation[models.TaskChannel, AnswerHeaders2] = Operation(
    "FetchTaskChannel",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
    (shared.WORKSPACE_SID, shared.SID),
    returns=models.TaskChannel,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
)

UPDATE: Operation[models.TaskChannel, AnswerHeaders2] = Operation(
    "UpdateTaskChannel",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
    (
        shared.WORKSPACE_SID,
        shared.SID,
        CHANNEL_OPTIMIZED_ROUTING,
        field("friendly_name", "FriendlyName", kinds.FRIENDLY_NAME),
    ),
    returns=models.TaskChannel,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    body=FORM,
)

DELETE: Operation[None, AnswerHeaders] = Operation(
    "DeleteTaskChannel",
    "DELETE",
    "/v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
    (shared.WORKSPACE_SID, shared.SID),
    returns=None,
    errors=shared.ERRORS,
    headers=shared.HEADERS_3,
)
