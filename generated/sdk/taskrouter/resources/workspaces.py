"""Workspaces: what can be done with them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from .._runtime.client.pages import AsyncPager, Pager
from ..models.shared import FriendlyName, WorkspaceSid
from ..models.workspaces import Workspace, WorkspacePage
from ..operations import workspaces
from .activities import Activities, AsyncActivities
from .events import AsyncEvents, Events
from .task_channels import AsyncTaskChannels, TaskChannels
from .task_queues import AsyncTaskQueues, TaskQueues
from .tasks import AsyncTasks, Tasks
from .workers import AsyncWorkers, Workers
from .workflows import AsyncWorkflows, Workflows


class BoundWorkspace:
    """One workspace, and what belongs to it."""

    def __init__(self, caller: Client, workspace_sid: str) -> None:
        self.activities = Activities(caller, workspace_sid)
        self.events = Events(caller, workspace_sid)
        self.task_channels = TaskChannels(caller, workspace_sid)
        self.task_queues = TaskQueues(caller, workspace_sid)
        self.tasks = Tasks(caller, workspace_sid)
        self.workers = Workers(caller, workspace_sid)
        self.workflows = Workflows(caller, workspace_sid)


class Workspaces:
    """The root of everything else."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.WorkspaceList]
    ) -> Pager[Workspace, WorkspacePage]:
        """List workspaces. `GET …/Workspaces`"""
        return self._caller.pages(workspaces.LIST, {**options}, limit)

    def create(self, friendly_name: FriendlyName, **options: Unpack[params.WorkspaceCreate]) -> Workspace:
        """Create a workspace. `POST …/Workspaces`"""
        return self._caller.call(workspaces.CREATE, {"friendly_name": friendly_name, **options})

    def fetch(self, sid: WorkspaceSid, **options: Unpack[CallOptions]) -> Workspace:
        """Fetch a workspace. `GET …/Workspaces/{Sid}`"""
        return self._caller.call(workspaces.FETCH, {"sid": sid, **options})

    def update(self, sid: WorkspaceSid, **options: Unpack[params.WorkspaceUpdate]) -> Workspace:
        """Update a workspace. `POST …/Workspaces/{Sid}`"""
        return self._caller.call(workspaces.UPDATE, {"sid": sid, **options})

    def delete(self, sid: WorkspaceSid, **options: Unpack[CallOptions]) -> None:
        """Delete a workspace. `DELETE …/Workspaces/{Sid}`"""
        self._caller.call(workspaces.DELETE, {"sid": sid, **options})

    def __call__(self, workspace_sid: str) -> BoundWorkspace:
        """Bind the id of one workspace; nothing is sent."""
        return BoundWorkspace(self._caller, workspace_sid=workspace_sid)


class AsyncBoundWorkspace:
    """One workspace, and what belongs to it."""

    def __init__(self, caller: AsyncClient, workspace_sid: str) -> None:
        self.activities = AsyncActivities(caller, workspace_sid)
        self.events = AsyncEvents(caller, workspace_sid)
        self.task_channels = AsyncTaskChannels(caller, workspace_sid)
        self.task_queues = AsyncTaskQueues(caller, workspace_sid)
        self.tasks = AsyncTasks(caller, workspace_sid)
        self.workers = AsyncWorkers(caller, workspace_sid)
        self.workflows = AsyncWorkflows(caller, workspace_sid)


class AsyncWorkspaces:
    """The root of everything else."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.WorkspaceList]
    ) -> AsyncPager[Workspace, WorkspacePage]:
        """List workspaces. `GET …/Workspaces`"""
        return self._caller.pages(workspaces.LIST, {**options}, limit)

    async def create(self, friendly_name: FriendlyName, **options: Unpack[params.WorkspaceCreate]) -> Workspace:
        """Create a workspace. `POST …/Workspaces`"""
        return await self._caller.call(workspaces.CREATE, {"friendly_name": friendly_name, **options})

    async def fetch(self, sid: WorkspaceSid, **options: Unpack[CallOptions]) -> Workspace:
        """Fetch a workspace. `GET …/Workspaces/{Sid}`"""
        return await self._caller.call(workspaces.FETCH, {"sid": sid, **options})

    async def update(self, sid: WorkspaceSid, **options: Unpack[params.WorkspaceUpdate]) -> Workspace:
        """Update a workspace. `POST …/Workspaces/{Sid}`"""
        return await self._caller.call(workspaces.UPDATE, {"sid": sid, **options})

    async def delete(self, sid: WorkspaceSid, **options: Unpack[CallOptions]) -> None:
        """Delete a workspace. `DELETE …/Workspaces/{Sid}`"""
        await self._caller.call(workspaces.DELETE, {"sid": sid, **options})

    def __call__(self, workspace_sid: str) -> AsyncBoundWorkspace:
        """Bind the id of one workspace; nothing is sent."""
        return AsyncBoundWorkspace(self._caller, workspace_sid=workspace_sid)
