"""Shops close: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import shops_close


class ShopsClose:
    """The shops close."""

    def __init__(self, caller: Client, shop_id: str | int) -> None:
        self._caller = caller
        self._parent = {"shop_id": shop_id}

    def create(self, **options: Unpack[CallOptions]) -> None:
        """closeShop. `POST …/close`"""
        self._caller.call(shops_close.CREATE, {**self._parent, **options})


class AsyncShopsClose:
    """The shops close."""

    def __init__(self, caller: AsyncClient, shop_id: str | int) -> None:
        self._caller = caller
        self._parent = {"shop_id": shop_id}

    async def create(self, **options: Unpack[CallOptions]) -> None:
        """closeShop. `POST …/close`"""
        await self._caller.call(shops_close.CREATE, {**self._parent, **options})
