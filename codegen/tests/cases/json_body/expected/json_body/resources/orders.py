"""Orders: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..inputs.orders import Customer, Line
from ..models.orders import Order
from ..operations import orders


class Orders:
    """The orders."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def create(self, customer: Customer, lines: Sequence[Line], **options: Unpack[params.OrderCreate]) -> Order:
        """createOrder. `POST /orders`"""
        return self._caller.call(orders.CREATE, {"customer": customer, "lines": lines, **options})


class AsyncOrders:
    """The orders."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def create(self, customer: Customer, lines: Sequence[Line], **options: Unpack[params.OrderCreate]) -> Order:
        """createOrder. `POST /orders`"""
        return await self._caller.call(orders.CREATE, {"customer": customer, "lines": lines, **options})
