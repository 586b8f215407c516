"""Task queues: what can be done with them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from .._runtime.client.pages import AsyncPager, Pager
from ..inputs.shared import TaskQueueSid
from ..models.task_queues import TaskQueue, TaskQueuePage
from ..operations import task_queues


class TaskQueues:
    """Where tasks wait for a worker that matches."""

    def __init__(self, caller: Client, workspace_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid}

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.TaskQueueList]
    ) -> Pager[TaskQueue, TaskQueuePage]:
        """List the queues of a workspace. `GET …/TaskQueues`"""
        return self._caller.pages(task_queues.LIST, {**self._parent, **options}, limit)

    def create(self, friendly_name: str, **options: Unpack[params.TaskQueueCreate]) -> TaskQueue:
        """Create a queue. `POST …/TaskQueues`"""
        return self._caller.call(task_queues.CREATE, {**self._parent, "friendly_name": friendly_name, **options})

    def fetch(self, sid: TaskQueueSid, **options: Unpack[CallOptions]) -> TaskQueue:
        """Fetch a queue. `GET …/TaskQueues/{Sid}`"""
        return self._caller.call(task_queues.FETCH, {**self._parent, "sid": sid, **options})

    def update(self, sid: TaskQueueSid, **options: Unpack[params.TaskQueueUpdate]) -> TaskQueue:
        """Update a queue. `POST …/TaskQueues/{Sid}`"""
        return self._caller.call(task_queues.UPDATE, {**self._parent, "sid": sid, **options})

    def delete(self, sid: TaskQueueSid, **options: Unpack[CallOptions]) -> None:
        """Delete a queue. `DELETE …/TaskQueues/{Sid}`"""
        self._caller.call(task_queues.DELETE, {**self._parent, "sid": sid, **options})


class AsyncTaskQueues:
    """Where tasks wait for a worker that matches."""

    def __init__(self, caller: AsyncClient, workspace_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid}

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.TaskQueueList]
    ) -> AsyncPager[TaskQueue, TaskQueuePage]:
        """List the queues of a workspace. `GET …/TaskQueues`"""
        return self._caller.pages(task_queues.LIST, {**self._parent, **options}, limit)

    async def create(self, friendly_name: str, **options: Unpack[params.TaskQueueCreate]) -> TaskQueue:
        """Create a queue. `POST …/TaskQueues`"""
        return await self._caller.call(task_queues.CREATE, {**self._parent, "friendly_name": friendly_name, **options})

    async def fetch(self, sid: TaskQueueSid, **options: Unpack[CallOptions]) -> TaskQueue:
        """Fetch a queue. `GET …/TaskQueues/{Sid}`"""
        return await self._caller.call(task_queues.FETCH, {**self._parent, "sid": sid, **options})

    async def update(self, sid: TaskQueueSid, **options: Unpack[params.TaskQueueUpdate]) -> TaskQueue:
        """Update a queue. `POST …/TaskQueues/{Sid}`"""
        return await self._caller.call(task_queues.UPDATE, {**self._parent, "sid": sid, **options})

    async def delete(self, sid: TaskQueueSid, **options: Unpack[CallOptions]) -> None:
        """Delete a queue. `DELETE …/TaskQueues/{Sid}`"""
        await self._caller.call(task_queues.DELETE, {**self._parent, "sid": sid, **options})
