"""Genres: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import genres


class Genres:
    """The genres."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> list[str]:
        """listGenres. `GET /genres`"""
        return self._caller.call(genres.LIST, {**options})


class AsyncGenres:
    """The genres."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def list(self, **options: Unpack[CallOptions]) -> list[str]:
        """listGenres. `GET /genres`"""
        return await self._caller.call(genres.LIST, {**options})
