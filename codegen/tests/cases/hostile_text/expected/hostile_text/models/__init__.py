"""What answers hold. Generated from spec.json; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .x_y import E as E
    from .x_y import S as S
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "x_y": ("E S"),
        },
    )
