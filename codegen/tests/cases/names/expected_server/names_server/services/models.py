"""Models: what an implementation does. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..principal import P


class Models(Protocol[P]):
    """Models. What an implementation does for each operation."""

    async def fetch(self, call: Call[P]) -> models.Model_ | Reply[models.Model_]:
        """models. `GET /models`"""
        ...
