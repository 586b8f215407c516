"""What can be done with each resource. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import submodules

if TYPE_CHECKING:
    from . import door as door
    from . import gold as gold
else:
    __getattr__, __dir__ = submodules(__name__)
