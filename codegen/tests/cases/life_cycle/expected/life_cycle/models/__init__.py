"""What answers hold. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .lifts import Error as Error
    from .lifts import Lift as Lift
    from .lifts import State as State
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "lifts": ("Error Lift State"),
        },
    )
