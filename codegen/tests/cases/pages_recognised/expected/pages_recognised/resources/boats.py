"""Boats: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.pages import AsyncPager, Pager
from ..models.shared import Boat
from ..operations import boats


class Boats:
    """The boats."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, *, limit: int | None = None, **options: Unpack[params.BoatList]) -> Pager[Boat, list[Boat]]:
        """listBoats. `GET /boats`"""
        return self._caller.pages(boats.LIST, {**options}, limit)


class AsyncBoats:
    """The boats."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    def list(self, *, limit: int | None = None, **options: Unpack[params.BoatList]) -> AsyncPager[Boat, list[Boat]]:
        """listBoats. `GET /boats`"""
        return self._caller.pages(boats.LIST, {**options}, limit)
