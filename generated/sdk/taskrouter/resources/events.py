"""Events: what can be done with them. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from .._runtime.client.pages import AsyncPager, Pager
from ..inputs.events import EventSid
from ..models.events import Event, EventPage
from ..operations import events


class Events:
    """What happened in a workspace."""

    def __init__(self, caller: Client, workspace_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid}

    def list(self, *, limit: int | None = None, **options: Unpack[params.EventList]) -> Pager[Event, EventPage]:
        """List the events of a workspace. `GET …/Events`"""
        return self._caller.pages(events.LIST, {**self._parent, **options}, limit)

    def fetch(self, sid: EventSid, **options: Unpack[CallOptions]) -> Event:
        """Fetch an event. `GET …/Events/{Sid}`"""
        return self._caller.call(events.FETCH, {**self._parent, "sid": sid, **options})


class AsyncEvents:
    """What happened in a workspace."""

    def __init__(self, caller: AsyncClient, workspace_sid: str) -> None:
        self._caller = caller
        self._parent = {"workspace_sid": workspace_sid}

    def list(self, *, limit: int | None = None, **options: Unpack[params.EventList]) -> AsyncPager[Event, EventPage]:
        """List the events of a workspace. `GET …/Events`"""
        return self._caller.pages(events.LIST, {**self._parent, **options}, limit)

    async def fetch(self, sid: EventSid, **options: Unpack[CallOptions]) -> Event:
        """Fetch an event. `GET …/Events/{Sid}`"""
        return await self._caller.call(events.FETCH, {**self._parent, "sid": sid, **options})
