"""Tasks: what methods take. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from .. import inputs
from .._runtime.client.operation import CallOptions
from .._runtime.client.texts import DateTimeLike


class TaskList(CallOptions, total=False):
    """What `list` of tasks takes besides what it needs; an absent key is not sent."""

    priority: inputs.Priority
    """Only tasks of this priority. At most 2147483647."""
    assignment_status: Sequence[inputs.TaskStatus]
    """Only tasks in one of these states."""
    workflow_sid: inputs.WorkflowSid
    """Only those of this workflow."""
    workflow_name: str
    """Only those of the workflow of this name."""
    task_queue_sid: inputs.TaskQueueSid
    """Only those of this queue."""
    task_queue_name: str
    """Only those of the queue of this name."""
    evaluate_task_attributes: str
    """Only tasks that match this expression."""
    routing_target: inputs.RoutingTarget
    """Only tasks that are bound for this worker, queue or workflow."""
    ordering: str
    """What the tasks are sorted by, up to two pairs; by default `DateCreated:asc`."""
    has_addons: bool
    """Only tasks with add-ons, or only those without."""
    page_size: int
    """How many items a page holds, 1 to 1000. Default 50."""


class TaskCreate(CallOptions, total=False):
    """What `create` of tasks takes besides what it needs; an absent key is not sent."""

    attributes: inputs.Attributes
    """What is known of the task: an object, written as JSON. Default "{}"."""
    ignore_capacity: str
    """`true`, `1` or `yes` ignores the capacity of the targeted worker; true by default."""
    priority: inputs.Priority
    """The higher, the sooner; by default that of the target that it meets, or 0. At most 2147483647."""
    routing_target: inputs.RoutingTarget
    """The worker, queue or workflow that it is bound for."""
    task_channel: inputs.ChannelKey
    """The kind of task, by SID or unique name. Default "default"."""
    task_queue_sid: inputs.TaskQueueSid
    """The queue that it waits in, without a workflow."""
    timeout: inputs.TaskTimeout
    """Seconds that it may live before it is accepted, 86400 by default. 1 to 1209600."""
    virtual_start_time: DateTimeLike
    """What stands for its creation when tasks are ordered; not in the future nor before 1900."""
    workflow_sid: inputs.WorkflowSid
    """The workflow that routes it; may be left out if there is just one."""


class TaskUpdate(CallOptions, total=False):
    """What `update` of tasks takes besides what it needs; an absent key is not sent."""

    if_match: str
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
    assignment_status: Literal["canceled", "completed", "wrapping"]
    """The new status: canceled, wrapping or completed."""
    attributes: inputs.Attributes
    """What is known of the task: an object, written as JSON; replaces all."""
    priority: inputs.Priority
    """The higher, the sooner it is offered. At most 2147483647."""
    reason: str
    """Why it is canceled or completed."""
    task_channel: inputs.ChannelKey
    """The kind of task, by SID or unique name."""
    virtual_start_time: DateTimeLike
    """What stands for its creation when tasks are ordered; not in the future nor before 1900."""


class TaskDelete(CallOptions, total=False):
    """What `delete` of tasks takes besides what it needs; an absent key is not sent."""

    if_match: str
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
