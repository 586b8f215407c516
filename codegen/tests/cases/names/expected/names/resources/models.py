"""Models: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..models.models import Model_
from ..operations import models


class Models:
    """The models."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def fetch(self, **options: Unpack[CallOptions]) -> Model_:
        """models. `GET /models`"""
        return self._caller.call(models.FETCH, {**options})


class AsyncModels:
    """The models."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def fetch(self, **options: Unpack[CallOptions]) -> Model_:
        """models. `GET /models`"""
        return await self._caller.call(models.FETCH, {**options})
