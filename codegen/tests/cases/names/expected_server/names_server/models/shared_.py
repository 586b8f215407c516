"""Shared: what requests and answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class Datetime(TypedDict):
    """The `Datetime` of the description."""

    at: NotRequired[str]


class Any_(TypedDict):
    """The `Any_` of the description."""

    TypedDict: NotRequired[Datetime]
