"""Workspaces: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Boolean, String
from .._runtime.client.operation import Operation, Pages, field, path
from .._runtime.wire.media import FORM
from . import kinds, shared

EVENT_CALLBACK_URL = field("event_callback_url", "EventCallbackUrl", kinds.URL)
EVENTS_FILTER = field("events_filter", "EventsFilter", String())
MULTI_TASK_ENABLED = field("multi_task_enabled", "MultiTaskEnabled", Boolean())
PRIORITIZE_QUEUE_ORDER = field("prioritize_queue_order", "PrioritizeQueueOrder", kinds.QUEUE_ORDER)
SID = path("sid", "Sid", kinds.WORKSPACE_SID)

LIST: Operation[models.WorkspacePage] = Operation(
    "ListWorkspace",
    "GET",
    "/v1/Workspaces",
    (shared.FRIENDLY_NAME, shared.PAGE_SIZE, shared.PAGE, shared.PAGE_TOKEN),
    returns=models.WorkspacePage,
    pages=Pages(items="/workspaces", next="/meta/next_page_url", size="page_size"),
)

CREATE: Operation[models.Workspace] = Operation(
    "CreateWorkspace",
    "POST",
    "/v1/Workspaces",
    (
        field("friendly_name", "FriendlyName", kinds.FRIENDLY_NAME, is_required=True),
        EVENT_CALLBACK_URL,
        EVENTS_FILTER,
        MULTI_TASK_ENABLED,
        PRIORITIZE_QUEUE_ORDER,
        field("template", "Template", kinds.WORKSPACE_TEMPLATE),
    ),
    returns=models.Workspace,
    body=FORM,
    body_required=True,
)

FETCH: Operation[models.Workspace] = Operation(
    "FetchWorkspace", "GET", "/v1/Workspaces/{Sid}", (SID,), returns=models.Workspace
)

UPDATE: Operation[models.Workspace] = Operation(
    "UpdateWorkspace",
    "POST",
    "/v1/Workspaces/{Sid}",
    (
        SID,
        field("default_activity_sid", "DefaultActivitySid", kinds.ACTIVITY_SID),
        EVENT_CALLBACK_URL,
        EVENTS_FILTER,
        field("friendly_name", "FriendlyName", kinds.FRIENDLY_NAME),
        MULTI_TASK_ENABLED,
        PRIORITIZE_QUEUE_ORDER,
        field("timeout_activity_sid", "TimeoutActivitySid", kinds.ACTIVITY_SID),
    ),
    returns=models.Workspace,
    body=FORM,
)

DELETE: Operation[None] = Operation("DeleteWorkspace", "DELETE", "/v1/Workspaces/{Sid}", (SID,), returns=None)
