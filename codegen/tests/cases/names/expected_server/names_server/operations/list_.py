"""List: which method serves which operation. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation

OPERATIONS: tuple[ServedOperation, ...] = (ServedOperation("list", "list_", "list", {}, {}),)
