"""Every operation as data, for `client.send`. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import exports

if TYPE_CHECKING:
    from . import notes as notes
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "notes": "",
        },
    )

__all__ = [
    "notes",
]
