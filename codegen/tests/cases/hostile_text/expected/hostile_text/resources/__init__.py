"""What can be done with each resource. Generated from spec.json; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import submodules

if TYPE_CHECKING:
    from . import x as x
    from . import x_y as x_y
else:
    __getattr__, __dir__ = submodules(__name__)
