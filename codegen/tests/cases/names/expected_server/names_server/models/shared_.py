"""Shared: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict


class Datetime(TypedDict):
    """The `Datetime` of the description."""

    at: NotRequired[str]


class Any_(TypedDict):
    """The `Any_` of the description."""

    TypedDict: NotRequired[Datetime]
