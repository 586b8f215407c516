"""Workers: what methods take. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import inputs
from .._runtime.client.operation import CallOptions


class WorkerList(CallOptions, total=False):
    """What `list` of workers takes besides what it needs; an absent key is not sent."""

    activity_name: str
    """Only workers in the activity of this name."""
    activity_sid: inputs.ActivitySid
    """Only workers in this activity."""
    available: str
    """`true`, `1` or `yes`: only those that are available; anything else: only those that are not."""
    friendly_name: str
    """Only those of this name."""
    target_workers_expression: str
    """Only workers that match this expression."""
    task_queue_name: str
    """Only those of the queue of this name."""
    task_queue_sid: inputs.TaskQueueSid
    """Only those of this queue."""
    ordering: str
    """What the workers are sorted by."""
    page_size: int
    """How many items a page holds, 1 to 1000. Default 50."""


class WorkerCreate(CallOptions, total=False):
    """What `create` of workers takes besides what it needs; an absent key is not sent."""

    activity_sid: inputs.ActivitySid
    """What it is doing first; by default the default activity of the workspace."""
    attributes: inputs.Attributes
    """What is known of the worker: an object, written as JSON. Default "{}"."""


class WorkerUpdate(CallOptions, total=False):
    """What `update` of workers takes besides what it needs; an absent key is not sent."""

    if_match: str
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
    activity_sid: inputs.ActivitySid
    """What it is doing from now on."""
    attributes: inputs.Attributes
    """What is known of the worker: an object, written as JSON; replaces all."""
    friendly_name: inputs.FriendlyName
    """Its name, at most 64 characters, unique in the workspace whatever the case. 1 to 64 characters."""
    reject_pending_reservations: bool
    """Whether pending reservations are rejected; only for an unavailable activity."""


class WorkerDelete(CallOptions, total=False):
    """What `delete` of workers takes besides what it needs; an absent key is not sent."""

    if_match: str
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
