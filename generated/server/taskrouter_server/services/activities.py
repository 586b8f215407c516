"""Activities: what an implementation does. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..params.activities import CreateActivityParams, ListActivityParams, UpdateActivityParams
from ..principal import P


class Activities(Protocol[P]):
    """What a worker is doing; it decides whether tasks may be offered. What an implementation does for each
    operation.
    """

    async def list(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, params: ListActivityParams
    ) -> models.ActivityPage | Reply[models.ActivityPage]:
        """List the activities of a workspace. `GET /v1/Workspaces/{WorkspaceSid}/Activities`"""
        ...

    async def create(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, params: CreateActivityParams
    ) -> models.Activity | Reply[models.Activity]:
        """Create an activity. `POST /v1/Workspaces/{WorkspaceSid}/Activities`"""
        ...

    async def fetch(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.ActivitySid
    ) -> models.Activity | Reply[models.Activity]:
        """Fetch an activity. `GET /v1/Workspaces/{WorkspaceSid}/Activities/{Sid}`"""
        ...

    async def update(
        self,
        call: Call[P],
        *,
        workspace_sid: models.WorkspaceSid,
        sid: models.ActivitySid,
        params: UpdateActivityParams,
    ) -> models.Activity | Reply[models.Activity]:
        """Update an activity. `POST /v1/Workspaces/{WorkspaceSid}/Activities/{Sid}`"""
        ...

    async def delete(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.ActivitySid
    ) -> None | Reply[None]:
        """Delete an activity. `DELETE /v1/Workspaces/{WorkspaceSid}/Activities/{Sid}`"""
        ...
