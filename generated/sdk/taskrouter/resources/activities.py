"""Activities: what can be done with them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from .._runtime.client.pages import AsyncPager, Pager
from ..inputs.shared import ActivitySid, FriendlyName
from ..models.activities import Activity, ActivityPage
from ..operations import activities


class Activities:
    """What a worker is doing; it decides whether tasks may be offered."""

    def __init__(self, caller: Client, workspace_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid}

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.ActivityList]
    ) -> Pager[Activity, ActivityPage]:
        """List the activities of a workspace. `GET …/Activities`"""
        return self._caller.pages(activities.LIST, {**self._parent, **options}, limit)

    def create(self, friendly_name: FriendlyName, **options: Unpack[params.ActivityCreate]) -> Activity:
        """Create an activity. `POST …/Activities`"""
        return self._caller.call(activities.CREATE, {**self._parent, "friendly_name": friendly_name, **options})

    def fetch(self, sid: ActivitySid, **options: Unpack[CallOptions]) -> Activity:
        """Fetch an activity. `GET …/Activities/{Sid}`"""
        return self._caller.call(activities.FETCH, {**self._parent, "sid": sid, **options})

    def update(self, sid: ActivitySid, **options: Unpack[params.ActivityUpdate]) -> Activity:
        """Update an activity. `POST …/Activities/{Sid}`"""
        return self._caller.call(activities.UPDATE, {**self._parent, "sid": sid, **options})

    def delete(self, sid: ActivitySid, **options: Unpack[CallOptions]) -> None:
        """Delete an activity. `DELETE …/Activities/{Sid}`"""
        self._caller.call(activities.DELETE, {**self._parent, "sid": sid, **options})


class AsyncActivities:
    """What a worker is doing; it decides whether tasks may be offered."""

    def __init__(self, caller: AsyncClient, workspace_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid}

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.ActivityList]
    ) -> AsyncPager[Activity, ActivityPage]:
        """List the activities of a workspace. `GET …/Activities`"""
        return self._caller.pages(activities.LIST, {**self._parent, **options}, limit)

    async def create(self, friendly_name: FriendlyName, **options: Unpack[params.ActivityCreate]) -> Activity:
        """Create an activity. `POST …/Activities`"""
        return await self._caller.call(activities.CREATE, {**self._parent, "friendly_name": friendly_name, **options})

    async def fetch(self, sid: ActivitySid, **options: Unpack[CallOptions]) -> Activity:
        """Fetch an activity. `GET …/Activities/{Sid}`"""
        return await self._caller.call(activities.FETCH, {**self._parent, "sid": sid, **options})

    async def update(self, sid: ActivitySid, **options: Unpack[params.ActivityUpdate]) -> Activity:
        """Update an activity. `POST …/Activities/{Sid}`"""
        return await self._caller.call(activities.UPDATE, {**self._parent, "sid": sid, **options})

    async def delete(self, sid: ActivitySid, **options: Unpack[CallOptions]) -> None:
        """Delete an activity. `DELETE …/Activities/{Sid}`"""
        await self._caller.call(activities.DELETE, {**self._parent, "sid": sid, **options})
