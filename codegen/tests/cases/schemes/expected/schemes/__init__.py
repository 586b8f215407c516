"""Vault. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from . import errors
from .errors import *

if TYPE_CHECKING:
    from . import operations
    from ._runtime.client.credentials import Basic
    from ._runtime.client.oauth import ClientCredentials, RefreshToken
    from .client import AsyncClient, Client
else:
    from ._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            "operations": "",
            "Basic": "._runtime.client.credentials",
            "ClientCredentials": "._runtime.client.oauth",
            "RefreshToken": "._runtime.client.oauth",
            "AsyncClient": ".client",
            "Client": ".client",
        },
    )

__all__ = [
    "AsyncClient",
    "Basic",
    "Client",
    "ClientCredentials",
    "RefreshToken",
    "errors",
    "operations",
]
__all__ += errors.__all__
