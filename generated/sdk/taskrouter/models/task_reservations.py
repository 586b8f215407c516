"""Task reservations: what answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model
from .shared import PageMeta, Reservation

TaskReservation = Reservation


class TaskReservationPage(Model):
    """A page of reservations of a task."""

    meta: PageMeta
    reservations: list[TaskReservation]
