"""Goods labels: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from .._runtime.client.client import AsyncClient, Client

if TYPE_CHECKING:
    from .labels_prints import AsyncLabelsPrints, LabelsPrints


class BoundGoodsLabel:
    """One goods label, and what belongs to it."""

    def __init__(self, caller: Client, shop_id: str | int, number: int, good: str, label: str) -> None:
        self._parts = (caller, shop_id, number, good, label)

    @cached_property
    def prints(self) -> LabelsPrints:
        """The labels prints."""
        from .labels_prints import LabelsPrints

        return LabelsPrints(*self._parts)


class GoodsLabels:
    """The goods labels."""

    def __init__(self, caller: Client, shop_id: str | int, number: int, good: str) -> None:
        self._caller = caller
        self._parent: dict[str, Any] = {"shop_id": shop_id, "number": number, "good": good}

    def __call__(self, label: str) -> BoundGoodsLabel:
        """Bind the id of one goods label; nothing is sent."""
        return BoundGoodsLabel(self._caller, **self._parent, label=label)


class AsyncBoundGoodsLabel:
    """One goods label, and what belongs to it."""

    def __init__(self, caller: AsyncClient, shop_id: str | int, number: int, good: str, label: str) -> None:
        self._parts = (caller, shop_id, number, good, label)

    @cached_property
    def prints(self) -> AsyncLabelsPrints:
        """The labels prints."""
        from .labels_prints import AsyncLabelsPrints

        return AsyncLabelsPrints(*self._parts)


class AsyncGoodsLabels:
    """The goods labels."""

    def __init__(self, caller: AsyncClient, shop_id: str | int, number: int, good: str) -> None:
        self._caller = caller
        self._parent: dict[str, Any] = {"shop_id": shop_id, "number": number, "good": good}

    def __call__(self, label: str) -> AsyncBoundGoodsLabel:
        """Bind the id of one goods label; nothing is sent."""
        return AsyncBoundGoodsLabel(self._caller, **self._parent, label=label)
