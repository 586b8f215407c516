"""Ports: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import String
from .._runtime.client.operation import Operation, Pages, query
from . import shared

LIST: Operation[models.ListPortsResponse] = Operation(
    "listPorts",
    "GET",
    "/ports",
    (query("starting_after", "starting_after", String()), shared.LIMIT),
    returns=models.ListPortsResponse,
    pages=Pages(items="/data", next="/id", by="last", parameter="starting_after", more="/has_more"),
)
