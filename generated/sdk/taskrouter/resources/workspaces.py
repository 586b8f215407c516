"""Workspaces: what can be done with them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from .._runtime.client.pages import AsyncPager, Pager
from ..inputs.shared import FriendlyName, WorkspaceSid
from ..models.workspaces import Workspace, WorkspacePage
from ..operations import workspaces

if TYPE_CHECKING:
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
        self._parts = (caller, workspace_sid)

    @cached_property
    def activities(self) -> Activities:
        """What a worker is doing; it decides whether tasks may be offered."""
        from .activities import Activities

        return Activities(*self._parts)

    @cached_property
    def events(self) -> Events:
        """What happened in a workspace."""
        from .events import Events

        return Events(*self._parts)

    @cached_property
    def task_channels(self) -> TaskChannels:
        """Kinds of task."""
        from .task_channels import TaskChannels

        return TaskChannels(*self._parts)

    @cached_property
    def task_queues(self) -> TaskQueues:
        """Where tasks wait for a worker that matches."""
        from .task_queues import TaskQueues

        return TaskQueues(*self._parts)

    @cached_property
    def tasks(self) -> Tasks:
        """Units of work that are routed to workers."""
        from .tasks import Tasks

        return Tasks(*self._parts)

    @cached_property
    def workers(self) -> Workers:
        """People or programs that do the work."""
        from .workers import Workers

        return Workers(*self._parts)

    @cached_property
    def workflows(self) -> Workflows:
        """Rules that lead a task into a queue."""
        from .workflows import Workflows

        return Workflows(*self._parts)


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
        self._parts = (caller, workspace_sid)

    @cached_property
    def activities(self) -> AsyncActivities:
        """What a worker is doing; it decides whether tasks may be offered."""
        from .activities import AsyncActivities

        return AsyncActivities(*self._parts)

    @cached_property
    def events(self) -> AsyncEvents:
        """What happened in a workspace."""
        from .events import AsyncEvents

        return AsyncEvents(*self._parts)

    @cached_property
    def task_channels(self) -> AsyncTaskChannels:
        """Kinds of task."""
        from .task_channels import AsyncTaskChannels

        return AsyncTaskChannels(*self._parts)

    @cached_property
    def task_queues(self) -> AsyncTaskQueues:
        """Where tasks wait for a worker that matches."""
        from .task_queues import AsyncTaskQueues

        return AsyncTaskQueues(*self._parts)

    @cached_property
    def tasks(self) -> AsyncTasks:
        """Units of work that are routed to workers."""
        from .tasks import AsyncTasks

        return AsyncTasks(*self._parts)

    @cached_property
    def workers(self) -> AsyncWorkers:
        """People or programs that do the work."""
        from .workers import AsyncWorkers

        return AsyncWorkers(*self._parts)

    @cached_property
    def workflows(self) -> AsyncWorkflows:
        """Rules that lead a task into a queue."""
        from .workflows import AsyncWorkflows

        return AsyncWorkflows(*self._parts)


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
