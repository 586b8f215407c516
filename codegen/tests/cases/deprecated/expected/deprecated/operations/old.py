"""Old: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.client.kinds import Integer
from .._runtime.client.operation import Operation, query

LIST: Operation[dict[str, Any]] = Operation(
    "fetchOld",
    "GET",
    "/old",
    (query("age", "age", Integer()), query("year", "year", Integer())),
    returns=dict[str, Any],
)
