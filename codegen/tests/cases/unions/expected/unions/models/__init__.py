"""What answers hold. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import lazily

if TYPE_CHECKING:
    from .pets import Cat as Cat
    from .pets import Dog as Dog
    from .pets import Pet as Pet
    from .pets import Positive as Positive
    from .pets import Tag as Tag
else:
    __getattr__, __dir__, __all__ = lazily(
        __name__,
        {
            "pets": ("Cat Dog Pet Positive Tag"),
        },
    )
