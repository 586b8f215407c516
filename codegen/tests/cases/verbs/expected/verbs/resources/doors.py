"""Doors: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..models.doors import UpdateDoorResponse
from ..operations import doors


class Doors:
    """The doors."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def update(self, id: str, **options: Unpack[params.DoorUpdate]) -> UpdateDoorResponse:
        """Change a door. `POST /doors/{id}`"""
        return self._caller.call(doors.UPDATE, {"id": id, **options})

    def lock(self, id: str, code: str, **options: Unpack[params.DoorLock]) -> UpdateDoorResponse:
        """Lock it. `POST /doors/{id}`"""
        return self._caller.call(doors.LOCK, {"id": id, "code": code, **options})

    def open(self, id: str, **options: Unpack[params.DoorOpen]) -> UpdateDoorResponse:
        """Open it. `POST /doors/{id}`"""
        return self._caller.call(doors.OPEN, {"id": id, **options})

    def paint(self, id: str, colour: str, **options: Unpack[params.DoorPaint]) -> UpdateDoorResponse:
        """Paint it. `POST /doors/{id}`"""
        return self._caller.call(doors.PAINT, {"id": id, "colour": colour, **options})


class AsyncDoors:
    """The doors."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def update(self, id: str, **options: Unpack[params.DoorUpdate]) -> UpdateDoorResponse:
        """Change a door. `POST /doors/{id}`"""
        return await self._caller.call(doors.UPDATE, {"id": id, **options})

    async def lock(self, id: str, code: str, **options: Unpack[params.DoorLock]) -> UpdateDoorResponse:
        """Lock it. `POST /doors/{id}`"""
        return await self._caller.call(doors.LOCK, {"id": id, "code": code, **options})

    async def open(self, id: str, **options: Unpack[params.DoorOpen]) -> UpdateDoorResponse:
        """Open it. `POST /doors/{id}`"""
        return await self._caller.call(doors.OPEN, {"id": id, **options})

    async def paint(self, id: str, colour: str, **options: Unpack[params.DoorPaint]) -> UpdateDoorResponse:
        """Paint it. `POST /doors/{id}`"""
        return await self._caller.call(doors.PAINT, {"id": id, "colour": colour, **options})
