"""Shelf goods: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import shelf_goods

if TYPE_CHECKING:
    from .good_labels import AsyncGoodLabels, GoodLabels
    from .good_owners import AsyncGoodOwners, GoodOwners


class BoundShelfGood:
    """One shelf good, and what belongs to it."""

    def __init__(self, caller: Client, shop_id: str | int, number: int, good: str) -> None:
        self._parts = (caller, shop_id, number, good)

    @cached_property
    def labels(self) -> GoodLabels:
        """The good labels."""
        from .good_labels import GoodLabels

        return GoodLabels(*self._parts)

    @cached_property
    def owners(self) -> GoodOwners:
        """The good owners."""
        from .good_owners import GoodOwners

        return GoodOwners(*self._parts)


class ShelfGoods:
    """The shelf goods."""

    def __init__(self, caller: Client, shop_id: str | int, number: int) -> None:
        self._caller = caller
        self._parent: dict[str, Any] = {"shop_id": shop_id, "number": number}

    def fetch(self, good: str, **options: Unpack[CallOptions]) -> None:
        """fetchGood. `GET …/goods/{good}`"""
        self._caller.call(shelf_goods.FETCH, {**self._parent, "good": good, **options})

    def __call__(self, good: str) -> BoundShelfGood:
        """Bind the id of one shelf good; nothing is sent."""
        return BoundShelfGood(self._caller, **self._parent, good=good)


class AsyncBoundShelfGood:
    """One shelf good, and what belongs to it."""

    def __init__(self, caller: AsyncClient, shop_id: str | int, number: int, good: str) -> None:
        self._parts = (caller, shop_id, number, good)

    @cached_property
    def labels(self) -> AsyncGoodLabels:
        """The good labels."""
        from .good_labels import AsyncGoodLabels

        return AsyncGoodLabels(*self._parts)

    @cached_property
    def owners(self) -> AsyncGoodOwners:
        """The good owners."""
        from .good_owners import AsyncGoodOwners

        return AsyncGoodOwners(*self._parts)


class AsyncShelfGoods:
    """The shelf goods."""

    def __init__(self, caller: AsyncClient, shop_id: str | int, number: int) -> None:
        self._caller = caller
        self._parent: dict[str, Any] = {"shop_id": shop_id, "number": number}

    async def fetch(self, good: str, **options: Unpack[CallOptions]) -> None:
        """fetchGood. `GET …/goods/{good}`"""
        await self._caller.call(shelf_goods.FETCH, {**self._parent, "good": good, **options})

    def __call__(self, good: str) -> AsyncBoundShelfGood:
        """Bind the id of one shelf good; nothing is sent."""
        return AsyncBoundShelfGood(self._caller, **self._parent, good=good)
