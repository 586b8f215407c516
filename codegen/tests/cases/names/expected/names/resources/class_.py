"""Class: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..models.class_ import Class_2
from ..operations import class_


class ClassResource:
    """The class."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def update(self, id: str, list: str, str: str, **options: Unpack[params.ClassUpdate]) -> Class_2:
        """import. `POST /class/{id}`"""
        return self._caller.call(class_.UPDATE, {"id": id, "list": list, "str": str, **options})


class AsyncClassResource:
    """The class."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def update(self, id: str, list: str, str: str, **options: Unpack[params.ClassUpdate]) -> Class_2:
        """import. `POST /class/{id}`"""
        return await self._caller.call(class_.UPDATE, {"id": id, "list": list, "str": str, **options})
