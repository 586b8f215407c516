"""Shop shelves: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import shop_shelves

if TYPE_CHECKING:
    from .shelf_goods import AsyncShelfGoods, ShelfGoods


class BoundShopShelf:
    """One shop shelf, and what belongs to it."""

    def __init__(self, caller: Client, shop_id: str | int, number: int) -> None:
        self._parts = (caller, shop_id, number)

    @cached_property
    def goods(self) -> ShelfGoods:
        """The shelf goods."""
        from .shelf_goods import ShelfGoods

        return ShelfGoods(*self._parts)


class ShopShelves:
    """The shop shelves."""

    def __init__(self, caller: Client, shop_id: str | int) -> None:
        self._caller = caller
        self._parent = {"shop_id": shop_id}

    def list(self, **options: Unpack[CallOptions]) -> None:
        """listShelves. `GET …/shelves`"""
        self._caller.call(shop_shelves.LIST, {**self._parent, **options})

    def __call__(self, number: int) -> BoundShopShelf:
        """Bind the id of one shop shelf; nothing is sent."""
        return BoundShopShelf(self._caller, **self._parent, number=number)


class AsyncBoundShopShelf:
    """One shop shelf, and what belongs to it."""

    def __init__(self, caller: AsyncClient, shop_id: str | int, number: int) -> None:
        self._parts = (caller, shop_id, number)

    @cached_property
    def goods(self) -> AsyncShelfGoods:
        """The shelf goods."""
        from .shelf_goods import AsyncShelfGoods

        return AsyncShelfGoods(*self._parts)


class AsyncShopShelves:
    """The shop shelves."""

    def __init__(self, caller: AsyncClient, shop_id: str | int) -> None:
        self._caller = caller
        self._parent = {"shop_id": shop_id}

    async def list(self, **options: Unpack[CallOptions]) -> None:
        """listShelves. `GET …/shelves`"""
        await self._caller.call(shop_shelves.LIST, {**self._parent, **options})

    def __call__(self, number: int) -> AsyncBoundShopShelf:
        """Bind the id of one shop shelf; nothing is sent."""
        return AsyncBoundShopShelf(self._caller, **self._parent, number=number)
