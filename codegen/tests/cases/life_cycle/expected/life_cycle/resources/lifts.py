"""Lifts: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..models.lifts import Lift
from ..operations import lifts


class Lifts:
    """The lifts."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def update(self, id: str, **options: Unpack[params.LiftUpdate]) -> Lift:
        """updateLift. `POST /lifts/{id}`"""
        return self._caller.call(lifts.UPDATE, {"id": id, **options})


class AsyncLifts:
    """The lifts."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def update(self, id: str, **options: Unpack[params.LiftUpdate]) -> Lift:
        """updateLift. `POST /lifts/{id}`"""
        return await self._caller.call(lifts.UPDATE, {"id": id, **options})
