"""Lamps: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Array, Enum, String
from .._runtime.client.operation import Operation, path, query
from . import kinds

REPLACE: Operation[models.Lamp] = Operation(
    "replaceLamp",
    "PUT",
    "/lamps/{id}",
    (
        path("id", "id", String()),
        query("colour", "colour", kinds.COLOUR),
        query("colours", "colours", Array(kinds.COLOUR)),
        query("level", "level", Enum(1, 2, 3)),
        query("mode", "mode", Enum("steady")),
        query("power", "power", Enum("true", "false", "auto")),
    ),
    returns=models.Lamp,
)
