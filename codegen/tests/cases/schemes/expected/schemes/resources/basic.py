"""Basic: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import basic


class Basic:
    """The basic."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def create(self, **options: Unpack[CallOptions]) -> None:
        """upload. `POST /basic`"""
        self._caller.call(basic.CREATE, {**options})


class AsyncBasic:
    """The basic."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def create(self, **options: Unpack[CallOptions]) -> None:
        """upload. `POST /basic`"""
        await self._caller.call(basic.CREATE, {**options})
