"""Which method serves which operation. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.server.operations import ServedOperation
from . import (
    activities,
    events,
    task_channels,
    task_queues,
    task_reservations,
    tasks,
    worker_channels,
    worker_reservations,
    workers,
    workflows,
    workspaces,
)

OPERATIONS: tuple[ServedOperation, ...] = (
    *workspaces.OPERATIONS,
    *activities.OPERATIONS,
    *events.OPERATIONS,
    *task_channels.OPERATIONS,
    *task_queues.OPERATIONS,
    *tasks.OPERATIONS,
    *task_reservations.OPERATIONS,
    *workers.OPERATIONS,
    *worker_channels.OPERATIONS,
    *worker_reservations.OPERATIONS,
    *workflows.OPERATIONS,
)
