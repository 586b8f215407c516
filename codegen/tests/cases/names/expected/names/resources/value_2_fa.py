"""Value 2 fa resource: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..models.value_2_fa import Value2Fa
from ..operations import value_2_fa


class Value2FaResource:
    """The value 2 fa resource."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def fetch(self, **options: Unpack[CallOptions]) -> Value2Fa:
        """2fa-get. `GET /2fa`"""
        return self._caller.call(value_2_fa.FETCH, {**options})


class AsyncValue2FaResource:
    """The value 2 fa resource."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def fetch(self, **options: Unpack[CallOptions]) -> Value2Fa:
        """2fa-get. `GET /2fa`"""
        return await self._caller.call(value_2_fa.FETCH, {**options})
