"""Cat bookings: what can be asked of them. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .. import models
from .._runtime.client.operation import Operation
from .._runtime.wire.media import FORM
from . import shared

FETCH: Operation[models.Booking] = Operation(
    "catsFetch", "GET", "/cats/{owner}/bookings/{id}", (shared.OWNER, shared.ID), returns=models.Booking
)

UPDATE: Operation[models.Booking] = Operation(
    "catsUpdate",
    "POST",
    "/cats/{owner}/bookings/{id}",
    (shared.OWNER, shared.ID, *shared.BOOKING_UPDATE_FIELDS),
    returns=models.Booking,
    body=FORM,
)
