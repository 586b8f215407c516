"""Worker reservations: what methods take. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import inputs
from .._runtime.client.operation import CallOptions
from .shared import ReservationUpdate


class WorkerReservationList(CallOptions, total=False):
    """What `list` of worker reservations takes besides what it needs; an absent key is not sent."""

    reservation_status: inputs.ReservationStatus
    """Only reservations in this state."""
    page_size: int
    """How many items a page holds, 1 to 1000. Default 50."""


class WorkerReservationUpdate(ReservationUpdate, total=False):
    """What `update` of worker reservations takes besides what it needs; an absent key is not sent."""

    instruction: inputs.WorkerInstruction
    """What to do with the call, instead of setting a status."""
