"""Task channels: what an implementation does. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..params.task_channels import CreateTaskChannelParams, ListTaskChannelParams, UpdateTaskChannelParams
from ..principal import P


class TaskChannels(Protocol[P]):
    """Kinds of task. What an implementation does for each operation."""

    async def list(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, params: ListTaskChannelParams
    ) -> models.TaskChannelPage | Reply[models.TaskChannelPage]:
        """List the task channels of a workspace. `GET /v1/Workspaces/{WorkspaceSid}/TaskChannels`"""
        ...

    async def create(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, params: CreateTaskChannelParams
    ) -> models.TaskChannel | Reply[models.TaskChannel]:
        """Create a task channel. `POST /v1/Workspaces/{WorkspaceSid}/TaskChannels`"""
        ...

    async def fetch(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.ChannelKey
    ) -> models.TaskChannel | Reply[models.TaskChannel]:
        """Fetch a task channel. `GET /v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}`"""
        ...

    async def update(
        self,
        call: Call[P],
        *,
        workspace_sid: models.WorkspaceSid,
        sid: models.ChannelKey,
        params: UpdateTaskChannelParams,
    ) -> models.TaskChannel | Reply[models.TaskChannel]:
        """Update a task channel. `POST /v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}`"""
        ...

    async def delete(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.ChannelKey
    ) -> None | Reply[None]:
        """Delete a task channel. `DELETE /v1/Workspaces/{WorkspaceSid}/TaskChannels/{Sid}`"""
        ...
