"""Things: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import things


class Things:
    """The things."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def fetch(self, id: str, **options: Unpack[CallOptions]) -> None:
        """getThing. `GET /things/{id}`"""
        self._caller.call(things.FETCH, {"id": id, **options})

    def update(self, id: str, **options: Unpack[CallOptions]) -> None:
        """postThing. `POST /things/{id}`"""
        self._caller.call(things.UPDATE, {"id": id, **options})

    def replace(self, id: str, **options: Unpack[CallOptions]) -> None:
        """putThing. `PUT /things/{id}`"""
        self._caller.call(things.REPLACE, {"id": id, **options})

    def patch_thing(self, id: str, **options: Unpack[CallOptions]) -> None:
        """patchThing. `PATCH /things/{id}`"""
        self._caller.call(things.PATCH_THING, {"id": id, **options})

    def delete(self, id: str, **options: Unpack[CallOptions]) -> None:
        """deleteThing. `DELETE /things/{id}`"""
        self._caller.call(things.DELETE, {"id": id, **options})

    def head(self, id: str, **options: Unpack[CallOptions]) -> None:
        """headThing. `HEAD /things/{id}`"""
        self._caller.call(things.HEAD, {"id": id, **options})

    def options(self, id: str, **options: Unpack[CallOptions]) -> None:
        """optionsThing. `OPTIONS /things/{id}`"""
        self._caller.call(things.OPTIONS, {"id": id, **options})


class AsyncThings:
    """The things."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def fetch(self, id: str, **options: Unpack[CallOptions]) -> None:
        """getThing. `GET /things/{id}`"""
        await self._caller.call(things.FETCH, {"id": id, **options})

    async def update(self, id: str, **options: Unpack[CallOptions]) -> None:
        """postThing. `POST /things/{id}`"""
        await self._caller.call(things.UPDATE, {"id": id, **options})

    async def replace(self, id: str, **options: Unpack[CallOptions]) -> None:
        """putThing. `PUT /things/{id}`"""
        await self._caller.call(things.REPLACE, {"id": id, **options})

    async def patch_thing(self, id: str, **options: Unpack[CallOptions]) -> None:
        """patchThing. `PATCH /things/{id}`"""
        await self._caller.call(things.PATCH_THING, {"id": id, **options})

    async def delete(self, id: str, **options: Unpack[CallOptions]) -> None:
        """deleteThing. `DELETE /things/{id}`"""
        await self._caller.call(things.DELETE, {"id": id, **options})

    async def head(self, id: str, **options: Unpack[CallOptions]) -> None:
        """headThing. `HEAD /things/{id}`"""
        await self._caller.call(things.HEAD, {"id": id, **options})

    async def options(self, id: str, **options: Unpack[CallOptions]) -> None:
        """optionsThing. `OPTIONS /things/{id}`"""
        await self._caller.call(things.OPTIONS, {"id": id, **options})
