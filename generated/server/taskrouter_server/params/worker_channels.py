"""Worker channels: what operations take besides ids. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .. import models


class ListWorkerChannelParams(TypedDict):
    """What `ListWorkerChannel` takes; what was not sent is absent."""

    page_size: NotRequired[int]
    """How many items a page holds, 1 to 1000. Default 50."""
    page: NotRequired[int]
    """The number of the page; the state of a client, part of `next_page_url`."""
    page_token: NotRequired[str]
    """Where the page begins; opaque, part of `next_page_url`."""


class UpdateWorkerChannelParams(TypedDict):
    """What `UpdateWorkerChannel` takes; what was not sent is absent."""

    available: NotRequired[bool]
    """Whether new tasks of this kind are offered."""
    capacity: NotRequired[models.Capacity]
    """Tasks of this kind that the worker takes at a time; 0 stops new offers. At most 50."""
