"""Workers: what an implementation does. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..params.workers import CreateWorkerParams, DeleteWorkerParams, ListWorkerParams, UpdateWorkerParams
from ..principal import P


class Workers(Protocol[P]):
    """People or programs that do the work. What an implementation does for each operation."""

    async def list(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, params: ListWorkerParams
    ) -> models.WorkerPage | Reply[models.WorkerPage]:
        """List the workers of a workspace. `GET /v1/Workspaces/{WorkspaceSid}/Workers`"""
        ...

    async def create(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, params: CreateWorkerParams
    ) -> models.Worker | Reply[models.Worker]:
        """Create a worker. `POST /v1/Workspaces/{WorkspaceSid}/Workers`"""
        ...

    async def fetch(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.WorkerSid
    ) -> models.Worker | Reply[models.Worker]:
        """Fetch a worker. `GET /v1/Workspaces/{WorkspaceSid}/Workers/{Sid}`"""
        ...

    async def update(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.WorkerSid, params: UpdateWorkerParams
    ) -> models.Worker | Reply[models.Worker]:
        """Update a worker. `POST /v1/Workspaces/{WorkspaceSid}/Workers/{Sid}`"""
        ...

    async def delete(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.WorkerSid, params: DeleteWorkerParams
    ) -> None | Reply[None]:
        """Delete a worker. `DELETE /v1/Workspaces/{WorkspaceSid}/Workers/{Sid}`"""
        ...
