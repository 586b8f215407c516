"""Task channels: what can be done with them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from .._runtime.client.pages import AsyncPager, Pager
from ..inputs.shared import ChannelKey, FriendlyName
from ..models.task_channels import TaskChannel, TaskChannelPage
from ..operations import task_channels


class TaskChannels:
    """Kinds of task."""

    def __init__(self, caller: Client, workspace_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid}

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.ChannelList]
    ) -> Pager[TaskChannel, TaskChannelPage]:
        """List the task channels of a workspace. `GET …/TaskChannels`"""
        return self._caller.pages(task_channels.LIST, {**self._parent, **options}, limit)

    def create(
        self, friendly_name: FriendlyName, unique_name: str, **options: Unpack[params.TaskChannelCreate]
    ) -> TaskChannel:
        """Create a task channel. `POST …/TaskChannels`"""
        return self._caller.call(
            task_channels.CREATE,
            {**self._parent, "friendly_name": friendly_name, "unique_name": unique_name, **options},
        )

    def fetch(self, sid: ChannelKey, **options: Unpack[CallOptions]) -> TaskChannel:
        """Fetch a task channel. `GET …/TaskChannels/{Sid}`"""
        return self._caller.call(task_channels.FETCH, {**self._parent, "sid": sid, **options})

    def update(self, sid: ChannelKey, **options: Unpack[params.TaskChannelUpdate]) -> TaskChannel:
        """Update a task channel. `POST …/TaskChannels/{Sid}`"""
        return self._caller.call(task_channels.UPDATE, {**self._parent, "sid": sid, **options})

    def delete(self, sid: ChannelKey, **options: Unpack[CallOptions]) -> None:
        """Delete a task channel. `DELETE …/TaskChannels/{Sid}`"""
        self._caller.call(task_channels.DELETE, {**self._parent, "sid": sid, **options})


class AsyncTaskChannels:
    """Kinds of task."""

    def __init__(self, caller: AsyncClient, workspace_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid}

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.ChannelList]
    ) -> AsyncPager[TaskChannel, TaskChannelPage]:
        """List the task channels of a workspace. `GET …/TaskChannels`"""
        return self._caller.pages(task_channels.LIST, {**self._parent, **options}, limit)

    async def create(
        self, friendly_name: FriendlyName, unique_name: str, **options: Unpack[params.TaskChannelCreate]
    ) -> TaskChannel:
        """Create a task channel. `POST …/TaskChannels`"""
        return await self._caller.call(
            task_channels.CREATE,
            {**self._parent, "friendly_name": friendly_name, "unique_name": unique_name, **options},
        )

    async def fetch(self, sid: ChannelKey, **options: Unpack[CallOptions]) -> TaskChannel:
        """Fetch a task channel. `GET …/TaskChannels/{Sid}`"""
        return await self._caller.call(task_channels.FETCH, {**self._parent, "sid": sid, **options})

    async def update(self, sid: ChannelKey, **options: Unpack[params.TaskChannelUpdate]) -> TaskChannel:
        """Update a task channel. `POST …/TaskChannels/{Sid}`"""
        return await self._caller.call(task_channels.UPDATE, {**self._parent, "sid": sid, **options})

    async def delete(self, sid: ChannelKey, **options: Unpack[CallOptions]) -> None:
        """Delete a task channel. `DELETE …/TaskChannels/{Sid}`"""
        await self._caller.call(task_channels.DELETE, {**self._parent, "sid": sid, **options})
