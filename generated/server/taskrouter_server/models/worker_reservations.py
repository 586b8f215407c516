"""Worker reservations: what requests and answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType, TypedDict

from .shared import PageMeta, Reservation

WorkerInstruction = TypeAliasType("WorkerInstruction", Literal["dequeue", "call", "redirect", "conference"])
"""What to do with the voice call that the task stands for, on the worker's view."""
WorkerReservation = Reservation


class WorkerReservationPage(TypedDict):
    """A page of reservations of a worker."""

    meta: PageMeta
    reservations: list[WorkerReservation]
