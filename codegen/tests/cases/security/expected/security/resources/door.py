"""Door: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import door


class Door:
    """The door."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def fetch(self, **options: Unpack[CallOptions]) -> None:
        """fetchDoor. `GET /door`"""
        self._caller.call(door.FETCH, {**options})


class AsyncDoor:
    """The door."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def fetch(self, **options: Unpack[CallOptions]) -> None:
        """fetchDoor. `GET /door`"""
        await self._caller.call(door.FETCH, {**options})
