"""Lists: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..operations import lists


class Lists:
    """The lists."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def update(self, ids: Sequence[int], **options: Unpack[params.ListUpdate]) -> None:
        """updateLists. `POST /lists/{ids}`"""
        self._caller.call(lists.UPDATE, {"ids": ids, **options})


class AsyncLists:
    """The lists."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def update(self, ids: Sequence[int], **options: Unpack[params.ListUpdate]) -> None:
        """updateLists. `POST /lists/{ids}`"""
        await self._caller.call(lists.UPDATE, {"ids": ids, **options})
