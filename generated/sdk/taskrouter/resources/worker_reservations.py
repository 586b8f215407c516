"""Worker reservations: what can be done with them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from .._runtime.client.pages import AsyncPager, Pager
from ..inputs.shared import CallSid, ContactUri, ReservationSid, Url
from ..models.worker_reservations import WorkerReservation, WorkerReservationPage
from ..operations import worker_reservations


class WorkerReservations:
    """The reservations of one worker."""

    def __init__(self, caller: Client, workspace_sid: str, worker_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid, "worker_sid": worker_sid}

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.WorkerReservationList]
    ) -> Pager[WorkerReservation, WorkerReservationPage]:
        """List the reservations of a worker. `GET …/Reservations`"""
        return self._caller.pages(worker_reservations.LIST, {**self._parent, **options}, limit)

    def fetch(self, sid: ReservationSid, **options: Unpack[CallOptions]) -> WorkerReservation:
        """Fetch a reservation of a worker. `GET …/Reservations/{Sid}`"""
        return self._caller.call(worker_reservations.FETCH, {**self._parent, "sid": sid, **options})

    def update(self, sid: ReservationSid, **options: Unpack[params.WorkerReservationUpdate]) -> WorkerReservation:
        """Accept, reject or finish a reservation of a worker, or say what to do with its call.
        `POST …/Reservations/{Sid}`
        """
        return self._caller.call(worker_reservations.UPDATE, {**self._parent, "sid": sid, **options})

    def accept(self, sid: ReservationSid, **options: Unpack[params.ReservationAccept]) -> WorkerReservation:
        """Accept the reservation; the worker takes the task. `POST …/Reservations/{Sid}`"""
        return self._caller.call(worker_reservations.ACCEPT, {**self._parent, "sid": sid, **options})

    def call(
        self, sid: ReservationSid, from_: ContactUri, url: Url, **options: Unpack[params.ReservationCall]
    ) -> WorkerReservation:
        """Call the worker and run a document of yours on that leg. `POST …/Reservations/{Sid}`"""
        return self._caller.call(
            worker_reservations.CALL, {**self._parent, "sid": sid, "from_": from_, "url": url, **options}
        )

    def complete(self, sid: ReservationSid, **options: Unpack[params.ReservationComplete]) -> WorkerReservation:
        """Complete an accepted or wrapping reservation. `POST …/Reservations/{Sid}`"""
        return self._caller.call(worker_reservations.COMPLETE, {**self._parent, "sid": sid, **options})

    def conference(self, sid: ReservationSid, **options: Unpack[params.ReservationConference]) -> WorkerReservation:
        """Bring caller and worker together in a conference. `POST …/Reservations/{Sid}`"""
        return self._caller.call(worker_reservations.CONFERENCE, {**self._parent, "sid": sid, **options})

    def dequeue(self, sid: ReservationSid, **options: Unpack[params.ReservationDequeue]) -> WorkerReservation:
        """Call the worker and connect the call that waits in the queue. `POST …/Reservations/{Sid}`"""
        return self._caller.call(worker_reservations.DEQUEUE, {**self._parent, "sid": sid, **options})

    def redirect(
        self, sid: ReservationSid, call_sid: CallSid, url: Url, **options: Unpack[params.ReservationRedirect]
    ) -> WorkerReservation:
        """Send the call that waits in the queue elsewhere. `POST …/Reservations/{Sid}`"""
        return self._caller.call(
            worker_reservations.REDIRECT, {**self._parent, "sid": sid, "call_sid": call_sid, "url": url, **options}
        )

    def reject(self, sid: ReservationSid, **options: Unpack[params.ReservationReject]) -> WorkerReservation:
        """Reject the reservation; the task is offered to the next worker. `POST …/Reservations/{Sid}`"""
        return self._caller.call(worker_reservations.REJECT, {**self._parent, "sid": sid, **options})

    def wrap(self, sid: ReservationSid, **options: Unpack[params.ReservationWrap]) -> WorkerReservation:
        """Start wrapping up an accepted reservation. `POST …/Reservations/{Sid}`"""
        return self._caller.call(worker_reservations.WRAP, {**self._parent, "sid": sid, **options})


class AsyncWorkerReservations:
    """The reservations of one worker."""

    def __init__(self, caller: AsyncClient, workspace_sid: str, worker_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid, "worker_sid": worker_sid}

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.WorkerReservationList]
    ) -> AsyncPager[WorkerReservation, WorkerReservationPage]:
        """List the reservations of a worker. `GET …/Reservations`"""
        return self._caller.pages(worker_reservations.LIST, {**self._parent, **options}, limit)

    async def fetch(self, sid: ReservationSid, **options: Unpack[CallOptions]) -> WorkerReservation:
        """Fetch a reservation of a worker. `GET …/Reservations/{Sid}`"""
        return await self._caller.call(worker_reservations.FETCH, {**self._parent, "sid": sid, **options})

    async def update(self, sid: ReservationSid, **options: Unpack[params.WorkerReservationUpdate]) -> WorkerReservation:
        """Accept, reject or finish a reservation of a worker, or say what to do with its call.
        `POST …/Reservations/{Sid}`
        """
        return await self._caller.call(worker_reservations.UPDATE, {**self._parent, "sid": sid, **options})

    async def accept(self, sid: ReservationSid, **options: Unpack[params.ReservationAccept]) -> WorkerReservation:
        """Accept the reservation; the worker takes the task. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(worker_reservations.ACCEPT, {**self._parent, "sid": sid, **options})

    async def call(
        self, sid: ReservationSid, from_: ContactUri, url: Url, **options: Unpack[params.ReservationCall]
    ) -> WorkerReservation:
        """Call the worker and run a document of yours on that leg. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(
            worker_reservations.CALL, {**self._parent, "sid": sid, "from_": from_, "url": url, **options}
        )

    async def complete(self, sid: ReservationSid, **options: Unpack[params.ReservationComplete]) -> WorkerReservation:
        """Complete an accepted or wrapping reservation. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(worker_reservations.COMPLETE, {**self._parent, "sid": sid, **options})

    async def conference(
        self, sid: ReservationSid, **options: Unpack[params.ReservationConference]
    ) -> WorkerReservation:
        """Bring caller and worker together in a conference. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(worker_reservations.CONFERENCE, {**self._parent, "sid": sid, **options})

    async def dequeue(self, sid: ReservationSid, **options: Unpack[params.ReservationDequeue]) -> WorkerReservation:
        """Call the worker and connect the call that waits in the queue. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(worker_reservations.DEQUEUE, {**self._parent, "sid": sid, **options})

    async def redirect(
        self, sid: ReservationSid, call_sid: CallSid, url: Url, **options: Unpack[params.ReservationRedirect]
    ) -> WorkerReservation:
        """Send the call that waits in the queue elsewhere. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(
            worker_reservations.REDIRECT, {**self._parent, "sid": sid, "call_sid": call_sid, "url": url, **options}
        )

    async def reject(self, sid: ReservationSid, **options: Unpack[params.ReservationReject]) -> WorkerReservation:
        """Reject the reservation; the task is offered to the next worker. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(worker_reservations.REJECT, {**self._parent, "sid": sid, **options})

    async def wrap(self, sid: ReservationSid, **options: Unpack[params.ReservationWrap]) -> WorkerReservation:
        """Start wrapping up an accepted reservation. `POST …/Reservations/{Sid}`"""
        return await self._caller.call(worker_reservations.WRAP, {**self._parent, "sid": sid, **options})
