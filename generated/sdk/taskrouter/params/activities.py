"""Activities: what methods take. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import inputs
from .._runtime.client.operation import CallOptions


class ActivityList(CallOptions, total=False):
    """What `list` of activities takes besides what it needs; an absent key is not sent."""

    friendly_name: str
    """Only those of this name."""
    available: str
    """`true`, `1` or `yes`: only those that are available; anything else: only those that are not."""
    page_size: int
    """How many items a page holds, 1 to 1000. Default 50."""


class ActivityCreate(CallOptions, total=False):
    """What `create` of activities takes besides what it needs; an absent key is not sent."""

    available: bool
    """Whether a worker in this activity is offered tasks; cannot be changed later. Default False."""


class ActivityUpdate(CallOptions, total=False):
    """What `update` of activities takes besides what it needs; an absent key is not sent."""

    friendly_name: inputs.FriendlyName
    """Its name, at most 64 characters. 1 to 64 characters."""
