"""Task channels: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Boolean, String
from .._runtime.client.operation import Operation, Pages, field
from .._runtime.wire.media import FORM
from . import kinds, shared

CHANNEL_OPTIMIZED_ROUTING = field("channel_optimized_routing", "ChannelOptimizedRouting", Boolean())

LIST: Operation[models.TaskChannelPage] = Operation(
    "ListTaskChannel",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/TaskChannels",
    (shared.WORKSPACE_SID, shared.PAGE_SIZE, shared.PAGE, shared.PAGE_TOKEN),
    returns=models.TaskChannelPage,
    pages=Pages(items="/channels", next="/meta/next_page_url", size="page_size"),
)

CREATE: Operation[models.TaskChannel] = Operation(
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
    body=FORM,
    body_required=True,
)

FETCH: Operation[models.TaskChannel] = Operation(
    "FetchTaskChannel",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
    (shared.WORKSPACE_SID, shared.SID),
    returns=models.TaskChannel,
)

UPDATE: Operation[models.TaskChannel] = Operation(
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
    body=FORM,
)

DELETE: Operation[None] = Operation(
    "DeleteTaskChannel",
    "DELETE",
    "/v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}",
    (shared.WORKSPACE_SID, shared.SID),
    returns=None,
)
