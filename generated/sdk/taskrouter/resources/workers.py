"""Workers: what can be done with them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from .._runtime.client.pages import AsyncPager, Pager
from ..inputs.shared import FriendlyName, WorkerSid
from ..models.workers import Worker, WorkerPage
from ..operations import workers

if TYPE_CHECKING:
    from .worker_channels import AsyncWorkerChannels, WorkerChannels
    from .worker_reservations import AsyncWorkerReservations, WorkerReservations


class BoundWorker:
    """One worker, and what belongs to it."""

    def __init__(self, caller: Client, workspace_sid: str, worker_sid: str) -> None:
        self._parts = (caller, workspace_sid, worker_sid)

    @cached_property
    def channels(self) -> WorkerChannels:
        """How many tasks of a kind a worker takes at a time."""
        from .worker_channels import WorkerChannels

        return WorkerChannels(*self._parts)

    @cached_property
    def reservations(self) -> WorkerReservations:
        """The reservations of one worker."""
        from .worker_reservations import WorkerReservations

        return WorkerReservations(*self._parts)


class Workers:
    """People or programs that do the work."""

    def __init__(self, caller: Client, workspace_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid}

    def list(self, *, limit: int | None = None, **options: Unpack[params.WorkerList]) -> Pager[Worker, WorkerPage]:
        """List the workers of a workspace. `GET …/Workers`"""
        return self._caller.pages(workers.LIST, {**self._parent, **options}, limit)

    def create(self, friendly_name: FriendlyName, **options: Unpack[params.WorkerCreate]) -> Worker:
        """Create a worker. `POST …/Workers`"""
        return self._caller.call(workers.CREATE, {**self._parent, "friendly_name": friendly_name, **options})

    def fetch(self, sid: WorkerSid, **options: Unpack[CallOptions]) -> Worker:
        """Fetch a worker. `GET …/Workers/{Sid}`"""
        return self._caller.call(workers.FETCH, {**self._parent, "sid": sid, **options})

    def update(self, sid: WorkerSid, **options: Unpack[params.WorkerUpdate]) -> Worker:
        """Update a worker. `POST …/Workers/{Sid}`"""
        return self._caller.call(workers.UPDATE, {**self._parent, "sid": sid, **options})

    def delete(self, sid: WorkerSid, **options: Unpack[params.WorkerDelete]) -> None:
        """Delete a worker. `DELETE …/Workers/{Sid}`"""
        self._caller.call(workers.DELETE, {**self._parent, "sid": sid, **options})

    def __call__(self, worker_sid: str) -> BoundWorker:
        """Bind the id of one worker; nothing is sent."""
        return BoundWorker(self._caller, **self._parent, worker_sid=worker_sid)


class AsyncBoundWorker:
    """One worker, and what belongs to it."""

    def __init__(self, caller: AsyncClient, workspace_sid: str, worker_sid: str) -> None:
        self._parts = (caller, workspace_sid, worker_sid)

    @cached_property
    def channels(self) -> AsyncWorkerChannels:
        """How many tasks of a kind a worker takes at a time."""
        from .worker_channels import AsyncWorkerChannels

        return AsyncWorkerChannels(*self._parts)

    @cached_property
    def reservations(self) -> AsyncWorkerReservations:
        """The reservations of one worker."""
        from .worker_reservations import AsyncWorkerReservations

        return AsyncWorkerReservations(*self._parts)


class AsyncWorkers:
    """People or programs that do the work."""

    def __init__(self, caller: AsyncClient, workspace_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid}

    def list(self, *, limit: int | None = None, **options: Unpack[params.WorkerList]) -> AsyncPager[Worker, WorkerPage]:
        """List the workers of a workspace. `GET …/Workers`"""
        return self._caller.pages(workers.LIST, {**self._parent, **options}, limit)

    async def create(self, friendly_name: FriendlyName, **options: Unpack[params.WorkerCreate]) -> Worker:
        """Create a worker. `POST …/Workers`"""
        return await self._caller.call(workers.CREATE, {**self._parent, "friendly_name": friendly_name, **options})

    async def fetch(self, sid: WorkerSid, **options: Unpack[CallOptions]) -> Worker:
        """Fetch a worker. `GET …/Workers/{Sid}`"""
        return await self._caller.call(workers.FETCH, {**self._parent, "sid": sid, **options})

    async def update(self, sid: WorkerSid, **options: Unpack[params.WorkerUpdate]) -> Worker:
        """Update a worker. `POST …/Workers/{Sid}`"""
        return await self._caller.call(workers.UPDATE, {**self._parent, "sid": sid, **options})

    async def delete(self, sid: WorkerSid, **options: Unpack[params.WorkerDelete]) -> None:
        """Delete a worker. `DELETE …/Workers/{Sid}`"""
        await self._caller.call(workers.DELETE, {**self._parent, "sid": sid, **options})

    def __call__(self, worker_sid: str) -> AsyncBoundWorker:
        """Bind the id of one worker; nothing is sent."""
        return AsyncBoundWorker(self._caller, **self._parent, worker_sid=worker_sid)
