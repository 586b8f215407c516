"""Lamps: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..models.lamps import Lamp
from ..operations import lamps


class Lamps:
    """The lamps."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def replace(self, id: str, **options: Unpack[params.LampReplace]) -> Lamp:
        """replaceLamp. `PUT /lamps/{id}`"""
        return self._caller.call(lamps.REPLACE, {"id": id, **options})


class AsyncLamps:
    """The lamps."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def replace(self, id: str, **options: Unpack[params.LampReplace]) -> Lamp:
        """replaceLamp. `PUT /lamps/{id}`"""
        return await self._caller.call(lamps.REPLACE, {"id": id, **options})
