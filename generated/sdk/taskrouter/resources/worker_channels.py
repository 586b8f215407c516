"""Worker channels: what can be done with them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from .._runtime.client.pages import AsyncPager, Pager
from ..inputs.shared import ChannelKey
from ..models.worker_channels import WorkerChannel, WorkerChannelPage
from ..operations import worker_channels


class WorkerChannels:
    """How many tasks of a kind a worker takes at a time."""

    def __init__(self, caller: Client, workspace_sid: str, worker_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid, "worker_sid": worker_sid}

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.ChannelList]
    ) -> Pager[WorkerChannel, WorkerChannelPage]:
        """List the channels of a worker. `GET …/Channels`"""
        return self._caller.pages(worker_channels.LIST, {**self._parent, **options}, limit)

    def fetch(self, sid: ChannelKey, **options: Unpack[CallOptions]) -> WorkerChannel:
        """Fetch a worker channel. `GET …/Channels/{Sid}`"""
        return self._caller.call(worker_channels.FETCH, {**self._parent, "sid": sid, **options})

    def update(self, sid: ChannelKey, **options: Unpack[params.WorkerChannelUpdate]) -> WorkerChannel:
        """Update a worker channel. `POST …/Channels/{Sid}`"""
        return self._caller.call(worker_channels.UPDATE, {**self._parent, "sid": sid, **options})


class AsyncWorkerChannels:
    """How many tasks of a kind a worker takes at a time."""

    def __init__(self, caller: AsyncClient, workspace_sid: str, worker_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid, "worker_sid": worker_sid}

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.ChannelList]
    ) -> AsyncPager[WorkerChannel, WorkerChannelPage]:
        """List the channels of a worker. `GET …/Channels`"""
        return self._caller.pages(worker_channels.LIST, {**self._parent, **options}, limit)

    async def fetch(self, sid: ChannelKey, **options: Unpack[CallOptions]) -> WorkerChannel:
        """Fetch a worker channel. `GET …/Channels/{Sid}`"""
        return await self._caller.call(worker_channels.FETCH, {**self._parent, "sid": sid, **options})

    async def update(self, sid: ChannelKey, **options: Unpack[params.WorkerChannelUpdate]) -> WorkerChannel:
        """Update a worker channel. `POST …/Channels/{Sid}`"""
        return await self._caller.call(worker_channels.UPDATE, {**self._parent, "sid": sid, **options})
