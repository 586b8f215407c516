"""Tasks: what requests and answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType, TypedDict

from .shared import (
    AccountSid,
    Attributes,
    Links,
    PageMeta,
    TaskChannelSid,
    TaskQueueSid,
    TaskSid,
    Timestamp,
    WorkflowSid,
    WorkspaceSid,
)

Priority = TypeAliasType("Priority", int)
"""The higher, the sooner."""
RoutingTarget = TypeAliasType("RoutingTarget", str)
"""The SID of a worker, a queue or a workflow."""
TaskStatus = TypeAliasType(
    "TaskStatus", Literal["pending", "reserved", "assigned", "canceled", "completed", "wrapping"]
)
"""The state of a task.

- `pending`: waiting for a worker
- `reserved`: offered to one or more workers
- `assigned`: accepted by a worker
- `canceled`: given up before it was accepted
- `completed`: done
- `wrapping`: the main work is done, the worker is finishing up
"""
TaskTimeout = TypeAliasType("TaskTimeout", int)
"""Seconds that a task may live before it is accepted, two weeks at most."""


class Task(TypedDict):
    """A unit of work that is routed to a worker."""

    sid: TaskSid
    """The SID of the task."""
    account_sid: AccountSid
    """The account that owns it."""
    workspace_sid: WorkspaceSid
    """The workspace that it is in."""
    assignment_status: TaskStatus
    """How far it has come."""
    attributes: Attributes
    """What is known of the task: an object, written as JSON."""
    addons: str | None
    """What add-ons found out, an object written as JSON; null without add-ons."""
    age: int
    """Seconds since the task was created."""
    priority: Priority
    """The higher, the sooner it is offered."""
    reason: str | None
    """Why it was canceled or completed; null if no reason is known."""
    timeout: TaskTimeout
    """Seconds that it may live before it is accepted."""
    task_queue_sid: TaskQueueSid | None
    """The queue that it waits in or was taken from; null if it never entered one."""
    task_queue_friendly_name: str | None
    """The name of that queue."""
    task_queue_entered_date: Timestamp | None
    """When it entered that queue."""
    task_channel_sid: TaskChannelSid
    """The kind of task."""
    task_channel_unique_name: str
    """The unique name of that kind, such as `voice`."""
    workflow_sid: WorkflowSid | None
    """The workflow that routes it; null if it was put into a queue directly."""
    workflow_friendly_name: str | None
    """The name of that workflow."""
    virtual_start_time: Timestamp
    """The moment that stands for its creation when tasks are ordered."""
    routing_target: RoutingTarget | None
    """The worker, queue or workflow that it is bound for; null if none."""
    ignore_capacity: bool | None
    """Whether the capacity of the targeted worker is ignored; null without such a target."""
    date_created: Timestamp
    """When it was created."""
    date_updated: Timestamp
    """When it was last changed."""
    url: str
    """The absolute URL of the task."""
    links: Links
    """Its workspace, workflow, task_queue and reservations."""


class TaskPage(TypedDict):
    """A page of tasks."""

    meta: PageMeta
    tasks: list[Task]
