"""Tasks: what operations take besides ids. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import NotRequired, TypedDict

from .. import models


class ListTaskParams(TypedDict):
    """What `ListTask` takes; what was not sent is absent."""

    priority: NotRequired[models.Priority]
    """Only tasks of this priority. At most 2147483647."""
    assignment_status: NotRequired[list[models.TaskStatus]]
    """Only tasks in one of these states."""
    workflow_sid: NotRequired[models.WorkflowSid]
    """Only those of this workflow."""
    workflow_name: NotRequired[str]
    """Only those of the workflow of this name."""
    task_queue_sid: NotRequired[models.TaskQueueSid]
    """Only those of this queue."""
    task_queue_name: NotRequired[str]
    """Only those of the queue of this name."""
    evaluate_task_attributes: NotRequired[str]
    """Only tasks that match this expression."""
    routing_target: NotRequired[models.RoutingTarget]
    """Only tasks that are bound for this worker, queue or workflow."""
    ordering: NotRequired[str]
    """What the tasks are sorted by, up to two pairs; by default `DateCreated:asc`."""
    has_addons: NotRequired[bool]
    """Only tasks with add-ons, or only those without."""
    page_size: NotRequired[int]
    """How many items a page holds, 1 to 1000. Default 50."""
    page: NotRequired[int]
    """The number of the page; the state of a client, part of `next_page_url`."""
    page_token: NotRequired[str]
    """Where the page begins; opaque, part of `next_page_url`."""


class CreateTaskParams(TypedDict):
    """What `CreateTask` takes; what was not sent is absent."""

    attributes: NotRequired[models.Attributes]
    """What is known of the task: an object, written as JSON. Default "{}"."""
    ignore_capacity: NotRequired[str]
    """`true`, `1` or `yes` ignores the capacity of the targeted worker; true by default."""
    priority: NotRequired[models.Priority]
    """The higher, the sooner; by default that of the target that it meets, or 0. At most 2147483647."""
    routing_target: NotRequired[models.RoutingTarget]
    """The worker, queue or workflow that it is bound for."""
    task_channel: NotRequired[models.ChannelKey]
    """The kind of task, by SID or unique name. Default "default"."""
    task_queue_sid: NotRequired[models.TaskQueueSid]
    """The queue that it waits in, without a workflow."""
    timeout: NotRequired[models.TaskTimeout]
    """Seconds that it may live before it is accepted, 86400 by default. 1 to 1209600."""
    virtual_start_time: NotRequired[str]
    """What stands for its creation when tasks are ordered; not in the future nor before 1900."""
    workflow_sid: NotRequired[models.WorkflowSid]
    """The workflow that routes it; may be left out if there is just one."""


class UpdateTaskParams(TypedDict):
    """What `UpdateTask` takes; what was not sent is absent."""

    if_match: NotRequired[str]
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
    assignment_status: NotRequired[Literal["canceled", "completed", "wrapping"]]
    """The new status: canceled, wrapping or completed."""
    attributes: NotRequired[models.Attributes]
    """What is known of the task: an object, written as JSON; replaces all."""
    priority: NotRequired[models.Priority]
    """The higher, the sooner it is offered. At most 2147483647."""
    reason: NotRequired[str]
    """Why it is canceled or completed."""
    task_channel: NotRequired[models.ChannelKey]
    """The kind of task, by SID or unique name."""
    virtual_start_time: NotRequired[str]
    """What stands for its creation when tasks are ordered; not in the future nor before 1900."""


class DeleteTaskParams(TypedDict):
    """What `DeleteTask` takes; what was not sent is absent."""

    if_match: NotRequired[str]
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
