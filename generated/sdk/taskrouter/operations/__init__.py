"""Every operation as data, for `client.send`. Generated from openapi.yaml; do not edit."""

from . import (
    activities as activities,
    events as events,
    kinds as kinds,
    shared as shared,
    task_channels as task_channels,
    task_queues as task_queues,
    task_reservations as task_reservations,
    tasks as tasks,
    worker_channels as worker_channels,
    worker_reservations as worker_reservations,
    workers as workers,
    workflows as workflows,
    workspaces as workspaces,
)
