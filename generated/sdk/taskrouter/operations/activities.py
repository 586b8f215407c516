"""Activities: what can be asked of them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Boolean
from .._runtime.client.operation import Operation, Pages, field, path
from .._runtime.wire.media import FORM
from . import kinds, shared

SID = path("sid", "Sid", kinds.ACTIVITY_SID)

LIST: Operation[models.ActivityPage] = Operation(
    "ListActivity",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Activities",
    (shared.WORKSPACE_SID, shared.FRIENDLY_NAME, shared.AVAILABLE, shared.PAGE_SIZE, shared.PAGE, shared.PAGE_TOKEN),
    returns=models.ActivityPage,
    pages=Pages(items="/activities", next="/meta/next_page_url", size="page_size"),
)

CREATE: Operation[models.Activity] = Operation(
    "CreateActivity",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Activities",
    (
        shared.WORKSPACE_SID,
        field("friendly_name", "FriendlyName", kinds.FRIENDLY_NAME, is_required=True),
        field("available", "Available", Boolean()),
    ),
    returns=models.Activity,
    body=FORM,
    body_required=True,
)

FETCH: Operation[models.Activity] = Operation(
    "FetchActivity",
    "GET",
    "/v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=models.Activity,
)

UPDATE: Operation[models.Activity] = Operation(
    "UpdateActivity",
    "POST",
    "/v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
    (shared.WORKSPACE_SID, SID, field("friendly_name", "FriendlyName", kinds.FRIENDLY_NAME)),
    returns=models.Activity,
    body=FORM,
)

DELETE: Operation[None] = Operation(
    "DeleteActivity",
    "DELETE",
    "/v1/Workspaces/{WorkspaceSid}/Activities/{Sid}",
    (shared.WORKSPACE_SID, SID),
    returns=None,
)
