"""Requests: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import requests


class Requests:
    """The requests."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> None:
        """listRequests. `GET /requests`"""
        self._caller.call(requests.LIST, {**options})


class AsyncRequests:
    """The requests."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def list(self, **options: Unpack[CallOptions]) -> None:
        """listRequests. `GET /requests`"""
        await self._caller.call(requests.LIST, {**options})
