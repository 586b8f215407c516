"""List: what an implementation does. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..principal import P


class ListResource(Protocol[P]):
    """List. What an implementation does for each operation."""

    async def list(self, call: Call[P]) -> models.List | Reply[models.List]:
        """list. `GET /list`"""
        ...
