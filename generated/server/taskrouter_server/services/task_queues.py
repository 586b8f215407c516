"""Task queues: what an implementation does. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..params.task_queues import CreateTaskQueueParams, ListTaskQueueParams, UpdateTaskQueueParams
from ..principal import P


class TaskQueues(Protocol[P]):
    """Where tasks wait for a worker that matches. What an implementation does for each operation."""

    async def list(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, params: ListTaskQueueParams
    ) -> models.TaskQueuePage | Reply[models.TaskQueuePage]:
        """List the queues of a workspace. `GET /v1/Workspaces/{WorkspaceSid}/TaskQueues`"""
        ...

    async def create(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, params: CreateTaskQueueParams
    ) -> models.TaskQueue | Reply[models.TaskQueue]:
        """Create a queue. `POST /v1/Workspaces/{WorkspaceSid}/TaskQueues`"""
        ...

    async def fetch(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.TaskQueueSid
    ) -> models.TaskQueue | Reply[models.TaskQueue]:
        """Fetch a queue. `GET /v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}`"""
        ...

    async def update(
        self,
        call: Call[P],
        *,
        workspace_sid: models.WorkspaceSid,
        sid: models.TaskQueueSid,
        params: UpdateTaskQueueParams,
    ) -> models.TaskQueue | Reply[models.TaskQueue]:
        """Update a queue. `POST /v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}`"""
        ...

    async def delete(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.TaskQueueSid
    ) -> None | Reply[None]:
        """Delete a queue. `DELETE /v1/Workspaces/{WorkspaceSid}/TaskQueues/{Sid}`"""
        ...
