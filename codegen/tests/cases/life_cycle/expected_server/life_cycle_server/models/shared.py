"""Shared: what requests and answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypedDict


class Error(TypedDict):
    """The `Error` of the description."""

    message: str
