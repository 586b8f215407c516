"""Every operation as data, for `client.send`. Generated from spec.yaml; do not edit."""

from typing import TYPE_CHECKING

from .._runtime.lazy import submodules

if TYPE_CHECKING:
    from . import boats as boats
    from . import crews as crews
    from . import logs as logs
    from . import ports as ports
    from . import shared as shared
    from . import tides as tides
    from . import winds as winds
else:
    __getattr__, __dir__ = submodules(__name__)
