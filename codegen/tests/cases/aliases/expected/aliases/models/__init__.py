"""What answers hold. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .people import Folk as Folk
    from .people import Human as Human
    from .people import Id as Id
    from .people import Labels as Labels
    from .people import OtherId as OtherId
    from .people import Person as Person
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "people": ("Folk Human Id Labels OtherId Person"),
        },
    )
