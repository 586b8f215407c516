"""Workspaces: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Boolean, String
from .._runtime.client.operation import Link, Operation, Pages, field, path
from .._runtime.wire.media import FORM
from ..headers import AnswerHeaders, AnswerHeaders2
from . import activities, events, kinds, shared, task_channels, task_queues, tasks, workers, workflows

EVENT_CALLBACK_URL = field("event_callback_url", "EventCallbackUrl", kinds.URL)
EVENTS_FILTER = field("events_filter", "EventsFilter", String())
MULTI_TASK_ENABLED = field("multi_task_enabled", "MultiTaskEnabled", Boolean())
PRIORITIZE_QUEUE_ORDER = field("prioritize_queue_order", "PrioritizeQueueOrder", kinds.QUEUE_ORDER)
SID = path("sid", "Sid", kinds.WORKSPACE_SID)

LIST: Operation[models.WorkspacePage, AnswerHeaders2] = Operation(
    "ListWorkspace",
    "GET",
    "/v1/Workspaces",
    (shared.FRIENDLY_NAME, shared.PAGE_SIZE, shared.PAGE, shared.PAGE_TOKEN),
    returns=models.WorkspacePage,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    links=(
        Link(
            "create_activity_of_first_workspace",
            lambda: activities.CREATE,
            {"workspace_sid": "$response.body#/workspaces/0/sid"},
        ),
        Link(
            "create_task_channel_of_first_workspace",
            lambda: task_channels.CREATE,
            {"workspace_sid": "$response.body#/workspaces/0/sid"},
        ),
        Link(
            "create_task_of_first_workspace",
            lambda: tasks.CREATE,
            {"workspace_sid": "$response.body#/workspaces/0/sid"},
        ),
        Link(
            "create_task_queue_of_first_workspace",
            lambda: task_queues.CREATE,
            {"workspace_sid": "$response.body#/workspaces/0/sid"},
        ),
        Link(
            "create_worker_of_first_workspace",
            lambda: workers.CREATE,
            {"workspace_sid": "$response.body#/workspaces/0/sid"},
        ),
        Link(
            "create_workflow_of_first_workspace",
            lambda: workflows.CREATE,
            {"workspace_sid": "$response.body#/workspaces/0/sid"},
        ),
        Link("delete_first_workspace", lambda: DELETE, {"sid": "$response.body#/workspaces/0/sid"}),
        Link("fetch_first_workspace", lambda: FETCH, {"sid": "$response.body#/workspaces/0/sid"}),
        Link(
            "list_activity_of_first_workspace",
            lambda: activities.LIST,
            {"workspace_sid": "$response.body#/workspaces/0/sid"},
        ),
        Link(
            "list_event_of_first_workspace", lambda: events.LIST, {"workspace_sid": "$response.body#/workspaces/0/sid"}
        ),
        Link(
            "list_task_channel_of_first_workspace",
            lambda: task_channels.LIST,
            {"workspace_sid": "$response.body#/workspaces/0/sid"},
        ),
        Link("list_task_of_first_workspace", lambda: tasks.LIST, {"workspace_sid": "$response.body#/workspaces/0/sid"}),
        Link(
            "list_task_queue_of_first_workspace",
            lambda: task_queues.LIST,
            {"workspace_sid": "$response.body#/workspaces/0/sid"},
        ),
        Link(
            "list_worker_of_first_workspace",
            lambda: workers.LIST,
            {"workspace_sid": "$response.body#/workspaces/0/sid"},
        ),
        Link(
            "list_workflow_of_first_workspace",
            lambda: workflows.LIST,
            {"workspace_sid": "$response.body#/workspaces/0/sid"},
        ),
        Link("update_first_workspace", lambda: UPDATE, {"sid": "$response.body#/workspaces/0/sid"}),
    ),
    pages=Pages(items="/workspaces", next="/meta/next_page_url", size="page_size"),
)

CREATE: Operation[models.Workspace, AnswerHeaders2] = Operation(
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
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    links=(
        Link("create_activity_of_workspace", lambda: activities.CREATE, {"workspace_sid": "$response.body#/sid"}),
        Link(
            "create_task_channel_of_workspace", lambda: task_channels.CREATE, {"workspace_sid": "$response.body#/sid"}
        ),
        Link("create_task_of_workspace", lambda: tasks.CREATE, {"workspace_sid": "$response.body#/sid"}),
        Link("create_task_queue_of_workspace", lambda: task_queues.CREATE, {"workspace_sid": "$response.body#/sid"}),
        Link("create_worker_of_workspace", lambda: workers.CREATE, {"workspace_sid": "$response.body#/sid"}),
        Link("create_workflow_of_workspace", lambda: workflows.CREATE, {"workspace_sid": "$response.body#/sid"}),
        Link("delete_workspace", lambda: DELETE, {"sid": "$response.body#/sid"}),
        Link("fetch_workspace", lambda: FETCH, {"sid": "$response.body#/sid"}),
        Link("list_activity_of_workspace", lambda: activities.LIST, {"workspace_sid": "$response.body#/sid"}),
        Link("list_event_of_workspace", lambda: events.LIST, {"workspace_sid": "$response.body#/sid"}),
        Link("list_task_channel_of_workspace", lambda: task_channels.LIST, {"workspace_sid": "$response.body#/sid"}),
        Link("list_task_of_workspace", lambda: tasks.LIST, {"workspace_sid": "$response.body#/sid"}),
        Link("list_task_queue_of_workspace", lambda: task_queues.LIST, {"workspace_sid": "$response.body#/sid"}),
        Link("list_worker_of_workspace", lambda: workers.LIST, {"workspace_sid": "$response.body#/sid"}),
        Link("list_workflow_of_workspace", lambda: workflows.LIST, {"workspace_sid": "$response.body#/sid"}),
        Link("update_workspace", lambda: UPDATE, {"sid": "$response.body#/sid"}),
    ),
    body=FORM,
    body_required=True,
)

FETCH: Operation[models.Workspace, AnswerHeaders2] = Operation(
    "FetchWorkspace",
    "GET",
    "/v1/Workspaces/{Sid}",
    (SID,),
    returns=models.Workspace,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
)

UPDATE: Operation[models.Workspace, AnswerHeaders2] = Operation(
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
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    body=FORM,
)

DELETE: Operation[None, AnswerHeaders] = Operation(
    "DeleteWorkspace",
    "DELETE",
    "/v1/Workspaces/{Sid}",
    (SID,),
    returns=None,
    errors=shared.ERRORS,
    headers=shared.HEADERS_3,
)
