"""List: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..models.list_ import List
from ..operations import list_


class ListResource:
    """The list."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> List:
        """list. `GET /list`"""
        return self._caller.call(list_.LIST, {**options})


class AsyncListResource:
    """The list."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def list(self, **options: Unpack[CallOptions]) -> List:
        """list. `GET /list`"""
        return await self._caller.call(list_.LIST, {**options})
