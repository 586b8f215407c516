"""Old: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..models.old import FetchOldResponse
from ..operations import old


class Old:
    """The old."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def fetch(self, **options: Unpack[params.OldFetch]) -> FetchOldResponse:
        """Deprecated. Fetch what is old. `GET /old`"""
        return self._caller.call(old.FETCH, {**options})


class AsyncOld:
    """The old."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def fetch(self, **options: Unpack[params.OldFetch]) -> FetchOldResponse:
        """Deprecated. Fetch what is old. `GET /old`"""
        return await self._caller.call(old.FETCH, {**options})
