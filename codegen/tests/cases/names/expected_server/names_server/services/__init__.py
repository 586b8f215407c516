"""What an implementation does, a Protocol for each resource. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import submodules

if TYPE_CHECKING:
    from . import class_ as class_
    from . import list_ as list_
    from . import models as models
    from . import shared_ as shared_
    from . import value_2fa as value_2fa
else:
    __getattr__, __dir__ = submodules(__name__)
