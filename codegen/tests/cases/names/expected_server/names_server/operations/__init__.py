"""Which method serves which operation. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation
from . import class_, list_, models, shared_, value_2fa

OPERATIONS: tuple[ServedOperation, ...] = (
    *value_2fa.OPERATIONS,
    *class_.OPERATIONS,
    *list_.OPERATIONS,
    *models.OPERATIONS,
    *shared_.OPERATIONS,
)
