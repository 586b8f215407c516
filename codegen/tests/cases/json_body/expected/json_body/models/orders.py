"""Orders: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client import formats
from .._runtime.client.models import Model


class Customer(Model):
    """The `Customer` of the description."""

    name: str
    born: formats.Date | None = None


class Line(Model):
    """The `Line` of the description."""

    good: str
    count: int | None = None


class Order(Model):
    """The `Order` of the description."""

    id: str
    customer: Customer
    lines: list[Line]
    labels: dict[str, int] | None = None
    notes: list[str] | None = None
    paid: bool | None = None
