"""Dog bookings: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.kinds import String
from .._runtime.client.operation import Operation, field
from .._runtime.wire.media import FORM
from . import shared

FETCH: Operation[models.Booking] = Operation(
    "dogsFetch", "GET", "/dogs/{owner}/bookings/{id}", (shared.OWNER, shared.ID), returns=models.Booking
)

UPDATE: Operation[models.Booking] = Operation(
    "dogsUpdate",
    "POST",
    "/dogs/{owner}/bookings/{id}",
    (shared.OWNER, shared.ID, field("leash", "Leash", String()), *shared.BOOKING_UPDATE_FIELDS),
    returns=models.Booking,
    body=FORM,
)
