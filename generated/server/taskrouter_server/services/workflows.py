"""Workflows: what an implementation does. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..params.workflows import CreateWorkflowParams, ListWorkflowParams, UpdateWorkflowParams
from ..principal import P


class Workflows(Protocol[P]):
    """Rules that lead a task into a queue. What an implementation does for each operation."""

    async def list(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, params: ListWorkflowParams
    ) -> models.WorkflowPage | Reply[models.WorkflowPage]:
        """List the workflows of a workspace. `GET /v1/Workspaces/{WorkspaceSid}/Workflows`"""
        ...

    async def create(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, params: CreateWorkflowParams
    ) -> models.Workflow | Reply[models.Workflow]:
        """Create a workflow. `POST /v1/Workspaces/{WorkspaceSid}/Workflows`"""
        ...

    async def fetch(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.WorkflowSid
    ) -> models.Workflow | Reply[models.Workflow]:
        """Fetch a workflow. `GET /v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}`"""
        ...

    async def update(
        self,
        call: Call[P],
        *,
        workspace_sid: models.WorkspaceSid,
        sid: models.WorkflowSid,
        params: UpdateWorkflowParams,
    ) -> models.Workflow | Reply[models.Workflow]:
        """Update a workflow. `POST /v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}`"""
        ...

    async def delete(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.WorkflowSid
    ) -> None | Reply[None]:
        """Delete a workflow. `DELETE /v1/Workspaces/{WorkspaceSid}/Workflows/{Sid}`"""
        ...
