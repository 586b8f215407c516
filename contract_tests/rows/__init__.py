"""Every method of the SDK with every argument: one table, from which both clients are tested."""

from __future__ import annotations

from .reservations import reservations
from .resources import resources
from .row import Row, arguments_of

__all__ = ["ROWS", "Row", "arguments_of"]

ROWS: tuple[Row, ...] = (*resources(), *reservations())
