"""What requests hold. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .lists import UpdateListsFilter as UpdateListsFilter
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "lists": ("UpdateListsFilter"),
        },
    )
