"""Crews: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Integer, String
from .._runtime.client.operation import Operation, Pages, query

LIST: Operation[models.ListCrewsResponse] = Operation(
    "listCrews",
    "GET",
    "/crews",
    (query("page_token", "page_token", String()), query("page_size", "page_size", Integer(maximum=50))),
    returns=models.ListCrewsResponse,
    pages=Pages(items="/crews", next="/next_page_token", size="page_size", by="cursor", parameter="page_token"),
)
