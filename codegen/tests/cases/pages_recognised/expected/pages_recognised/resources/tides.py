"""Tides: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.pages import AsyncPager, Pager
from ..models.tides import ListTidesResponse
from ..operations import tides


class Tides:
    """The tides."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, *, limit: int | None = None, **options: Unpack[params.TideList]) -> Pager[str, ListTidesResponse]:
        """listTides. `GET /tides`"""
        return self._caller.pages(tides.LIST, {**options}, limit)


class AsyncTides:
    """The tides."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.TideList]
    ) -> AsyncPager[str, ListTidesResponse]:
        """listTides. `GET /tides`"""
        return self._caller.pages(tides.LIST, {**options}, limit)
