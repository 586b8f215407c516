"""Trees: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..models.trees import FetchTreesResponse
from ..operations import trees


class Trees:
    """The trees."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def fetch(self, **options: Unpack[CallOptions]) -> FetchTreesResponse:
        """fetchTrees. `GET /trees`"""
        return self._caller.call(trees.FETCH, {**options})


class AsyncTrees:
    """The trees."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def fetch(self, **options: Unpack[CallOptions]) -> FetchTreesResponse:
        """fetchTrees. `GET /trees`"""
        return await self._caller.call(trees.FETCH, {**options})
