"""Old: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Integer
from .._runtime.client.operation import Operation, query

FETCH: Operation[models.FetchOldResponse] = Operation(
    "fetchOld",
    "GET",
    "/old",
    (query("age", "age", Integer()), query("year", "year", Integer())),
    returns=models.FetchOldResponse,
)
