"""Workspaces: what answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import Model
from .shared import AccountSid, ActivitySid, FriendlyName, Links, PageMeta, QueueOrder, Timestamp, WorkspaceSid


class Workspace(Model):
    """Holds the workers, queues, workflows and tasks of one contact centre."""

    sid: WorkspaceSid
    """The SID of the workspace."""
    account_sid: AccountSid
    """The account that owns it."""
    friendly_name: FriendlyName
    """Its name, at most 64 characters."""
    default_activity_sid: ActivitySid
    """The activity that new workers start in."""
    default_activity_name: str
    """The name of that activity."""
    timeout_activity_sid: ActivitySid
    """Where a worker goes whose reservation ran out of time."""
    timeout_activity_name: str
    """The name of that activity."""
    event_callback_url: str | None
    """Where events are posted to; null if nowhere."""
    events_filter: str | None
    """The types of event that are posted, separated by commas; null means all."""
    multi_task_enabled: bool
    """Whether a worker may hold several tasks at a time."""
    prioritize_queue_order: QueueOrder | str
    """Which queues come first for a worker who serves queues of both orders."""
    date_created: Timestamp
    """When it was created."""
    date_updated: Timestamp
    """When it was last changed."""
    url: str
    """The absolute URL of the workspace."""
    links: Links
    """Its activities, events, tasks, task_queues, task_channels, workers and workflows."""


class WorkspacePage(Model):
    """A page of workspaces."""

    meta: PageMeta
    workspaces: list[Workspace]
