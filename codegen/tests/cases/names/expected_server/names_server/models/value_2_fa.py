"""Value 2 fa: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict


class Value2Fa(TypedDict):
    """The `Value2Fa` of the description."""

    on: NotRequired[bool]
