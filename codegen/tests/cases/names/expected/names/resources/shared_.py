"""Shared: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..models.shared_ import Any_
from ..operations import shared_


class Shared:
    """The shared."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def fetch(self, **options: Unpack[CallOptions]) -> Any_:
        """shared. `GET /shared`"""
        return self._caller.call(shared_.FETCH, {**options})


class AsyncShared:
    """The shared."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def fetch(self, **options: Unpack[CallOptions]) -> Any_:
        """shared. `GET /shared`"""
        return await self._caller.call(shared_.FETCH, {**options})
