"""Records: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..models.records import CreateRecordResponse
from ..operations import records


class Records:
    """The records."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def create(self, **options: Unpack[params.RecordCreate]) -> CreateRecordResponse:
        """createRecord. `POST /records`"""
        return self._caller.call(records.CREATE, {**options})


class AsyncRecords:
    """The records."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def create(self, **options: Unpack[params.RecordCreate]) -> CreateRecordResponse:
        """createRecord. `POST /records`"""
        return await self._caller.call(records.CREATE, {**options})
