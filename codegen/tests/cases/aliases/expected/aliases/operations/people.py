"""People: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.operation import Operation, query
from . import kinds

LIST: Operation[models.Folk] = Operation(
    "listPeople", "GET", "/people", (query("id", "id", kinds.ID), query("ids", "ids", kinds.IDS)), returns=models.Folk
)
