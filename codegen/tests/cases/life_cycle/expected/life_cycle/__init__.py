"""Lifts. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from . import errors
from .errors import *

if TYPE_CHECKING:
    from . import models, operations, params
    from .client import AsyncClient, Client
else:
    from ._runtime.lazy import exports

    __getattr__, __dir__ = exports(
        __name__,
        {
            "models": "",
            "operations": "",
            "params": "",
            "AsyncClient": ".client",
            "Client": ".client",
        },
    )

__all__ = [
    "AsyncClient",
    "Client",
    "errors",
    "models",
    "operations",
    "params",
]
__all__ += errors.__all__
