"""Events: what an implementation does. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..params.events import ListEventParams
from ..principal import P


class Events(Protocol[P]):
    """What happened in a workspace. What an implementation does for each operation."""

    async def list(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, params: ListEventParams
    ) -> models.EventPage | Reply[models.EventPage]:
        """List the events of a workspace. `GET /v1/Workspaces/{WorkspaceSid}/Events`"""
        ...

    async def fetch(
        self, call: Call[P], *, workspace_sid: models.WorkspaceSid, sid: models.EventSid
    ) -> models.Event | Reply[models.Event]:
        """Fetch an event. `GET /v1/Workspaces/{WorkspaceSid}/Events/{Sid}`"""
        ...
