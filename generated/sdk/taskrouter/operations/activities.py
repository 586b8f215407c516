"""Activities: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Boolean
from .._runtime.client.operation import Link, Operation, Pages, field, path
from .._runtime.wire.media import FORM
from ..headers import AnswerHeaders, AnswerHeaders2
from . import kinds, shared, workers

SID = path("sid", "Sid", kinds.ACTIVITY_SID)

LIST: Operation[models.ActivityPage, AnswerHeaders2] = Operation(
    "ListActivity",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Activities",
    (shared.WORKSPACE_SID, shared.FRIENDLY_NAME, shared.AVAILABLE, shared.PAGE_SIZE, shared.PAGE, shared.PAGE_TOKEN),
    returns=models.ActivityPage,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    links=(
        Link(
            "create_worker_with_first_activity",
            lambda: workers.CREATE,
            {"workspace_sid": "$response.body#/activities/0/workspace_sid"},
            {"ActivitySid": "$response.body#/activities/0/sid"},
        ),
        Link(
            "delete_first_activity",
            lambda: DELETE,
            {"sid": "$response.body#/activities/0/sid", "workspace_sid": "$response.body#/activities/0/workspace_sid"},
        ),
        Link(
            "fetch_first_activity",
            lambda: FETCH,
            {"sid": "$response.body#/activities/0/sid", "workspace_sid": "$response.body#/activities/0/workspace_sid"},
        ),
        Link(
            "update_first_activity",
            lambda: UPDATE,
            {"sid": "$response.body#/activities/0/sid", "workspace_sid": "$response.body#/activities/0/workspace_sid"},
        ),
    ),
    pages=Pages(items="/activities", next="/meta/next_page_url", size="page_size"),
)

CREATE: Operation[models.Activity, AnswerHeaders2] = Operation(
    "CreateActivity",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Activities",
    (
        shared.WORKSPACE_SID,
        field("friendly_name", "FriendlyName", kinds.FRIENDLY_NAME, is_required=True),
        field("available", "Available", Boolean()),
    ),
    returns=models.Activity,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    links=(
        Link(
            "create_worker_with_activity",
            lambda: workers.CREATE,
            {"workspace_sid": "$response.body#/workspace_sid"},
            {"ActivitySid": "$response.body#/sid"},
        ),
        Link(
            "delete_activity",
            lambda: DELETE,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "fetch_activity",
            lambda: FETCH,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
        Link(
            "update_activity",
            lambda: UPDATE,
            {"sid": "$response.body#/sid", "workspace_sid": "$response.body#/workspace_sid"},
        ),
    ),
    body=FORM,
    body_required=True,
)

FETCH: Operation[models.Activity, AnswerHeaders2] = Operation(
    "FetchActivity",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=models.Activity,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
)

UPDATE: Operation[models.Activity, AnswerHeaders2] = Operation(
    "UpdateActivity",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
    (shared.WORKSPACE_SID, SID, field("friendly_name", "FriendlyName", kinds.FRIENDLY_NAME)),
    returns=models.Activity,
    errors=shared.ERRORS,
    headers=shared.HEADERS,
    body=FORM,
)

DELETE: Operation[None, AnswerHeaders] = Operation(
    "DeleteActivity",
    "DELETE",
    "/v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=None,
    errors=shared.ERRORS,
    headers=shared.HEADERS_3,
)
