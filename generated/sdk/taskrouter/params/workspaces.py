"""Workspaces: what methods take. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import inputs
from .._runtime.client.operation import CallOptions


class WorkspaceList(CallOptions, total=False):
    """What `list` of workspaces takes besides what it needs; an absent key is not sent."""

    friendly_name: str
    """Only those of this name."""
    page_size: int
    """How many items a page holds, 1 to 1000. Default 50."""


class WorkspaceCreate(CallOptions, total=False):
    """What `create` of workspaces takes besides what it needs; an absent key is not sent."""

    event_callback_url: inputs.Url
    """Where events are posted to."""
    events_filter: str
    """The types of event that are posted, separated by commas; all by default."""
    multi_task_enabled: bool
    """Whether a worker may hold several tasks at a time. Default True."""
    prioritize_queue_order: inputs.QueueOrder
    """Which queues come first for a worker who serves queues of both orders. Default "FIFO"."""
    template: inputs.WorkspaceTemplate
    """NONE makes activities only, FIFO also a queue and a workflow. Default "NONE"."""


class WorkspaceUpdate(CallOptions, total=False):
    """What `update` of workspaces takes besides what it needs; an absent key is not sent."""

    default_activity_sid: inputs.ActivitySid
    """The activity that new workers start in."""
    event_callback_url: inputs.Url
    """Where events are posted to."""
    events_filter: str
    """The types of event that are posted, separated by commas."""
    friendly_name: inputs.FriendlyName
    """Its name, at most 64 characters. 1 to 64 characters."""
    multi_task_enabled: bool
    """Whether a worker may hold several tasks at a time."""
    prioritize_queue_order: inputs.QueueOrder
    """Which queues come first for a worker who serves queues of both orders."""
    timeout_activity_sid: inputs.ActivitySid
    """Where a worker goes whose reservation ran out of time."""
