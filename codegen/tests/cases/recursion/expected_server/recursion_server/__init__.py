"""Recursion. Generated from spec.yaml; do not edit."""

from ._runtime.server.calls import (
    Call as Call,
)
from ._runtime.server.calls import (
    Credentials as Credentials,
)
from ._runtime.server.calls import (
    Refusal as Refusal,
)
from ._runtime.server.calls import (
    Refused as Refused,
)
from ._runtime.server.calls import (
    Reply as Reply,
)
from ._runtime.server.faults import Fault as Fault
from ._runtime.server.limits import Limits as Limits
from ._runtime.server.tolerances import Tolerance as Tolerance
from .app import create_app as create_app
from .app import description as description
from .service import Service as Service
