"""Labels prints: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..operations import labels_prints


class LabelsPrints:
    """The labels prints."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, shop_id: str, number: int, good: str, label: str, **options: Unpack[CallOptions]) -> None:
        """listPrints. `GET …/prints`"""
        self._caller.call(
            labels_prints.LIST, {"shop_id": shop_id, "number": number, "good": good, "label": label, **options}
        )


class AsyncLabelsPrints:
    """The labels prints."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def list(self, shop_id: str, number: int, good: str, label: str, **options: Unpack[CallOptions]) -> None:
        """listPrints. `GET …/prints`"""
        await self._caller.call(
            labels_prints.LIST, {"shop_id": shop_id, "number": number, "good": good, "label": label, **options}
        )
