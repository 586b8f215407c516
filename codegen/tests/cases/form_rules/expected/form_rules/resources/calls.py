"""Calls: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..operations import calls


class Calls:
    """The calls."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def create(self, kind: Literal["phone", "video", "letter"], **options: Unpack[params.CallCreate]) -> None:
        """Call somebody. `POST /calls`"""
        self._caller.call(calls.CREATE, {"kind": kind, **options})


class AsyncCalls:
    """The calls."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def create(self, kind: Literal["phone", "video", "letter"], **options: Unpack[params.CallCreate]) -> None:
        """Call somebody. `POST /calls`"""
        await self._caller.call(calls.CREATE, {"kind": kind, **options})
