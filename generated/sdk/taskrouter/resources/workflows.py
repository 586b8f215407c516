"""Workflows: what can be done with them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from .._runtime.client.pages import AsyncPager, Pager
from ..inputs.shared import WorkflowSid
from ..inputs.workflows import Configuration
from ..models.workflows import Workflow, WorkflowPage
from ..operations import workflows


class Workflows:
    """Rules that lead a task into a queue."""

    def __init__(self, caller: Client, workspace_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid}

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.WorkflowList]
    ) -> Pager[Workflow, WorkflowPage]:
        """List the workflows of a workspace. `GET …/Workflows`"""
        return self._caller.pages(workflows.LIST, {**self._parent, **options}, limit)

    def create(
        self, friendly_name: str, configuration: Configuration, **options: Unpack[params.WorkflowCreate]
    ) -> Workflow:
        """Create a workflow. `POST …/Workflows`"""
        return self._caller.call(
            workflows.CREATE,
            {**self._parent, "friendly_name": friendly_name, "configuration": configuration, **options},
        )

    def fetch(self, sid: WorkflowSid, **options: Unpack[CallOptions]) -> Workflow:
        """Fetch a workflow. `GET …/Workflows/{Sid}`"""
        return self._caller.call(workflows.FETCH, {**self._parent, "sid": sid, **options})

    def update(self, sid: WorkflowSid, **options: Unpack[params.WorkflowUpdate]) -> Workflow:
        """Update a workflow. `POST …/Workflows/{Sid}`"""
        return self._caller.call(workflows.UPDATE, {**self._parent, "sid": sid, **options})

    def delete(self, sid: WorkflowSid, **options: Unpack[CallOptions]) -> None:
        """Delete a workflow. `DELETE …/Workflows/{Sid}`"""
        self._caller.call(workflows.DELETE, {**self._parent, "sid": sid, **options})


class AsyncWorkflows:
    """Rules that lead a task into a queue."""

    def __init__(self, caller: AsyncClient, workspace_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid}

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.WorkflowList]
    ) -> AsyncPager[Workflow, WorkflowPage]:
        """List the workflows of a workspace. `GET …/Workflows`"""
        return self._caller.pages(workflows.LIST, {**self._parent, **options}, limit)

    async def create(
        self, friendly_name: str, configuration: Configuration, **options: Unpack[params.WorkflowCreate]
    ) -> Workflow:
        """Create a workflow. `POST …/Workflows`"""
        return await self._caller.call(
            workflows.CREATE,
            {**self._parent, "friendly_name": friendly_name, "configuration": configuration, **options},
        )

    async def fetch(self, sid: WorkflowSid, **options: Unpack[CallOptions]) -> Workflow:
        """Fetch a workflow. `GET …/Workflows/{Sid}`"""
        return await self._caller.call(workflows.FETCH, {**self._parent, "sid": sid, **options})

    async def update(self, sid: WorkflowSid, **options: Unpack[params.WorkflowUpdate]) -> Workflow:
        """Update a workflow. `POST …/Workflows/{Sid}`"""
        return await self._caller.call(workflows.UPDATE, {**self._parent, "sid": sid, **options})

    async def delete(self, sid: WorkflowSid, **options: Unpack[CallOptions]) -> None:
        """Delete a workflow. `DELETE …/Workflows/{Sid}`"""
        await self._caller.call(workflows.DELETE, {**self._parent, "sid": sid, **options})
