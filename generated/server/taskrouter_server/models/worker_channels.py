"""Worker channels: what requests and answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType, TypedDict

from .shared import AccountSid, PageMeta, TaskChannelSid, Timestamp, WorkerSid, WorkspaceSid

Capacity = TypeAliasType("Capacity", int)
"""Tasks that a worker takes on one channel at the same time."""
WorkerChannelSid = TypeAliasType("WorkerChannelSid", str)
"""The SID of a worker channel."""


class WorkerChannel(TypedDict):
    """How many tasks of one kind a worker takes, and how many it has."""

    sid: WorkerChannelSid
    """The SID of the worker channel."""
    account_sid: AccountSid
    """The account that owns it."""
    workspace_sid: WorkspaceSid
    """The workspace that it is in."""
    worker_sid: WorkerSid
    """Its worker."""
    task_channel_sid: TaskChannelSid
    """The kind of task."""
    task_channel_unique_name: str
    """The unique name of that kind, such as `voice`."""
    available: bool
    """Whether new tasks of this kind are offered."""
    configured_capacity: Capacity
    """Tasks of this kind that the worker takes at a time."""
    assigned_tasks: int
    """Tasks of this kind that the worker has accepted and not finished."""
    available_capacity_percentage: int
    """The free part of the capacity, in percent, rounded. At most 100."""
    date_created: Timestamp
    """When it was created."""
    date_updated: Timestamp
    """When it was last changed."""
    url: str
    """The absolute URL of the worker channel."""


class WorkerChannelPage(TypedDict):
    """A page of worker channels."""

    meta: PageMeta
    channels: list[WorkerChannel]
