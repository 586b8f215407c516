"""Value2fa: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..models.value_2fa import Value2fa
from ..operations import value_2fa


class Value2faResource:
    """The value2fa."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def fetch(self, **options: Unpack[CallOptions]) -> Value2fa:
        """2fa-get. `GET /2fa`"""
        return self._caller.call(value_2fa.FETCH, {**options})


class AsyncValue2faResource:
    """The value2fa."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def fetch(self, **options: Unpack[CallOptions]) -> Value2fa:
        """2fa-get. `GET /2fa`"""
        return await self._caller.call(value_2fa.FETCH, {**options})
