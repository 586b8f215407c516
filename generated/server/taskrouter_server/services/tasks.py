"""Tasks: what an implementation does. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..params.tasks import CreateTaskParams, DeleteTaskParams, ListTaskParams, UpdateTaskParams
from ..principal import P


class Tasks(Protocol[P]):
    """Units of work that are routed to workers. What an implementation does for each operation."""

    async def list(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, params: ListTaskParams
    ) -> models.TaskPage | Reply[models.TaskPage]:
        """List the tasks of a workspace. `GET /v1/Workspaces/{WorkspaceSid}/Tasks`"""
        ...

    async def create(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, params: CreateTaskParams
    ) -> models.Task | Reply[models.Task]:
        """Create a task. `POST /v1/Workspaces/{WorkspaceSid}/Tasks`"""
        ...

    async def fetch(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.TaskSid
    ) -> models.Task | Reply[models.Task]:
        """Fetch a task. `GET /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}`"""
        ...

    async def update(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.TaskSid, params: UpdateTaskParams
    ) -> models.Task | Reply[models.Task]:
        """Update a task. `POST /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}`"""
        ...

    async def delete(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.TaskSid, params: DeleteTaskParams
    ) -> None | Reply[None]:
        """Delete a task. `DELETE /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}`"""
        ...
