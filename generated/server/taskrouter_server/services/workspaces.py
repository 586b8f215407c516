"""Workspaces: what an implementation does. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..params.workspaces import CreateWorkspaceParams, ListWorkspaceParams, UpdateWorkspaceParams
from ..principal import P


class Workspaces(Protocol[P]):
    """The root of everything else. What an implementation does for each operation."""

    async def list(
        self, call: Call[P], *, params: ListWorkspaceParams
    ) -> models.WorkspacePage | Reply[models.WorkspacePage]:
        """List workspaces. `GET /v1/Workspaces`"""
        ...

    async def create(
        self, call: Call[P], *, params: CreateWorkspaceParams
    ) -> models.Workspace | Reply[models.Workspace]:
        """Create a workspace. `POST /v1/Workspaces`"""
        ...

    async def fetch(self, call: Call[P], *, sid: models.WorkspaceSid) -> models.Workspace | Reply[models.Workspace]:
        """Fetch a workspace. `GET /v1/Workspaces/{Sid}`"""
        ...

    async def update(
        self, call: Call[P], *, sid: models.WorkspaceSid, params: UpdateWorkspaceParams
    ) -> models.Workspace | Reply[models.Workspace]:
        """Update a workspace. `POST /v1/Workspaces/{Sid}`"""
        ...

    async def delete(self, call: Call[P], *, sid: models.WorkspaceSid) -> None | Reply[None]:
        """Delete a workspace. `DELETE /v1/Workspaces/{Sid}`"""
        ...
