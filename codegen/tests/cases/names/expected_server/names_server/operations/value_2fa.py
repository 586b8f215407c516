"""Value 2fa: which method serves which operation. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation

OPERATIONS: tuple[ServedOperation, ...] = (ServedOperation("2fa-get", "value_2fa", "fetch", {}, {}),)
