"""What answers hold. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .orders import Customer as Customer
    from .orders import Line as Line
    from .orders import Order as Order
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "orders": ("Customer Line Order"),
        },
    )
