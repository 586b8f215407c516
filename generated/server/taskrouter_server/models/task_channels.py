"""Task channels: what requests and answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypedDict

from .shared import AccountSid, FriendlyName, Links, PageMeta, TaskChannelSid, Timestamp, WorkspaceSid


class TaskChannel(TypedDict):
    """A kind of task, such as voice or chat."""

    sid: TaskChannelSid
    """The SID of the channel."""
    account_sid: AccountSid
    """The account that owns it."""
    workspace_sid: WorkspaceSid
    """The workspace that it is in."""
    friendly_name: FriendlyName
    """Its name, at most 64 characters."""
    unique_name: str
    """A name that is unique in the workspace, such as `voice`."""
    channel_optimized_routing: bool
    """Whether the worker who has been idle longest is preferred."""
    date_created: Timestamp
    """When it was created."""
    date_updated: Timestamp
    """When it was last changed."""
    url: str
    """The absolute URL of the channel."""
    links: Links
    """Its workspace."""


class TaskChannelPage(TypedDict):
    """A page of task channels."""

    meta: PageMeta
    channels: list[TaskChannel]
