"""Task reservations: what an implementation does. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..params.task_reservations import ListTaskReservationParams, UpdateTaskReservationParams
from ..principal import P


class TaskReservations(Protocol[P]):
    """The reservations of one task. What an implementation does for each operation."""

    async def list(
        self,
        call: Call[P],
        *,
        workspace_sid: models.WorkspaceSid,
        task_sid: models.TaskSid,
        params: ListTaskReservationParams,
    ) -> models.TaskReservationPage | Reply[models.TaskReservationPage]:
        """List the reservations of a task. `GET /v1/Workspaces/{WorkspaceSid}/Tasks/{TaskSid}/Reservations`"""
        ...

    async def fetch(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, task_sid: models.TaskSid, sid: models.ReservationSid
    ) -> models.TaskReservation | Reply[models.TaskReservation]:
        """Fetch a reservation of a task. `GET /v1/Workspaces/{WorkspaceSid}/Tasks/{TaskSid}/Reservations/{Sid}`"""
        ...

    async def update(
        self,
        call: Call[P],
        *,
        workspace_sid: models.WorkspaceSid,
        task_sid: models.TaskSid,
        sid: models.ReservationSid,
        params: UpdateTaskReservationParams,
    ) -> models.TaskReservation | Reply[models.TaskReservation]:
        """Accept, reject or finish a reservation of a task, or say what to do with its call.
        `POST /v1/Workspaces/{WorkspaceSid}/Tasks/{TaskSid}/Reservations/{Sid}`
        """
        ...
