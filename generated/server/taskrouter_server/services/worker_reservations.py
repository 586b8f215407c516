"""Worker reservations: what an implementation does. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..params.worker_reservations import ListWorkerReservationParams, UpdateWorkerReservationParams
from ..principal import P


class WorkerReservations(Protocol[P]):
    """The reservations of one worker. What an implementation does for each operation."""

    async def list(
        self,
        call: Call[P],
        *,
        workspace_sid: models.WorkspaceSid,
        worker_sid: models.WorkerSid,
        params: ListWorkerReservationParams,
    ) -> models.WorkerReservationPage | Reply[models.WorkerReservationPage]:
        """List the reservations of a worker. `GET /v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Reservations`"""
        ...

    async def fetch(
        self,
        call: Call[P],
        *,
        workspace_sid: models.WorkspaceSid,
        worker_sid: models.WorkerSid,
        sid: models.ReservationSid,
    ) -> models.WorkerReservation | Reply[models.WorkerReservation]:
        """Fetch a reservation of a worker.
        `GET /v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Reservations/{Sid}`
        """
        ...

    async def update(
        self,
        call: Call[P],
        *,
        workspace_sid: models.WorkspaceSid,
        worker_sid: models.WorkerSid,
        sid: models.ReservationSid,
        params: UpdateWorkerReservationParams,
    ) -> models.WorkerReservation | Reply[models.WorkerReservation]:
        """Accept, reject or finish a reservation of a worker, or say what to do with its call.
        `POST /v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Reservations/{Sid}`
        """
        ...
