"""What answers hold. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .old import FetchOldResponse as FetchOldResponse
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "old": ("FetchOldResponse"),
        },
    )
