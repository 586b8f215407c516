"""Workspaces: what operations take besides ids. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .. import models


class ListWorkspaceParams(TypedDict):
    """What `ListWorkspace` takes; what was not sent is absent."""

    friendly_name: NotRequired[str]
    """Only those of this name."""
    page_size: NotRequired[int]
    """How many items a page holds, 1 to 1000. Default 50."""
    page: NotRequired[int]
    """The number of the page; the state of a client, part of `next_page_url`."""
    page_token: NotRequired[str]
    """Where the page begins; opaque, part of `next_page_url`."""


class CreateWorkspaceParams(TypedDict):
    """What `CreateWorkspace` takes; what was not sent is absent."""

    friendly_name: models.FriendlyName
    """Its name, at most 64 characters. 1 to 64 characters."""
    event_callback_url: NotRequired[models.Url]
    """Where events are posted to."""
    events_filter: NotRequired[str]
    """The types of event that are posted, separated by commas; all by default."""
    multi_task_enabled: NotRequired[bool]
    """Whether a worker may hold several tasks at a time. Default True."""
    prioritize_queue_order: NotRequired[models.QueueOrder]
    """Which queues come first for a worker who serves queues of both orders. Default "FIFO"."""
    template: NotRequired[models.WorkspaceTemplate]
    """NONE makes activities only, FIFO also a queue and a workflow. Default "NONE"."""


class UpdateWorkspaceParams(TypedDict):
    """What `UpdateWorkspace` takes; what was not sent is absent."""

    default_activity_sid: NotRequired[models.ActivitySid]
    """The activity that new workers start in."""
    event_callback_url: NotRequired[models.Url]
    """Where events are posted to."""
    events_filter: NotRequired[str]
    """The types of event that are posted, separated by commas."""
    friendly_name: NotRequired[models.FriendlyName]
    """Its name, at most 64 characters. 1 to 64 characters."""
    multi_task_enabled: NotRequired[bool]
    """Whether a worker may hold several tasks at a time."""
    prioritize_queue_order: NotRequired[models.QueueOrder]
    """Which queues come first for a worker who serves queues of both orders."""
    timeout_activity_sid: NotRequired[models.ActivitySid]
    """Where a worker goes whose reservation ran out of time."""
