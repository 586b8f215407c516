"""Ports: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from .._runtime.client.pages import AsyncPager, Pager
from ..models.ports import ListPortsResponse
from ..models.shared import Boat
from ..operations import ports


class Ports:
    """The ports."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def list(self, *, limit: int | None = None, **options: Unpack[params.PortList]) -> Pager[Boat, ListPortsResponse]:
        """listPorts. `GET /ports`"""
        return self._caller.pages(ports.LIST, {**options}, limit)


class AsyncPorts:
    """The ports."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    def list(
        self, *, limit: int | None = None, **options: Unpack[params.PortList]
    ) -> AsyncPager[Boat, ListPortsResponse]:
        """listPorts. `GET /ports`"""
        return self._caller.pages(ports.LIST, {**options}, limit)
