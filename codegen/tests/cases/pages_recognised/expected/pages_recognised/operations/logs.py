"""Logs: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.operation import Operation
from . import shared

LIST: Operation[models.ListLogsResponse] = Operation(
    "listLogs", "GET", "/logs", (shared.PAGE, shared.PER_PAGE), returns=models.ListLogsResponse
)
