"""Every operation as data, for `client.send`. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import exports

if TYPE_CHECKING:
    from . import kinds as kinds
    from . import orders as orders
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "kinds": "",
            "orders": "",
        },
    )

__all__ = [
    "kinds",
    "orders",
]
