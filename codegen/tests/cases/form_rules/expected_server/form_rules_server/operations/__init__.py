"""Which method serves which operation. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation
from . import calls

OPERATIONS: tuple[ServedOperation, ...] = (*calls.OPERATIONS,)
