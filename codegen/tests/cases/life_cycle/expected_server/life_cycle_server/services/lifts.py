"""Lifts: what an implementation does. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..params.lifts import UpdateLiftParams
from ..principal import P


class Lifts(Protocol[P]):
    """Lifts. What an implementation does for each operation."""

    async def update(self, call: Call[P], *, id: str, params: UpdateLiftParams) -> models.Lift | Reply[models.Lift]:
        """updateLift. `POST /lifts/{id}`"""
        ...
