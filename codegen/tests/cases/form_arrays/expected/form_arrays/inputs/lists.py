"""Lists: what requests hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypedDict


class UpdateListsFilter(TypedDict):
    """The `UpdateListsFilter` of the description."""

    a: NotRequired[str]
    b: NotRequired[int]
