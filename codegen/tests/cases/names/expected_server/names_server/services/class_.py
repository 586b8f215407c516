"""Class: what an implementation does. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..params.class_ import ImportParams
from ..principal import P


class ClassResource(Protocol[P]):
    """Class. What an implementation does for each operation."""

    async def update(self, call: Call[P], *, id: str, params: ImportParams) -> models.Class_2 | Reply[models.Class_2]:
        """import. `POST /class/{id}`"""
        ...
