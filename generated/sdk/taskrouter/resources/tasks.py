"""Tasks: what can be done with them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from .._runtime.client.pages import AsyncPager, Pager
from ..inputs.shared import TaskSid
from ..models.tasks import Task, TaskPage
from ..operations import tasks

if TYPE_CHECKING:
    from .task_reservations import AsyncTaskReservations, TaskReservations


class BoundTask:
    """One task, and what belongs to it."""

    def __init__(self, caller: Client, workspace_sid: str, task_sid: str) -> None:
        self._parts = (caller, workspace_sid, task_sid)

    @cached_property
    def reservations(self) -> TaskReservations:
        """The reservations of one task."""
        from .task_reservations import TaskReservations

        return TaskReservations(*self._parts)


class Tasks:
    """Units of work that are routed to workers."""

    def __init__(self, caller: Client, workspace_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid}

    def list(self, *, limit: int | None = None, **options: Unpack[params.TaskList]) -> Pager[Task, TaskPage]:
        """List the tasks of a workspace. `GET …/Tasks`"""
        return self._caller.pages(tasks.LIST, {**self._parent, **options}, limit)

    def create(self, **options: Unpack[params.TaskCreate]) -> Task:
        """Create a task. `POST …/Tasks`"""
        return self._caller.call(tasks.CREATE, {**self._parent, **options})

    def fetch(self, sid: TaskSid, **options: Unpack[CallOptions]) -> Task:
        """Fetch a task. `GET …/Tasks/{Sid}`"""
        return self._caller.call(tasks.FETCH, {**self._parent, "sid": sid, **options})

    def update(self, sid: TaskSid, **options: Unpack[params.TaskUpdate]) -> Task:
        """Update a task. `POST …/Tasks/{Sid}`"""
        return self._caller.call(tasks.UPDATE, {**self._parent, "sid": sid, **options})

    def delete(self, sid: TaskSid, **options: Unpack[params.TaskDelete]) -> None:
        """Delete a task. `DELETE …/Tasks/{Sid}`"""
        self._caller.call(tasks.DELETE, {**self._parent, "sid": sid, **options})

    def __call__(self, task_sid: str) -> BoundTask:
        """Bind the id of one task; nothing is sent."""
        return BoundTask(self._caller, **self._parent, task_sid=task_sid)


class AsyncBoundTask:
    """One task, and what belongs to it."""

    def __init__(self, caller: AsyncClient, workspace_sid: str, task_sid: str) -> None:
        self._parts = (caller, workspace_sid, task_sid)

    @cached_property
    def reservations(self) -> AsyncTaskReservations:
        """The reservations of one task."""
        from .task_reservations import AsyncTaskReservations

        return AsyncTaskReservations(*self._parts)


class AsyncTasks:
    """Units of work that are routed to workers."""

    def __init__(self, caller: AsyncClient, workspace_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid}

    def list(self, *, limit: int | None = None, **options: Unpack[params.TaskList]) -> AsyncPager[Task, TaskPage]:
        """List the tasks of a workspace. `GET …/Tasks`"""
        return self._caller.pages(tasks.LIST, {**self._parent, **options}, limit)

    async def create(self, **options: Unpack[params.TaskCreate]) -> Task:
        """Create a task. `POST …/Tasks`"""
        return await self._caller.call(tasks.CREATE, {**self._parent, **options})

    async def fetch(self, sid: TaskSid, **options: Unpack[CallOptions]) -> Task:
        """Fetch a task. `GET …/Tasks/{Sid}`"""
        return await self._caller.call(tasks.FETCH, {**self._parent, "sid": sid, **options})

    async def update(self, sid: TaskSid, **options: Unpack[params.TaskUpdate]) -> Task:
        """Update a task. `POST …/Tasks/{Sid}`"""
        return await self._caller.call(tasks.UPDATE, {**self._parent, "sid": sid, **options})

    async def delete(self, sid: TaskSid, **options: Unpack[params.TaskDelete]) -> None:
        """Delete a task. `DELETE …/Tasks/{Sid}`"""
        await self._caller.call(tasks.DELETE, {**self._parent, "sid": sid, **options})

    def __call__(self, task_sid: str) -> AsyncBoundTask:
        """Bind the id of one task; nothing is sent."""
        return AsyncBoundTask(self._caller, **self._parent, task_sid=task_sid)
