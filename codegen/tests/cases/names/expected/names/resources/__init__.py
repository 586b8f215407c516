"""What can be done with each resource. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import exports

if TYPE_CHECKING:
    from . import class_ as class_
    from . import list_ as list_
    from . import models as models
    from . import shared_ as shared_
    from . import value_2_fa as value_2_fa
else:
    __getattr__, __dir__ = exports(
        __name__,
        {
            "value_2_fa": "",
            "class_": "",
            "list_": "",
            "models": "",
            "shared_": "",
        },
    )

__all__ = [
    "class_",
    "list_",
    "models",
    "shared_",
    "value_2_fa",
]
