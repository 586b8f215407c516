"""People: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..models.people import Folk
from ..operations import people


class People:
    """The people."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, **options: Unpack[params.PersonList]) -> Folk:
        """listPeople. `GET /people`"""
        return self._caller.call(people.LIST, {**options})


class AsyncPeople:
    """The people."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def list(self, **options: Unpack[params.PersonList]) -> Folk:
        """listPeople. `GET /people`"""
        return await self._caller.call(people.LIST, {**options})
