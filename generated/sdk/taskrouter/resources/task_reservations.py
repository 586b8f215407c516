"""Task reservations: what can be done with them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from .._runtime.client.pages import AsyncPager, Pager
from ..inputs.shared import CallSid, ContactUri, ReservationSid, Url
from ..inputs.task_reservations import SupervisorMode
from ..models.task_reservations import TaskReservation, TaskReservationPage
from ..operations import task_reservations


class TaskReservations:
    """The reservations of one task."""

    def __init__(self, caller: Client, workspace_sid: str, task_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid, "task_sid": task_sid}

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.TaskReservationList]
    ) -> Pager[TaskReservation, TaskReservationPage]:
        """List the reservations of a task. `GET …/Reservations`"""
        return self._caller.pages(task_reservations.LIST, {**self._parent, **options}, limit)

    def fetch(self, sid: ReservationSid, **options: Unpack[CallOptions]) -> TaskReservation:
        """Fetch a reservation of a task. `GET …/Reservations/{Sid}`"""
        return self._caller.call(task_reservations.FETCH, {**self._parent, "sid": sid, **options})

    def update(self, sid: ReservationSid, **options: Unpack[params.TaskReservationUpdate]) -> TaskReservation:
        """Accept, reject or finish a reservation of a task, or say what to do with its call.
        `POST …/Reservations/{Sid}`
        """
        return self._caller.call(task_reservations.UPDATE, {**self._parent, "sid": sid, **options})

    def accept(self, sid: ReservationSid, **options: Unpack[params.ReservationAccept]) -> TaskReservation:
        """Accept the reservation; the worker takes the task. `POST …/Reservations/{Sid}`"""
        return self._caller.call(task_reservations.ACCEPT, {**self._parent, "sid": sid, **options})

    def call(
        self, sid: ReservationSid, from_: ContactUri, url: Url, **options: Unpack[params.ReservationCall]
    ) -> TaskReservation:
        """Call the worker and run a document of yours on that leg. `POST …/Reservations/{Sid}`"""
        return self._caller.call(
            task_reservations.CALL, {**self._parent, "sid": sid, "from_": from_, "url": url, **options}
        )

    def complete(self, sid: ReservationSid, **options: Unpack[params.ReservationComplete]) -> TaskReservation:
        """Complete an accepted or wrapping reservation. `POST …/Reservations/{Sid}`"""
        return self._caller.call(task_reservations.COMPLETE, {**self._parent, "sid": sid, **options})

    def conference(self, sid: ReservationSid, **options: Unpack[params.ReservationConference]) -> TaskReservation:
        """Bring caller and worker together in a conference. `POST …/Reservations/{Sid}`"""
        return self._caller.call(task_reservations.CONFERENCE, {**self._parent, "sid": sid, **options})

    def dequeue(self, sid: ReservationSid, **options: Unpack[params.ReservationDequeue]) -> TaskReservation:
        """Call the worker and connect the call that waits in the queue. `POST …/Reservations/{Sid}`"""
        return self._caller.call(task_reservations.DEQUEUE, {**self._parent, "sid": sid, **options})

    def redirect(
        self, sid: ReservationSid, call_sid: CallSid, url: Url, **options: Unpack[params.ReservationRedirect]
    ) -> TaskReservation:
        """Send the call that waits in the queue elsewhere. `POST …/Reservations/{Sid}`"""
        return self._caller.call(
            task_reservations.REDIRECT, {**self._parent, "sid": sid, "call_sid": call_sid, "url": url, **options}
        )

    def reject(self, sid: ReservationSid, **options: Unpack[params.ReservationReject]) -> TaskReservation:
        """Reject the reservation; the task is offered to the next worker. `POST …/Reservations/{Sid}`"""
        return self._caller.call(task_reservations.REJECT, {**self._parent, "sid": sid, **options})

    def supervise(
        self,
        sid: ReservationSid,
        supervisor: ContactUri,
        supervisor_mode: SupervisorMode,
        **options: Unpack[params.TaskReservationSupervise],
    ) -> TaskReservation:
        """Let a supervisor join the call of an accepted reservation. `POST …/Reservations/{Sid}`"""
        return self._caller.call(
            task_reservations.SUPERVISE,
            {**self._parent, "sid": sid, "supervisor": supervisor, "supervisor_mode": supervisor_mode, **options},
        )

    def wrap(self, sid: ReservationSid, **options: Unpack[params.ReservationWrap]) -> TaskReservation:
        """Start wrapping up an accepted reservation. `POST …/Reservations/{Sid}`"""
        return self._caller.call(task_reservations.WRAP, {**self._parent, "sid": sid, **options})


class AsyncTaskReservations:
    """The reservations of one task."""

    def __init__(self, caller: AsyncClient, workspace_sid: str, task_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid, "task_sid": task_sid}

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.TaskReservationList]
    ) -> AsyncPager[TaskReservation, TaskReservationPage]:
        """List the reservations of a task. `GET …/Reservations`"""
        return self._caller.pages(task_reservations.LIST, {**self._parent, **options}, limit)

    async def fetch(self, sid: ReservationSid, **options: Unpack[CallOptions]) -> TaskReservation:
        """Fetch a reservation of a task. `GET …/Reservations/{Sid}`"""
        return await self._caller.call(task_reservations.FETCH, {**self._parent, "sid": sid, **options})

    async def update(self, sid: ReservationSid, **options: Unpack[params.TaskReservationUpdate]) -> TaskReservation:
        """Accept, reject or finish a reservation of a task, or say what to do with its call.
        `POST …/Reservations/{Sid}`
        """
        return await self._caller.call(task_reservations.UPDATE, {**self._parent, "sid": sid, **options})

    async def accept(self, sid: ReservationSid, **options: Unpack[params.ReservationAccept]) -> TaskReservation:
        """Accept the reservation; the worker takes the task. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(task_reservations.ACCEPT, {**self._parent, "sid": sid, **options})

    async def call(
        self, sid: ReservationSid, from_: ContactUri, url: Url, **options: Unpack[params.ReservationCall]
    ) -> TaskReservation:
        """Call the worker and run a document of yours on that leg. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(
            task_reservations.CALL, {**self._parent, "sid": sid, "from_": from_, "url": url, **options}
        )

    async def complete(self, sid: ReservationSid, **options: Unpack[params.ReservationComplete]) -> TaskReservation:
        """Complete an accepted or wrapping reservation. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(task_reservations.COMPLETE, {**self._parent, "sid": sid, **options})

    async def conference(self, sid: ReservationSid, **options: Unpack[params.ReservationConference]) -> TaskReservation:
        """Bring caller and worker together in a conference. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(task_reservations.CONFERENCE, {**self._parent, "sid": sid, **options})

    async def dequeue(self, sid: ReservationSid, **options: Unpack[params.ReservationDequeue]) -> TaskReservation:
        """Call the worker and connect the call that waits in the queue. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(task_reservations.DEQUEUE, {**self._parent, "sid": sid, **options})

    async def redirect(
        self, sid: ReservationSid, call_sid: CallSid, url: Url, **options: Unpack[params.ReservationRedirect]
    ) -> TaskReservation:
        """Send the call that waits in the queue elsewhere. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(
            task_reservations.REDIRECT, {**self._parent, "sid": sid, "call_sid": call_sid, "url": url, **options}
        )

    async def reject(self, sid: ReservationSid, **options: Unpack[params.ReservationReject]) -> TaskReservation:
        """Reject the reservation; the task is offered to the next worker. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(task_reservations.REJECT, {**self._parent, "sid": sid, **options})

    async def supervise(
        self,
        sid: ReservationSid,
        supervisor: ContactUri,
        supervisor_mode: SupervisorMode,
        **options: Unpack[params.TaskReservationSupervise],
    ) -> TaskReservation:
        """Let a supervisor join the call of an accepted reservation. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(
            task_reservations.SUPERVISE,
            {**self._parent, "sid": sid, "supervisor": supervisor, "supervisor_mode": supervisor_mode, **options},
        )

    async def wrap(self, sid: ReservationSid, **options: Unpack[params.ReservationWrap]) -> TaskReservation:
        """Start wrapping up an accepted reservation. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(task_reservations.WRAP, {**self._parent, "sid": sid, **options})
