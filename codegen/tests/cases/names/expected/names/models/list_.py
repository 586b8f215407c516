"""List: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from .._runtime.client.models import Model


class Class(Model):
    """The `Class` of the description."""

    list_: Annotated[List | None, Field(alias="list")] = None


List = TypeAliasType("List", list[Class])
