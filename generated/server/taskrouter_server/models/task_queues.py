"""Task queues: what requests and answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType, TypedDict

from .shared import AccountSid, ActivitySid, Links, PageMeta, QueueOrder, TaskQueueSid, Timestamp, WorkspaceSid

MaxReservedWorkers = TypeAliasType("MaxReservedWorkers", int)
"""Workers that one task is offered to at the same time."""


class TaskQueue(TypedDict):
    """Where tasks wait for one of the workers that match."""

    sid: TaskQueueSid
    """The SID of the queue."""
    account_sid: AccountSid
    """The account that owns it."""
    workspace_sid: WorkspaceSid
    """The workspace that it is in."""
    friendly_name: str
    """Its name."""
    target_workers: str
    """An expression that a worker must match to be offered its tasks; empty matches nobody."""
    max_reserved_workers: MaxReservedWorkers
    """Workers that one task is offered to at the same time."""
    task_order: QueueOrder
    """Whether its oldest or its newest task goes first."""
    reservation_activity_sid: ActivitySid | None
    """Where a worker goes when reserved, in a single-tasking workspace."""
    reservation_activity_name: str | None
    """The name of that activity."""
    assignment_activity_sid: ActivitySid | None
    """Where a worker goes on accepting, in a single-tasking workspace."""
    assignment_activity_name: str | None
    """The name of that activity."""
    date_created: Timestamp
    """When it was created."""
    date_updated: Timestamp
    """When it was last changed."""
    url: str
    """The absolute URL of the queue."""
    links: Links
    """Its workspace and activities."""


class TaskQueuePage(TypedDict):
    """A page of queues."""

    meta: PageMeta
    task_queues: list[TaskQueue]
