"""Shops shelves: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import shops_shelves

if TYPE_CHECKING:
    from .shelves_goods import AsyncShelvesGoods, ShelvesGoods


class BoundShopsShelf:
    """One shops shelf, and what belongs to it."""

    def __init__(self, caller: Client, shop_id: str | int, number: int) -> None:
        self._parts = (caller, shop_id, number)

    @cached_property
    def goods(self) -> ShelvesGoods:
        """The shelves goods."""
        from .shelves_goods import ShelvesGoods

        return ShelvesGoods(*self._parts)


class ShopsShelves:
    """The shops shelves."""

    def __init__(self, caller: Client, shop_id: str | int) -> None:
        self._caller = caller
        self._parent = {"shop_id": shop_id}

    def list(self, **options: Unpack[CallOptions]) -> None:
        """listShelves. `GET …/shelves`"""
        self._caller.call(shops_shelves.LIST, {**self._parent, **options})

    def __call__(self, number: int) -> BoundShopsShelf:
        """Bind the id of one shops shelf; nothing is sent."""
        return BoundShopsShelf(self._caller, **self._parent, number=number)


class AsyncBoundShopsShelf:
    """One shops shelf, and what belongs to it."""

    def __init__(self, caller: AsyncClient, shop_id: str | int, number: int) -> None:
        self._parts = (caller, shop_id, number)

    @cached_property
    def goods(self) -> AsyncShelvesGoods:
        """The shelves goods."""
        from .shelves_goods import AsyncShelvesGoods

        return AsyncShelvesGoods(*self._parts)


class AsyncShopsShelves:
    """The shops shelves."""

    def __init__(self, caller: AsyncClient, shop_id: str | int) -> None:
        self._caller = caller
        self._parent = {"shop_id": shop_id}

    async def list(self, **options: Unpack[CallOptions]) -> None:
        """listShelves. `GET …/shelves`"""
        await self._caller.call(shops_shelves.LIST, {**self._parent, **options})

    def __call__(self, number: int) -> AsyncBoundShopsShelf:
        """Bind the id of one shops shelf; nothing is sent."""
        return AsyncBoundShopsShelf(self._caller, **self._parent, number=number)
