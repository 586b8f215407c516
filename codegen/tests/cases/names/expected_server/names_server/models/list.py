"""List: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import NotRequired, TypeAliasType, TypedDict


class Class(TypedDict):
    """The `Class` of the description."""

    list: NotRequired[List]


List = TypeAliasType("List", list[Class])
