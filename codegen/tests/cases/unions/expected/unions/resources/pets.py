"""Pets: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..models.pets import Pet
from ..operations import pets


class Pets:
    """The pets."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, **options: Unpack[params.PetList]) -> Pet:
        """fetchPet. `GET /pets`"""
        return self._caller.call(pets.LIST, {**options})


class AsyncPets:
    """The pets."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def list(self, **options: Unpack[params.PetList]) -> Pet:
        """fetchPet. `GET /pets`"""
        return await self._caller.call(pets.LIST, {**options})
