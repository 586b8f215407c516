"""Shop doors: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import shop_doors


class ShopDoors:
    """The shop doors."""

    def __init__(self, caller: Client, shop: str | int) -> None:
        self._caller = caller
        self._parent = {"shop": shop}

    def list(self, **options: Unpack[CallOptions]) -> None:
        """listDoors. `GET …/doors`"""
        self._caller.call(shop_doors.LIST, {**self._parent, **options})


class AsyncShopDoors:
    """The shop doors."""

    def __init__(self, caller: AsyncClient, shop: str | int) -> None:
        self._caller = caller
        self._parent = {"shop": shop}

    async def list(self, **options: Unpack[CallOptions]) -> None:
        """listDoors. `GET …/doors`"""
        await self._caller.call(shop_doors.LIST, {**self._parent, **options})
