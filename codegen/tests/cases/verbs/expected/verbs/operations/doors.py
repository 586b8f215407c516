"""Doors: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models, params
from .._runtime.client.kinds import Enum, Integer, String
from .._runtime.client.operation import Operation, field, header, path
from .._runtime.client.verbs import verb
from .._runtime.wire.media import FORM

UPDATE: Operation[models.UpdateDoorResponse] = Operation(
    "updateDoor",
    "POST",
    "/doors/{id}",
    (
        path("id", "id", String()),
        header("if_match", "If-Match", String()),
        field("action", "Action", Enum("open", "lock", "paint")),
        field("lock_code", "LockCode", String()),
        field("paint_coats", "PaintCoats", Integer(minimum=1, maximum=9)),
        field("paint_colour", "PaintColour", String()),
        field("paint_from", "PaintFrom", String()),
        field("reason", "Reason", String()),
    ),
    returns=models.UpdateDoorResponse,
    body=FORM,
)
LOCK = verb(UPDATE, params.DoorLock, fixed={"action": "lock"}, prefix="lock_", required=("code",))
OPEN = verb(UPDATE, params.DoorOpen, fixed={"action": "open"})
PAINT = verb(UPDATE, params.DoorPaint, fixed={"action": "paint"}, prefix="paint_", required=("colour",))
