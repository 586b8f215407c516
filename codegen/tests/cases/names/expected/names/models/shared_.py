"""Shared: what answers hold. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.client import formats
from .._runtime.client.models import Model


class Datetime(Model):
    """The `Datetime` of the description."""

    at: formats.DateTime | None = None


class Any_(Model):
    """The `Any_` of the description."""

    typed_dict: Annotated[Datetime | None, Field(alias="TypedDict")] = None
