"""Notes: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import Integer, Nullable, String
from .._runtime.client.operation import Operation, field

CREATE: Operation[models.Note] = Operation(
    "createNote",
    "POST",
    "/notes",
    (
        field("needed", "needed", String(), is_required=True),
        field("needed_or_null", "needed_or_null", Nullable(String()), is_required=True),
        field("free", "free", Integer()),
        field("free_or_null", "free_or_null", Nullable(Integer())),
    ),
    returns=models.Note,
    body="application/json",
    body_required=True,
)
