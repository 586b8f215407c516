"""List: what requests and answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import NotRequired

from typing_extensions import TypeAliasType, TypedDict


class Class(TypedDict):
    """The `Class` of the description."""

    list: NotRequired[List]


List = TypeAliasType("List", list[Class])
