"""Activities: what operations take besides ids. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .. import models


class ListActivityParams(TypedDict):
    """What `ListActivity` takes; what was not sent is absent."""

    friendly_name: NotRequired[str]
    """Only those of this name."""
    available: NotRequired[str]
    """`true`, `1` or `yes`: only those that are available; anything else: only those that are not."""
    page_size: NotRequired[int]
    """How many items a page holds, 1 to 1000. Default 50."""
    page: NotRequired[int]
    """The number of the page; the state of a client, part of `next_page_url`."""
    page_token: NotRequired[str]
    """Where the page begins; opaque, part of `next_page_url`."""


class CreateActivityParams(TypedDict):
    """What `CreateActivity` takes; what was not sent is absent."""

    friendly_name: models.FriendlyName
    """Its name, at most 64 characters. 1 to 64 characters."""
    available: NotRequired[bool]
    """Whether a worker in this activity is offered tasks; cannot be changed later. Default False."""


class UpdateActivityParams(TypedDict):
    """What `UpdateActivity` takes; what was not sent is absent."""

    friendly_name: NotRequired[models.FriendlyName]
    """Its name, at most 64 characters. 1 to 64 characters."""
