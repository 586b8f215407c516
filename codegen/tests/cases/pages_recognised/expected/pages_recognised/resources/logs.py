"""Logs: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..models.logs import ListLogsResponse
from ..operations import logs


class Logs:
    """The logs."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, **options: Unpack[params.LogList]) -> ListLogsResponse:
        """listLogs. `GET /logs`"""
        return self._caller.call(logs.LIST, {**options})


class AsyncLogs:
    """The logs."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def list(self, **options: Unpack[params.LogList]) -> ListLogsResponse:
        """listLogs. `GET /logs`"""
        return await self._caller.call(logs.LIST, {**options})
