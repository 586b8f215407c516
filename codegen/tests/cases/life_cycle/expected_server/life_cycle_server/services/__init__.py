"""What an implementation does, a Protocol for each resource. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import exports

if TYPE_CHECKING:
    from . import lifts as lifts
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "lifts": "",
        },
    )

__all__ = [
    "lifts",
]
