"""Crews: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.pages import AsyncPager, Pager
from ..models.crews import ListCrewsResponse
from ..models.shared import Boat
from ..operations import crews


class Crews:
    """The crews."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, *, limit: int | None = None, **options: Unpack[params.CrewList]) -> Pager[Boat, ListCrewsResponse]:
        """listCrews. `GET /crews`"""
        return self._caller.pages(crews.LIST, {**options}, limit)


class AsyncCrews:
    """The crews."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.CrewList]
    ) -> AsyncPager[Boat, ListCrewsResponse]:
        """listCrews. `GET /crews`"""
        return self._caller.pages(crews.LIST, {**options}, limit)
