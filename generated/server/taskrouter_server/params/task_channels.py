"""Task channels: what operations take besides ids. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .. import models


class ListTaskChannelParams(TypedDict):
    """What `ListTaskChannel` takes; what was not sent is absent."""

    page_size: NotRequired[int]
    """How many items a page holds, 1 to 1000. Default 50."""
    page: NotRequired[int]
    """The number of the page; the state of a client, part of `next_page_url`."""
    page_token: NotRequired[str]
    """Where the page begins; opaque, part of `next_page_url`."""


class CreateTaskChannelParams(TypedDict):
    """What `CreateTaskChannel` takes; what was not sent is absent."""

    friendly_name: models.FriendlyName
    """Its name, at most 64 characters. 1 to 64 characters."""
    unique_name: str
    """A name that is unique in the workspace, such as `voice`."""
    channel_optimized_routing: NotRequired[bool]
    """Whether the worker who has been idle longest is preferred. Default False."""


class UpdateTaskChannelParams(TypedDict):
    """What `UpdateTaskChannel` takes; what was not sent is absent."""

    channel_optimized_routing: NotRequired[bool]
    """Whether the worker who has been idle longest is preferred."""
    friendly_name: NotRequired[models.FriendlyName]
    """Its name, at most 64 characters. 1 to 64 characters."""
