"""Lifts. Generated from spec.yaml; do not edit."""

from ._runtime.server.calls import (
    Call as Call,
    Credentials as Credentials,
    Refusal as Refusal,
    Refused as Refused,
    Reply as Reply,
)
from ._runtime.server.faults import Fault as Fault
from ._runtime.server.limits import Limits as Limits
from ._runtime.server.tolerances import Tolerance as Tolerance
from .app import create_app as create_app, description as description
from .service import Service as Service
