"""Good owners: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import good_owners


class GoodOwners:
    """The good owners."""

    def __init__(self, caller: Client, shop_id: str | int, shelf: int, good: str) -> None:
        self._caller = caller
        self._parent: dict[str, Any] = {"shop_id": shop_id, "shelf": shelf, "good": good}

    def list(self, **options: Unpack[CallOptions]) -> None:
        """listOwners. `GET …/owners`"""
        self._caller.call(good_owners.LIST, {**self._parent, **options})


class AsyncGoodOwners:
    """The good owners."""

    def __init__(self, caller: AsyncClient, shop_id: str | int, shelf: int, good: str) -> None:
        self._caller = caller
        self._parent: dict[str, Any] = {"shop_id": shop_id, "shelf": shelf, "good": good}

    async def list(self, **options: Unpack[CallOptions]) -> None:
        """listOwners. `GET …/owners`"""
        await self._caller.call(good_owners.LIST, {**self._parent, **options})
