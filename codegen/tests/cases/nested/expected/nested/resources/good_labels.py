"""Good labels: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from .._runtime.client.client import AsyncClient, Client

if TYPE_CHECKING:
    from .label_prints import AsyncLabelPrints, LabelPrints


class BoundGoodLabel:
    """One good label, and what belongs to it."""

    def __init__(self, caller: Client, shop_id: str | int, number: int, good: str, label: str) -> None:
        self._parts = (caller, shop_id, number, good, label)

    @cached_property
    def prints(self) -> LabelPrints:
        """The label prints."""
        from .label_prints import LabelPrints

        return LabelPrints(*self._parts)


class GoodLabels:
    """The good labels."""

    def __init__(self, caller: Client, shop_id: str | int, number: int, good: str) -> None:
        self._caller = caller
        self._parent: dict[str, Any] = {"shop_id": shop_id, "number": number, "good": good}

    def __call__(self, label: str) -> BoundGoodLabel:
        """Bind the id of one good label; nothing is sent."""
        return BoundGoodLabel(self._caller, **self._parent, label=label)


class AsyncBoundGoodLabel:
    """One good label, and what belongs to it."""

    def __init__(self, caller: AsyncClient, shop_id: str | int, number: int, good: str, label: str) -> None:
        self._parts = (caller, shop_id, number, good, label)

    @cached_property
    def prints(self) -> AsyncLabelPrints:
        """The label prints."""
        from .label_prints import AsyncLabelPrints

        return AsyncLabelPrints(*self._parts)


class AsyncGoodLabels:
    """The good labels."""

    def __init__(self, caller: AsyncClient, shop_id: str | int, number: int, good: str) -> None:
        self._caller = caller
        self._parent: dict[str, Any] = {"shop_id": shop_id, "number": number, "good": good}

    def __call__(self, label: str) -> AsyncBoundGoodLabel:
        """Bind the id of one good label; nothing is sent."""
        return AsyncBoundGoodLabel(self._caller, **self._parent, label=label)
