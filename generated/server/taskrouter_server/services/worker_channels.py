"""Worker channels: what an implementation does. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..params.worker_channels import ListWorkerChannelParams, UpdateWorkerChannelParams
from ..principal import P


class WorkerChannels(Protocol[P]):
    """How many tasks of a kind a worker takes at a time. What an implementation does for each operation."""

    async def list(
        self,
        call: Call[P],
        *,
        workspace_sid: models.WorkspaceSid,
        worker_sid: models.WorkerSid,
        params: ListWorkerChannelParams,
    ) -> models.WorkerChannelPage | Reply[models.WorkerChannelPage]:
        """List the channels of a worker. `GET /v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels`"""
        ...

    async def fetch(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, worker_sid: models.WorkerSid, sid: models.ChannelKey
    ) -> models.WorkerChannel | Reply[models.WorkerChannel]:
        """Fetch a worker channel. `GET /v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}`"""
        ...

    async def update(
        self,
        call: Call[P],
        *,
        workspace_sid: models.WorkspaceSid,
        worker_sid: models.WorkerSid,
        sid: models.ChannelKey,
        params: UpdateWorkerChannelParams,
    ) -> models.WorkerChannel | Reply[models.WorkerChannel]:
        """Update a worker channel. `POST /v1/Workspaces/{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}`"""
        ...
