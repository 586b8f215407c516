"""Nodes: what an implementation does. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .. import models
from .._runtime.server.calls import Call, Reply
from ..params.nodes import CreateNodeParams
from ..principal import P


class Nodes(Protocol[P]):
    """Nodes. What an implementation does for each operation."""

    async def list(self, call: Call[P]) -> models.Node | Reply[models.Node]:
        """fetchNode. `GET /nodes`"""
        ...

    async def create(self, call: Call[P], *, params: CreateNodeParams) -> models.Value | Reply[models.Value]:
        """createNode. `POST /nodes`"""
        ...
