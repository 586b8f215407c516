"""Nodes: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.operation import CallOptions
from ..models.nodes import Node, Value
from ..operations import nodes


class Nodes:
    """The nodes."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, **options: Unpack[CallOptions]) -> Node:
        """fetchNode. `GET /nodes`"""
        return self._caller.call(nodes.LIST, {**options})

    def create(self, name: str, **options: Unpack[params.NodeCreate]) -> Value:
        """createNode. `POST /nodes`"""
        return self._caller.call(nodes.CREATE, {"name": name, **options})


class AsyncNodes:
    """The nodes."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def list(self, **options: Unpack[CallOptions]) -> Node:
        """fetchNode. `GET /nodes`"""
        return await self._caller.call(nodes.LIST, {**options})

    async def create(self, name: str, **options: Unpack[params.NodeCreate]) -> Value:
        """createNode. `POST /nodes`"""
        return await self._caller.call(nodes.CREATE, {"name": name, **options})
