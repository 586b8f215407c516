"""Nested. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from . import errors
from .errors import *

if TYPE_CHECKING:
    from . import operations
    from .client import AsyncClient, Client
else:
    from ._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            "operations": "",
            "AsyncClient": ".client",
            "Client": ".client",
        },
    )

__all__ = [
    "AsyncClient",
    "Client",
    "errors",
    "operations",
]
__all__ += errors.__all__
