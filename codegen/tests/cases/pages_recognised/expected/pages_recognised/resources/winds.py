"""Winds: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.pages import AsyncPager, Pager
from ..models.winds import ListWindsResponse
from ..operations import winds


class Winds:
    """The winds."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, *, limit: int | None = None, **options: Unpack[params.WindList]) -> Pager[str, ListWindsResponse]:
        """listWinds. `GET /winds`"""
        return self._caller.pages(winds.LIST, {**options}, limit)


class AsyncWinds:
    """The winds."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.WindList]
    ) -> AsyncPager[str, ListWindsResponse]:
        """listWinds. `GET /winds`"""
        return self._caller.pages(winds.LIST, {**options}, limit)
