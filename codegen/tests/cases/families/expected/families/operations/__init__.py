"""Every operation as data, for `client.send`. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import exports

if TYPE_CHECKING:
    from . import cat_bookings as cat_bookings
    from . import dog_bookings as dog_bookings
    from . import shared as shared
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "shared": "",
            "cat_bookings": "",
            "dog_bookings": "",
        },
    )

__all__ = [
    "cat_bookings",
    "dog_bookings",
    "shared",
]
