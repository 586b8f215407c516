"""Worker reservations: what answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model
from .shared import PageMeta, Reservation

WorkerReservation = Reservation


class WorkerReservationPage(Model):
    """A page of reservations of a worker."""

    meta: PageMeta
    reservations: list[WorkerReservation]
