"""Shops shelves: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import shops_shelves
from .shelves_goods import AsyncShelvesGoods, ShelvesGoods


class BoundShopsShelve:
    """One shops shelve, and what belongs to it."""

    def __init__(self, caller: Client, shop_id: str | int, number: int) -> None:
        self.goods = ShelvesGoods(caller, shop_id, number)


class ShopsShelves:
    """The shops shelves."""

    def __init__(self, caller: Client, shop_id: str | int) -> None:
        self._caller = caller
        self._parent = {"shop_id": shop_id}

    def list(self, **options: Unpack[CallOptions]) -> None:
        """listShelves. `GET …/shelves`"""
        self._caller.call(shops_shelves.LIST, {**self._parent, **options})

    def __call__(self, number: int) -> BoundShopsShelve:
        """Bind the id of one shops shelve; nothing is sent."""
        return BoundShopsShelve(self._caller, **self._parent, number=number)


class AsyncBoundShopsShelve:
    """One shops shelve, and what belongs to it."""

    def __init__(self, caller: AsyncClient, shop_id: str | int, number: int) -> None:
        self.goods = AsyncShelvesGoods(caller, shop_id, number)


class AsyncShopsShelves:
    """The shops shelves."""

    def __init__(self, caller: AsyncClient, shop_id: str | int) -> None:
        self._caller = caller
        self._parent = {"shop_id": shop_id}

    async def list(self, **options: Unpack[CallOptions]) -> None:
        """listShelves. `GET …/shelves`"""
        await self._caller.call(shops_shelves.LIST, {**self._parent, **options})

    def __call__(self, number: int) -> AsyncBoundShopsShelve:
        """Bind the id of one shops shelve; nothing is sent."""
        return AsyncBoundShopsShelve(self._caller, **self._parent, number=number)
