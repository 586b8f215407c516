"""Shelves goods: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import shelves_goods
from .goods_owners import AsyncGoodsOwners, GoodsOwners


class BoundShelvesGood:
    """One shelves good, and what belongs to it."""

    def __init__(self, caller: Client, shop_id: str | int, number: int, good: str) -> None:
        self.owners = GoodsOwners(caller, shop_id, number, good)


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
        self.owners = AsyncGoodsOwners(caller, shop_id, number, good)


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
