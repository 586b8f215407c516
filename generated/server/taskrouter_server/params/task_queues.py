"""Task queues: what operations take besides ids. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .. import models


class ListTaskQueueParams(TypedDict):
    """What `ListTaskQueue` takes; what was not sent is absent."""

    friendly_name: NotRequired[str]
    """Only those of this name."""
    evaluate_worker_attributes: NotRequired[str]
    """Only queues that a worker with these attributes, an object written as JSON, matches."""
    worker_sid: NotRequired[models.WorkerSid]
    """Only queues that this worker matches."""
    ordering: NotRequired[str]
    """What the queues are sorted by."""
    page_size: NotRequired[int]
    """How many items a page holds, 1 to 1000. Default 50."""
    page: NotRequired[int]
    """The number of the page; the state of a client, part of `next_page_url`."""
    page_token: NotRequired[str]
    """Where the page begins; opaque, part of `next_page_url`."""


class CreateTaskQueueParams(TypedDict):
    """What `CreateTaskQueue` takes; what was not sent is absent."""

    friendly_name: str
    """Its name."""
    assignment_activity_sid: NotRequired[models.ActivitySid]
    """Where a worker goes on accepting, in a single-tasking workspace."""
    max_reserved_workers: NotRequired[models.MaxReservedWorkers]
    """Workers that one task is offered to at the same time, 1 to 50."""
    reservation_activity_sid: NotRequired[models.ActivitySid]
    """Where a worker goes when reserved, in a single-tasking workspace."""
    target_workers: NotRequired[str]
    """An expression that a worker must match; empty matches nobody. Default "1==1"."""
    task_order: NotRequired[models.QueueOrder]
    """Whether the oldest or the newest task goes first. Default "FIFO"."""


class UpdateTaskQueueParams(TypedDict):
    """What `UpdateTaskQueue` takes; what was not sent is absent."""

    assignment_activity_sid: NotRequired[models.ActivitySid]
    """Where a worker goes on accepting, in a single-tasking workspace."""
    friendly_name: NotRequired[str]
    """Its name."""
    max_reserved_workers: NotRequired[models.MaxReservedWorkers]
    """Workers that one task is offered to at the same time, 1 to 50."""
    reservation_activity_sid: NotRequired[models.ActivitySid]
    """Where a worker goes when reserved, in a single-tasking workspace."""
    target_workers: NotRequired[str]
    """An expression that a worker must match; empty matches nobody."""
    task_order: NotRequired[models.QueueOrder]
    """Whether the oldest or the newest task goes first."""
