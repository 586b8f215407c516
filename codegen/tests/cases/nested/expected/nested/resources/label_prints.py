"""Label prints: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import label_prints


class LabelPrints:
    """The label prints."""

    def __init__(self, caller: Client, shop_id: str | int, number: int, good: str, label: str) -> None:
        self._caller = caller
        self._parent: dict[str, Any] = {"shop_id": shop_id, "number": number, "good": good, "label": label}

    def list(self, **options: Unpack[CallOptions]) -> None:
        """listPrints. `GET …/prints`"""
        self._caller.call(label_prints.LIST, {**self._parent, **options})


class AsyncLabelPrints:
    """The label prints."""

    def __init__(self, caller: AsyncClient, shop_id: str | int, number: int, good: str, label: str) -> None:
        self._caller = caller
        self._parent: dict[str, Any] = {"shop_id": shop_id, "number": number, "good": good, "label": label}

    async def list(self, **options: Unpack[CallOptions]) -> None:
        """listPrints. `GET …/prints`"""
        await self._caller.call(label_prints.LIST, {**self._parent, **options})
