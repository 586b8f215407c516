"""Task queues: what methods take. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import inputs
from .._runtime.client.operation import CallOptions


class TaskQueueList(CallOptions, total=False):
    """What `list` of task queues takes besides what it needs; an absent key is not sent."""

    friendly_name: str
    """Only those of this name."""
    evaluate_worker_attributes: str
    """Only queues that a worker with these attributes, an object written as JSON, matches."""
    worker_sid: inputs.WorkerSid
    """Only queues that this worker matches."""
    ordering: str
    """What the queues are sorted by."""
    page_size: int
    """How many items a page holds, 1 to 1000. Default 50."""


class TaskQueueCreate(CallOptions, total=False):
    """What `create` of task queues takes besides what it needs; an absent key is not sent."""

    assignment_activity_sid: inputs.ActivitySid
    """Where a worker goes on accepting, in a single-tasking workspace."""
    max_reserved_workers: inputs.MaxReservedWorkers
    """Workers that one task is offered to at the same time, 1 to 50."""
    reservation_activity_sid: inputs.ActivitySid
    """Where a worker goes when reserved, in a single-tasking workspace."""
    target_workers: str
    """An expression that a worker must match; empty matches nobody. Default "1==1"."""
    task_order: inputs.QueueOrder
    """Whether the oldest or the newest task goes first. Default "FIFO"."""


class TaskQueueUpdate(CallOptions, total=False):
    """What `update` of task queues takes besides what it needs; an absent key is not sent."""

    assignment_activity_sid: inputs.ActivitySid
    """Where a worker goes on accepting, in a single-tasking workspace."""
    friendly_name: str
    """Its name."""
    max_reserved_workers: inputs.MaxReservedWorkers
    """Workers that one task is offered to at the same time, 1 to 50."""
    reservation_activity_sid: inputs.ActivitySid
    """Where a worker goes when reserved, in a single-tasking workspace."""
    target_workers: str
    """An expression that a worker must match; empty matches nobody."""
    task_order: inputs.QueueOrder
    """Whether the oldest or the newest task goes first."""
