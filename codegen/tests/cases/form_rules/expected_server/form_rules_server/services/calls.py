"""Calls: what an implementation does. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from .._runtime.server.calls import Call, Reply
from ..params.calls import CreateCallParams
from ..principal import P


class Calls(Protocol[P]):
    """Calls. What an implementation does for each operation."""

    async def create(self, call: Call[P], *, params: CreateCallParams) -> None | Reply[None]:
        """Call somebody. `POST /calls`"""
        ...
