"""Value 2fa: what an implementation does. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..principal import P


class Value2faResource(Protocol[P]):
    """Value 2fa. What an implementation does for each operation."""

    async def fetch(self, call: Call[P]) -> models.Value2fa | Reply[models.Value2fa]:
        """2fa-get. `GET /2fa`"""
        ...
