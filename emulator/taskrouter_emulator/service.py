"""The implementation of the API: each operation handed to the domain, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from taskrouter_server import Call, Credentials, Refusal, Reply

from . import provoked
from .accounts import Accounts, Principal
from .desk import Desk, arguments_of, refused, reply_of
from .domain import (
    activities,
    events,
    reservations,
    task_channels,
    task_queues,
    tasks,
    worker_channels,
    workers,
    workflows,
    workspaces,
)
from .faults import api_error
from .refusals import forbidden
from .store.rows import Task, Worker

Params: TypeAlias = Mapping[str, object]
Caller: TypeAlias = Call[Principal]


class _Resource:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk


class Workspaces(_Resource):
    """Workspaces."""

    async def list(self, call: Caller, *, params: Params) -> Reply[Any]:
        """List workspaces."""
        arguments = arguments_of(call, params)
        return await self._desk.see_account(call, lambda tx: workspaces.list_(tx, arguments))

    async def create(self, call: Caller, *, params: Params) -> Reply[Any]:
        """Create a workspace."""
        arguments = arguments_of(call, params)
        return await self._desk.change_account(call, lambda tx: workspaces.create(tx, arguments))

    async def fetch(self, call: Caller, *, sid: str) -> Reply[Any]:
        """Fetch a workspace."""
        return await self._desk.see(call, sid, workspaces.fetch)

    async def update(self, call: Caller, *, sid: str, params: Params) -> Reply[Any]:
        """Update a workspace."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, sid, lambda tx: workspaces.update(tx, arguments))

    async def delete(self, call: Caller, *, sid: str) -> Reply[Any]:
        """Delete a workspace."""
        return await self._desk.change(call, sid, workspaces.delete)


class Activities(_Resource):
    """Activities."""

    async def list(self, call: Caller, *, workspace_sid: str, params: Params) -> Reply[Any]:
        """List the activities of a workspace."""
        arguments = arguments_of(call, params)
        return await self._desk.see(call, workspace_sid, lambda tx: activities.list_(tx, arguments))

    async def create(self, call: Caller, *, workspace_sid: str, params: Params) -> Reply[Any]:
        """Create an activity."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, workspace_sid, lambda tx: activities.create(tx, arguments))

    async def fetch(self, call: Caller, *, workspace_sid: str, sid: str) -> Reply[Any]:
        """Fetch an activity."""
        return await self._desk.see(call, workspace_sid, lambda tx: activities.fetch(tx, sid))

    async def update(self, call: Caller, *, workspace_sid: str, sid: str, params: Params) -> Reply[Any]:
        """Update an activity."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, workspace_sid, lambda tx: activities.update(tx, sid, arguments))

    async def delete(self, call: Caller, *, workspace_sid: str, sid: str) -> Reply[Any]:
        """Delete an activity."""
        return await self._desk.change(call, workspace_sid, lambda tx: activities.delete(tx, sid))


class Workers(_Resource):
    """Workers."""

    async def list(self, call: Caller, *, workspace_sid: str, params: Params) -> Reply[Any]:
        """List the workers of a workspace."""
        arguments = arguments_of(call, params)
        return await self._desk.see(call, workspace_sid, lambda tx: workers.list_(tx, arguments))

    async def create(self, call: Caller, *, workspace_sid: str, params: Params) -> Reply[Any]:
        """Create a worker."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, workspace_sid, lambda tx: workers.create(tx, arguments))

    async def fetch(self, call: Caller, *, workspace_sid: str, sid: str) -> Reply[Any]:
        """Fetch a worker."""
        return await self._desk.see(call, workspace_sid, lambda tx: workers.fetch(tx, sid))

    async def update(self, call: Caller, *, workspace_sid: str, sid: str, params: Params) -> Reply[Any]:
        """Update a worker."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, workspace_sid, lambda tx: workers.update(tx, sid, arguments))

    async def delete(self, call: Caller, *, workspace_sid: str, sid: str, params: Params) -> Reply[Any]:
        """Delete a worker."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, workspace_sid, lambda tx: workers.delete(tx, sid, arguments))


class WorkerChannels(_Resource):
    """Worker channels."""

    async def list(self, call: Caller, *, workspace_sid: str, worker_sid: str, params: Params) -> Reply[Any]:
        """List the channels of a worker."""
        arguments = arguments_of(call, params)
        return await self._desk.see(call, workspace_sid, lambda tx: worker_channels.list_(tx, worker_sid, arguments))

    async def fetch(self, call: Caller, *, workspace_sid: str, worker_sid: str, sid: str) -> Reply[Any]:
        """Fetch a channel of a worker."""
        return await self._desk.see(call, workspace_sid, lambda tx: worker_channels.fetch(tx, worker_sid, sid))

    async def update(
        self, call: Caller, *, workspace_sid: str, worker_sid: str, sid: str, params: Params
    ) -> Reply[Any]:
        """Update a channel of a worker."""
        arguments = arguments_of(call, params)
        return await self._desk.change(
            call, workspace_sid, lambda tx: worker_channels.update(tx, worker_sid, sid, arguments)
        )


class WorkerReservations(_Resource):
    """The reservations of one worker."""

    async def list(self, call: Caller, *, workspace_sid: str, worker_sid: str, params: Params) -> Reply[Any]:
        """List the reservations of a worker."""
        arguments = arguments_of(call, params)
        return await self._desk.see(
            call, workspace_sid, lambda tx: reservations.list_(tx, Worker, worker_sid, arguments)
        )

    async def fetch(self, call: Caller, *, workspace_sid: str, worker_sid: str, sid: str) -> Reply[Any]:
        """Fetch a reservation of a worker."""
        return await self._desk.see(call, workspace_sid, lambda tx: reservations.fetch(tx, Worker, worker_sid, sid))

    async def update(
        self, call: Caller, *, workspace_sid: str, worker_sid: str, sid: str, params: Params
    ) -> Reply[Any]:
        """Accept, reject or finish a reservation of a worker, or say what to do with its call."""
        arguments = arguments_of(call, params)
        return await self._desk.change(
            call, workspace_sid, lambda tx: reservations.update(tx, Worker, worker_sid, sid, arguments)
        )


class Tasks(_Resource):
    """Tasks."""

    async def list(self, call: Caller, *, workspace_sid: str, params: Params) -> Reply[Any]:
        """List the tasks of a workspace."""
        arguments = arguments_of(call, params)
        return await self._desk.see(call, workspace_sid, lambda tx: tasks.list_(tx, arguments))

    async def create(self, call: Caller, *, workspace_sid: str, params: Params) -> Reply[Any]:
        """Create a task."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, workspace_sid, lambda tx: tasks.create(tx, arguments))

    async def fetch(self, call: Caller, *, workspace_sid: str, sid: str) -> Reply[Any]:
        """Fetch a task."""
        return await self._desk.see(call, workspace_sid, lambda tx: tasks.fetch(tx, sid))

    async def update(self, call: Caller, *, workspace_sid: str, sid: str, params: Params) -> Reply[Any]:
        """Update a task."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, workspace_sid, lambda tx: tasks.update(tx, sid, arguments))

    async def delete(self, call: Caller, *, workspace_sid: str, sid: str, params: Params) -> Reply[Any]:
        """Delete a task."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, workspace_sid, lambda tx: tasks.delete(tx, sid, arguments))


class TaskReservations(_Resource):
    """The reservations of one task."""

    async def list(self, call: Caller, *, workspace_sid: str, task_sid: str, params: Params) -> Reply[Any]:
        """List the reservations of a task."""
        arguments = arguments_of(call, params)
        return await self._desk.see(call, workspace_sid, lambda tx: reservations.list_(tx, Task, task_sid, arguments))

    async def fetch(self, call: Caller, *, workspace_sid: str, task_sid: str, sid: str) -> Reply[Any]:
        """Fetch a reservation of a task."""
        return await self._desk.see(call, workspace_sid, lambda tx: reservations.fetch(tx, Task, task_sid, sid))

    async def update(self, call: Caller, *, workspace_sid: str, task_sid: str, sid: str, params: Params) -> Reply[Any]:
        """Accept, reject or finish a reservation of a task, or say what to do with its call."""
        arguments = arguments_of(call, params)
        return await self._desk.change(
            call, workspace_sid, lambda tx: reservations.update(tx, Task, task_sid, sid, arguments)
        )


class TaskQueues(_Resource):
    """Task queues."""

    async def list(self, call: Caller, *, workspace_sid: str, params: Params) -> Reply[Any]:
        """List the queues of a workspace."""
        arguments = arguments_of(call, params)
        return await self._desk.see(call, workspace_sid, lambda tx: task_queues.list_(tx, arguments))

    async def create(self, call: Caller, *, workspace_sid: str, params: Params) -> Reply[Any]:
        """Create a queue."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, workspace_sid, lambda tx: task_queues.create(tx, arguments))

    async def fetch(self, call: Caller, *, workspace_sid: str, sid: str) -> Reply[Any]:
        """Fetch a queue."""
        return await self._desk.see(call, workspace_sid, lambda tx: task_queues.fetch(tx, sid))

    async def update(self, call: Caller, *, workspace_sid: str, sid: str, params: Params) -> Reply[Any]:
        """Update a queue."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, workspace_sid, lambda tx: task_queues.update(tx, sid, arguments))

    async def delete(self, call: Caller, *, workspace_sid: str, sid: str) -> Reply[Any]:
        """Delete a queue."""
        return await self._desk.change(call, workspace_sid, lambda tx: task_queues.delete(tx, sid))


class Workflows(_Resource):
    """Workflows."""

    async def list(self, call: Caller, *, workspace_sid: str, params: Params) -> Reply[Any]:
        """List the workflows of a workspace."""
        arguments = arguments_of(call, params)
        return await self._desk.see(call, workspace_sid, lambda tx: workflows.list_(tx, arguments))

    async def create(self, call: Caller, *, workspace_sid: str, params: Params) -> Reply[Any]:
        """Create a workflow."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, workspace_sid, lambda tx: workflows.create(tx, arguments))

    async def fetch(self, call: Caller, *, workspace_sid: str, sid: str) -> Reply[Any]:
        """Fetch a workflow."""
        return await self._desk.see(call, workspace_sid, lambda tx: workflows.fetch(tx, sid))

    async def update(self, call: Caller, *, workspace_sid: str, sid: str, params: Params) -> Reply[Any]:
        """Update a workflow."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, workspace_sid, lambda tx: workflows.update(tx, sid, arguments))

    async def delete(self, call: Caller, *, workspace_sid: str, sid: str) -> Reply[Any]:
        """Delete a workflow."""
        return await self._desk.change(call, workspace_sid, lambda tx: workflows.delete(tx, sid))


class TaskChannels(_Resource):
    """Task channels."""

    async def list(self, call: Caller, *, workspace_sid: str, params: Params) -> Reply[Any]:
        """List the channels of a workspace."""
        arguments = arguments_of(call, params)
        return await self._desk.see(call, workspace_sid, lambda tx: task_channels.list_(tx, arguments))

    async def create(self, call: Caller, *, workspace_sid: str, params: Params) -> Reply[Any]:
        """Create a channel."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, workspace_sid, lambda tx: task_channels.create(tx, arguments))

    async def fetch(self, call: Caller, *, workspace_sid: str, sid: str) -> Reply[Any]:
        """Fetch a channel."""
        return await self._desk.see(call, workspace_sid, lambda tx: task_channels.fetch(tx, sid))

    async def update(self, call: Caller, *, workspace_sid: str, sid: str, params: Params) -> Reply[Any]:
        """Update a channel."""
        arguments = arguments_of(call, params)
        return await self._desk.change(call, workspace_sid, lambda tx: task_channels.update(tx, sid, arguments))

    async def delete(self, call: Caller, *, workspace_sid: str, sid: str) -> Reply[Any]:
        """Delete a channel."""
        return await self._desk.change(call, workspace_sid, lambda tx: task_channels.delete(tx, sid))


class Events(_Resource):
    """Events."""

    async def list(self, call: Caller, *, workspace_sid: str, params: Params) -> Reply[Any]:
        """List the events of a workspace."""
        arguments = arguments_of(call, params)
        return await self._desk.see(call, workspace_sid, lambda tx: events.list_(tx, arguments))

    async def fetch(self, call: Caller, *, workspace_sid: str, sid: str) -> Reply[Any]:
        """Fetch an event."""
        return await self._desk.see(call, workspace_sid, lambda tx: events.fetch(tx, sid))


class EmulatorService:
    """The whole API over one emulator."""

    def __init__(self, desk: Desk, accounts: Accounts) -> None:
        self._desk, self._accounts = desk, accounts
        self.workspaces = Workspaces(desk)
        self.activities = Activities(desk)
        self.workers = Workers(desk)
        self.worker_channels = WorkerChannels(desk)
        self.worker_reservations = WorkerReservations(desk)
        self.tasks = Tasks(desk)
        self.task_reservations = TaskReservations(desk)
        self.task_queues = TaskQueues(desk)
        self.workflows = Workflows(desk)
        self.task_channels = TaskChannels(desk)
        self.events = Events(desk)

    async def authenticate(self, credentials: Credentials, operation_id: str) -> Principal | None:
        """Say who calls; an API key that is not for the operation is refused, as is what was asked to fail."""
        principal = self._accounts.authenticate(credentials.username, credentials.password)
        if principal is None:
            return None
        if principal.key is not None and not principal.key.allows(operation_id):
            raise refused(forbidden(principal.key.sid, operation_id))
        emulator = self._desk.emulator
        if emulator.options.is_controllable:
            error = await self._desk.in_thread(lambda: provoked.take(emulator.store, operation_id))
            if error is not None:
                raise refused(error)
        return principal

    def refuse(self, fault: Refusal) -> Reply[Any]:
        """Word a refusal of the application in the API's own shape."""
        return reply_of(api_error(fault))
