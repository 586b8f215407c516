"""Orders: what requests hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict

from .._runtime.client.texts import DateLike


class Customer(TypedDict):
    """The `Customer` of the description."""

    name: str
    born: NotRequired[DateLike]


class Line(TypedDict):
    """The `Line` of the description."""

    good: str
    count: NotRequired[int]
