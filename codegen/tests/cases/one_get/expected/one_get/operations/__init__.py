"""Every operation as data, for `client.send`. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import submodules

if TYPE_CHECKING:
    from . import time as time
else:
    __getattr__, __dir__ = submodules(__name__)
