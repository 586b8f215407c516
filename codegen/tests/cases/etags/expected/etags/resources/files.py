"""Files: what can be done with them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import Unpack

from .. import params
from .._runtime.client.client import AsyncClient, Client
from ..models.files import File
from ..operations import files


class Files:
    """The files."""

    def __init__(self, caller: Client) -> None:
        self._caller = caller

    def fetch(self, name: str, x_tenant: str, **options: Unpack[params.FileFetch]) -> File:
        """fetchFile. `GET /files/{name}`"""
        return self._caller.call(files.FETCH, {"name": name, "x_tenant": x_tenant, **options})

    def replace(self, name: str, x_tenant: str, **options: Unpack[params.FileReplace]) -> File:
        """replaceFile. `PUT /files/{name}`"""
        return self._caller.call(files.REPLACE, {"name": name, "x_tenant": x_tenant, **options})


class AsyncFiles:
    """The files."""

    def __init__(self, caller: AsyncClient) -> None:
        self._caller = caller

    async def fetch(self, name: str, x_tenant: str, **options: Unpack[params.FileFetch]) -> File:
        """fetchFile. `GET /files/{name}`"""
        return await self._caller.call(files.FETCH, {"name": name, "x_tenant": x_tenant, **options})

    async def replace(self, name: str, x_tenant: str, **options: Unpack[params.FileReplace]) -> File:
        """replaceFile. `PUT /files/{name}`"""
        return await self._caller.call(files.REPLACE, {"name": name, "x_tenant": x_tenant, **options})
