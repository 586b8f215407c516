"""Shops: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import shops
from .shops_close import AsyncShopsClose, ShopsClose
from .shops_doors import AsyncShopsDoors, ShopsDoors
from .shops_shelves import AsyncShopsShelves, ShopsShelves


class BoundShop:
    """One shop, and what belongs to it."""

    def __init__(self, caller: Client, shop_id: str | int) -> None:
        self.close = ShopsClose(caller, shop_id)
        self.shelves = ShopsShelves(caller, shop_id)
        self.doors = ShopsDoors(caller, shop_id)


class Shops:
    """Where things are sold."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> None:
        """listShops. `GET …/shops`"""
        self._caller.call(shops.LIST, {**options})

    def create(self, **options: Unpack[CallOptions]) -> None:
        """createShop. `POST …/shops`"""
        self._caller.call(shops.CREATE, {**options})

    def fetch(self, shop_id: str, **options: Unpack[CallOptions]) -> None:
        """fetchShop. `GET …/shops/{shop_id}`"""
        self._caller.call(shops.FETCH, {"shop_id": shop_id, **options})

    def update(self, shop_id: str, **options: Unpack[CallOptions]) -> None:
        """patchShop. `PATCH …/shops/{shop_id}`"""
        self._caller.call(shops.UPDATE, {"shop_id": shop_id, **options})

    def delete(self, shop_id: str, **options: Unpack[CallOptions]) -> None:
        """deleteShop. `DELETE …/shops/{shop_id}`"""
        self._caller.call(shops.DELETE, {"shop_id": shop_id, **options})

    def __call__(self, shop_id: str | int) -> BoundShop:
        """Bind the id of one shop; nothing is sent."""
        return BoundShop(self._caller, shop_id=shop_id)


class AsyncBoundShop:
    """One shop, and what belongs to it."""

    def __init__(self, caller: AsyncClient, shop_id: str | int) -> None:
        self.close = AsyncShopsClose(caller, shop_id)
        self.shelves = AsyncShopsShelves(caller, shop_id)
        self.doors = AsyncShopsDoors(caller, shop_id)


class AsyncShops:
    """Where things are sold."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def list(self, **options: Unpack[CallOptions]) -> None:
        """listShops. `GET …/shops`"""
        await self._caller.call(shops.LIST, {**options})

    async def create(self, **options: Unpack[CallOptions]) -> None:
        """createShop. `POST …/shops`"""
        await self._caller.call(shops.CREATE, {**options})

    async def fetch(self, shop_id: str, **options: Unpack[CallOptions]) -> None:
        """fetchShop. `GET …/shops/{shop_id}`"""
        await self._caller.call(shops.FETCH, {"shop_id": shop_id, **options})

    async def update(self, shop_id: str, **options: Unpack[CallOptions]) -> None:
        """patchShop. `PATCH …/shops/{shop_id}`"""
        await self._caller.call(shops.UPDATE, {"shop_id": shop_id, **options})

    async def delete(self, shop_id: str, **options: Unpack[CallOptions]) -> None:
        """deleteShop. `DELETE …/shops/{shop_id}`"""
        await self._caller.call(shops.DELETE, {"shop_id": shop_id, **options})

    def __call__(self, shop_id: str | int) -> AsyncBoundShop:
        """Bind the id of one shop; nothing is sent."""
        return AsyncBoundShop(self._caller, shop_id=shop_id)
