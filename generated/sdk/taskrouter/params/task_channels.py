"""Task channels: what methods take. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import inputs
from .._runtime.client.operation import CallOptions


class TaskChannelCreate(CallOptions, total=False):
    """What `create` of task channels takes besides what it needs; an absent key is not sent."""

    channel_optimized_routing: bool
    """Whether the worker who has been idle longest is preferred. Default False."""


class TaskChannelUpdate(CallOptions, total=False):
    """What `update` of task channels takes besides what it needs; an absent key is not sent."""

    channel_optimized_routing: bool
    """Whether the worker who has been idle longest is preferred."""
    friendly_name: inputs.FriendlyName
    """Its name, at most 64 characters. 1 to 64 characters."""
