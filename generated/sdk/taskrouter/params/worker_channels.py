"""Worker channels: what methods take. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import inputs
from .._runtime.client.operation import CallOptions


class WorkerChannelUpdate(CallOptions, total=False):
    """What `update` of worker channels takes besides what it needs; an absent key is not sent."""

    available: bool
    """Whether new tasks of this kind are offered."""
    capacity: inputs.Capacity
    """Tasks of this kind that the worker takes at a time; 0 stops new offers. At most 50."""
