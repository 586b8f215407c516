"""What requests hold. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .people import Id as Id
    from .people import Ids as Ids
    from .people import OtherId as OtherId
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "people": ("Id Ids OtherId"),
        },
    )
