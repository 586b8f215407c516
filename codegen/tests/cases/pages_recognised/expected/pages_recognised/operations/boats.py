"""Boats: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Integer, String
from .._runtime.client.operation import Operation, Pages, header, query
from ..headers import LinkHeaders
from . import shared

LIST: Operation[list[models.Boat], LinkHeaders] = Operation(
    "listBoats",
    "GET",
    "/boats",
    (query("per_page", "per_page", Integer()), shared.PAGE),
    returns=list[models.Boat],
    headers=(header("link", "Link", String()),),
    pages=Pages(items="", size="per_page", by="link", largest=30),
)
