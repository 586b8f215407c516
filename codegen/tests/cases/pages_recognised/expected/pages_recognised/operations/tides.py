"""Tides: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.operation import Operation, Pages
from . import shared

LIST: Operation[models.ListTidesResponse] = Operation(
    "listTides",
    "GET",
    "/tides",
    (shared.PAGE, shared.PER_PAGE),
    returns=models.ListTidesResponse,
    pages=Pages(items="/rows", size="per_page", by="page", parameter="page", first=1, total="/meta/total"),
)
