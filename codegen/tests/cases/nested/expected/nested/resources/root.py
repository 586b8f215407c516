"""Root: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import root


class Root:
    """The root."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def fetch(self, **options: Unpack[CallOptions]) -> None:
        """root. `GET /`"""
        self._caller.call(root.FETCH, {**options})


class AsyncRoot:
    """The root."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def fetch(self, **options: Unpack[CallOptions]) -> None:
        """root. `GET /`"""
        await self._caller.call(root.FETCH, {**options})
