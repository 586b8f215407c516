"""Shelves goods: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import shelves_goods

if TYPE_CHECKING:
    from .goods_labels import AsyncGoodsLabels, GoodsLabels
    from .goods_owners import AsyncGoodsOwners, GoodsOwners


class BoundShelvesGood:
    """One shelves good, and what belongs to it."""

    def __init__(self, caller: Client, shop_id: str | int, number: int, good: str) -> None:
        self._parts = (caller, shop_id, number, good)

    @cached_property
    def labels(self) -> GoodsLabels:
        """The goods labels."""
        from .goods_labels import GoodsLabels

        return GoodsLabels(*self._parts)

    @cached_property
    def owners(self) -> GoodsOwners:
        """The goods owners."""
        from .goods_owners import GoodsOwners

        return GoodsOwners(*self._parts)


class ShelvesGoods:
    """The shelves goods."""

    def __init__(self, caller: Client, shop_id: str | int, number: int) -> None:
        self._caller = caller
        self._parent: dict[str, Any] = {"shop_id": shop_id, "number": number}

    def fetch(self, good: str, **options: Unpack[CallOptions]) -> None:
        """fetchGood. `GET …/goods/{good}`"""
        self._caller.call(shelves_goods.FETCH, {**self._parent, "good": good, **options})

    def __call__(self, good: str) -> BoundShelvesGood:
        """Bind the id of one shelves good; nothing is sent."""
        return BoundShelvesGood(self._caller, **self._parent, good=good)


class AsyncBoundShelvesGood:
    """One shelves good, and what belongs to it."""

    def __init__(self, caller: AsyncClient, shop_id: str | int, number: int, good: str) -> None:
        self._parts = (caller, shop_id, number, good)

    @cached_property
    def labels(self) -> AsyncGoodsLabels:
        """The goods labels."""
        from .goods_labels import AsyncGoodsLabels

        return AsyncGoodsLabels(*self._parts)

    @cached_property
    def owners(self) -> AsyncGoodsOwners:
        """The goods owners."""
        from .goods_owners import AsyncGoodsOwners

        return AsyncGoodsOwners(*self._parts)


class AsyncShelvesGoods:
    """The shelves goods."""

    def __init__(self, caller: AsyncClient, shop_id: str | int, number: int) -> None:
        self._caller = caller
        self._parent: dict[str, Any] = {"shop_id": shop_id, "number": number}

    async def fetch(self, good: str, **options: Unpack[CallOptions]) -> None:
        """fetchGood. `GET …/goods/{good}`"""
        await self._caller.call(shelves_goods.FETCH, {**self._parent, "good": good, **options})

    def __call__(self, good: str) -> AsyncBoundShelvesGood:
        """Bind the id of one shelves good; nothing is sent."""
        return AsyncBoundShelvesGood(self._caller, **self._parent, good=good)
