"""Time: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..models.time import Time
from ..operations import time


class TimeResource:
    """The time."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def fetch(self, **options: Unpack[CallOptions]) -> Time:
        """Tell the time. `GET /time`"""
        return self._caller.call(time.FETCH, {**options})


class AsyncTimeResource:
    """The time."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def fetch(self, **options: Unpack[CallOptions]) -> Time:
        """Tell the time. `GET /time`"""
        return await self._caller.call(time.FETCH, {**options})
