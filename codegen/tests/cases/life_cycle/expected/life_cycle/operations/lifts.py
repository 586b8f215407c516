"""Lifts: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Enum, String
from .._runtime.client.operation import Operation, Returns, field, path
from .._runtime.wire.media import FORM

UPDATE: Operation[models.Lift] = Operation(
    "updateLift",
    "POST",
    "/lifts/{id}",
    (path("id", "id", String()), field("state", "State", Enum("called"))),
    returns=models.Lift,
    errors=(Returns("default", "application/json", models.Error),),
    body=FORM,
)
