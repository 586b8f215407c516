"""Only errors: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import only_errors


class OnlyErrors:
    """The only errors."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> None:
        """onlyErrors. `GET /only_errors`"""
        self._caller.call(only_errors.LIST, {**options})


class AsyncOnlyErrors:
    """The only errors."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def list(self, **options: Unpack[CallOptions]) -> None:
        """onlyErrors. `GET /only_errors`"""
        await self._caller.call(only_errors.LIST, {**options})
