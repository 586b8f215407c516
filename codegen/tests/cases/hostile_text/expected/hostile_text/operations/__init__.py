"""Every operation as data, for `client.send`. Generated from spec.json; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import exports

if TYPE_CHECKING:
    from . import x_y as x_y
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "x_y": "",
        },
    )

__all__ = [
    "x_y",
]
