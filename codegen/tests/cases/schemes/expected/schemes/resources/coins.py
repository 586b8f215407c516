"""Coins: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import coins


class Coins:
    """The coins."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> None:
        """listCoins. `GET /coins`"""
        self._caller.call(coins.LIST, {**options})


class AsyncCoins:
    """The coins."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def list(self, **options: Unpack[CallOptions]) -> None:
        """listCoins. `GET /coins`"""
        await self._caller.call(coins.LIST, {**options})
