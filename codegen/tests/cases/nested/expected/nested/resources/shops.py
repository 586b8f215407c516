"""Shops: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import shops

if TYPE_CHECKING:
    from .shop_doors import AsyncShopDoors, ShopDoors
    from .shop_shelves import AsyncShopShelves, ShopShelves


class BoundShop:
    """One shop, and what belongs to it."""

    def __init__(self, caller: Client, shop_id: str | int) -> None:
        self._parts = (caller, shop_id)

    @cached_property
    def shelves(self) -> ShopShelves:
        """The shop shelves."""
        from .shop_shelves import ShopShelves

        return ShopShelves(*self._parts)

    @cached_property
    def doors(self) -> ShopDoors:
        """The shop doors."""
        from .shop_doors import ShopDoors

        return ShopDoors(*self._parts)


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

    def close(self, shop_id: str, **options: Unpack[CallOptions]) -> None:
        """closeShop. `POST …/close`"""
        self._caller.call(shops.CLOSE, {"shop_id": shop_id, **options})

    def __call__(self, shop_id: str | int) -> BoundShop:
        """Bind the id of one shop; nothing is sent."""
        return BoundShop(self._caller, shop_id=shop_id)


class AsyncBoundShop:
    """One shop, and what belongs to it."""

    def __init__(self, caller: AsyncClient, shop_id: str | int) -> None:
        self._parts = (caller, shop_id)

    @cached_property
    def shelves(self) -> AsyncShopShelves:
        """The shop shelves."""
        from .shop_shelves import AsyncShopShelves

        return AsyncShopShelves(*self._parts)

    @cached_property
    def doors(self) -> AsyncShopDoors:
        """The shop doors."""
        from .shop_doors import AsyncShopDoors

        return AsyncShopDoors(*self._parts)


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

    async def close(self, shop_id: str, **options: Unpack[CallOptions]) -> None:
        """closeShop. `POST …/close`"""
        await self._caller.call(shops.CLOSE, {"shop_id": shop_id, **options})

    def __call__(self, shop_id: str | int) -> AsyncBoundShop:
        """Bind the id of one shop; nothing is sent."""
        return AsyncBoundShop(self._caller, shop_id=shop_id)
