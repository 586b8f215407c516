"""Value 2fa: what requests and answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class Value2fa(TypedDict):
    """The `Value2fa` of the description."""

    on: NotRequired[bool]
