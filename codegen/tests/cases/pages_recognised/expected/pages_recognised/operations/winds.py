"""Winds: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Integer
from .._runtime.client.operation import Operation, Pages, query
from . import shared

LIST: Operation[models.ListWindsResponse] = Operation(
    "listWinds",
    "GET",
    "/winds",
    (query("offset", "offset", Integer()), shared.LIMIT),
    returns=models.ListWindsResponse,
    pages=Pages(
        items="/rows", size="limit_", by="offset", parameter="offset", first=0, total="/meta/total", largest=20
    ),
)
