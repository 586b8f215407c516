"""Rows of the store as the API writes them: exactly the fields of the document, as JSON values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import TypeAlias

from . import paths
from .clock import iso, milliseconds
from .routing import available_capacity_percentage
from .store.columns import Resource, WorkspaceResource
from .store.rows import (
    Activity,
    Event,
    Reservation,
    Task,
    TaskChannel,
    TaskQueue,
    Worker,
    WorkerChannel,
    Workflow,
    Workspace,
)
from .transaction import Transaction, WorkspaceTransaction

Shown: TypeAlias = dict[str, object]
View: TypeAlias = type[Task | Worker]
"""A reservation is seen below its task or below its worker."""


def url(tx: Transaction, path: str) -> str:
    """The absolute URL of a path below the version."""
    return f"{tx.client.base_url}{paths.VERSION}{path}"


def workspace(tx: Transaction, row: Workspace, activities: Mapping[str, str]) -> Shown:
    """A workspace; `activities` gives the names of its activities by SID."""
    path = paths.workspace(row.sid)
    children = ("activities", "events", "task_channels", "task_queues", "tasks", "workers", "workflows")
    collections = ("Activities", "Events", "TaskChannels", "TaskQueues", "Tasks", "Workers", "Workflows")
    return {
        **_dated(row),
        "default_activity_name": activities.get(row.default_activity_sid),
        "default_activity_sid": row.default_activity_sid,
        "event_callback_url": row.event_callback_url,
        "events_filter": row.events_filter,
        "friendly_name": row.friendly_name,
        "multi_task_enabled": row.multi_task_enabled,
        "timeout_activity_name": activities.get(row.timeout_activity_sid),
        "timeout_activity_sid": row.timeout_activity_sid,
        "prioritize_queue_order": row.prioritize_queue_order,
        "url": url(tx, path),
        "links": {
            name: url(tx, f"{path}/{collection}") for name, collection in zip(children, collections, strict=True)
        },
    }


def activity(tx: WorkspaceTransaction, row: Activity) -> Shown:
    """An activity."""
    return {
        **_owned(row),
        "available": row.available,
        "friendly_name": row.friendly_name,
        **_placed(tx, row, {}),
    }


def worker(tx: WorkspaceTransaction, row: Worker) -> Shown:
    """A worker."""
    doing = tx.find(Activity, row.activity_sid)
    path = paths.resource(Worker, row.workspace_sid, row.sid)
    links = {
        "activity": paths.resource(Activity, row.workspace_sid, doing.sid),
        "channels": f"{path}/Channels",
        "worker_channels": f"{path}/Channels",
        "reservations": f"{path}/Reservations",
    }
    return {
        **_owned(row),
        "activity_name": doing.friendly_name,
        "activity_sid": doing.sid,
        "attributes": row.attributes,
        "available": doing.available,
        "date_status_changed": iso(row.date_status_changed),
        "friendly_name": row.friendly_name,
        **_placed(tx, row, links),
    }


def worker_channel(tx: WorkspaceTransaction, row: WorkerChannel, assigned: int) -> Shown:
    """A worker's channel, on which `assigned` reservations are accepted or wrapping."""
    return {
        **_owned(row),
        "assigned_tasks": assigned,
        "available": row.available,
        "available_capacity_percentage": available_capacity_percentage(row.configured_capacity, assigned),
        "configured_capacity": row.configured_capacity,
        "task_channel_sid": row.task_channel_sid,
        "task_channel_unique_name": tx.find(TaskChannel, row.task_channel_sid).unique_name,
        "worker_sid": row.worker_sid,
        "url": url(tx, paths.worker_channel(row)),
    }


def task_channel(tx: WorkspaceTransaction, row: TaskChannel) -> Shown:
    """A task channel."""
    return {
        **_owned(row),
        "channel_optimized_routing": row.channel_optimized_routing,
        "friendly_name": row.friendly_name,
        "unique_name": row.unique_name,
        **_placed(tx, row, {}),
    }


def task_queue(tx: WorkspaceTransaction, row: TaskQueue) -> Shown:
    """A task queue."""
    assignment = tx.lookup(Activity, row.assignment_activity_sid)
    reservation_ = tx.lookup(Activity, row.reservation_activity_sid)
    links = {
        name: paths.resource(Activity, row.workspace_sid, doing.sid)
        for name, doing in (("assignment_activity", assignment), ("reservation_activity", reservation_))
        if doing is not None
    }
    return {
        **_owned(row),
        "assignment_activity_name": None if assignment is None else assignment.friendly_name,
        "assignment_activity_sid": row.assignment_activity_sid,
        "friendly_name": row.friendly_name,
        "max_reserved_workers": row.max_reserved_workers,
        "reservation_activity_name": None if reservation_ is None else reservation_.friendly_name,
        "reservation_activity_sid": row.reservation_activity_sid,
        "target_workers": row.target_workers,
        "task_order": row.task_order,
        **_placed(tx, row, links),
    }


def workflow(tx: WorkspaceTransaction, row: Workflow) -> Shown:
    """A workflow."""
    return {
        **_owned(row),
        "assignment_callback_url": row.assignment_callback_url,
        "configuration": row.configuration,
        "document_content_type": "application/json",
        "fallback_assignment_callback_url": row.fallback_assignment_callback_url,
        "friendly_name": row.friendly_name,
        "task_reservation_timeout": row.task_reservation_timeout,
        **_placed(tx, row, {}),
    }


def task(tx: WorkspaceTransaction, row: Task) -> Shown:
    """A task; its age is counted at the transaction's moment."""
    queue = tx.lookup(TaskQueue, row.task_queue_sid)
    flow = tx.lookup(Workflow, row.workflow_sid)
    links = {"reservations": f"{paths.resource(Task, row.workspace_sid, row.sid)}/Reservations"}
    if queue is not None:
        links["task_queue"] = paths.resource(TaskQueue, row.workspace_sid, queue.sid)
    if flow is not None:
        links["workflow"] = paths.resource(Workflow, row.workspace_sid, flow.sid)
    return {
        **_owned(row),
        "addons": None,
        "age": max(0, int((tx.now - row.date_created).total_seconds())),
        "assignment_status": row.assignment_status,
        "attributes": row.attributes,
        "ignore_capacity": row.ignore_capacity,
        "priority": row.priority,
        "reason": row.reason,
        "routing_target": row.routing_target,
        "task_channel_sid": row.task_channel_sid,
        "task_channel_unique_name": row.task_channel_unique_name,
        "task_queue_entered_date": _optional(row.task_queue_entered_date),
        "task_queue_friendly_name": None if queue is None else queue.friendly_name,
        "task_queue_sid": row.task_queue_sid,
        "timeout": row.timeout,
        "virtual_start_time": iso(row.virtual_start_time or row.date_created),
        "workflow_friendly_name": None if flow is None else flow.friendly_name,
        "workflow_sid": row.workflow_sid,
        **_placed(tx, row, links),
    }


def reservation(tx: WorkspaceTransaction, row: Reservation, view: View) -> Shown:
    """A reservation as seen from its task or from its worker: only the URL differs."""
    return {
        **_owned(row),
        "reservation_status": row.reservation_status,
        "task_sid": row.task_sid,
        "worker_name": row.worker_name,
        "worker_sid": row.worker_sid,
        "url": url(tx, paths.reservation(row, view)),
        "links": {
            "task": url(tx, paths.resource(Task, row.workspace_sid, row.task_sid)),
            "worker": url(tx, paths.resource(Worker, row.workspace_sid, row.worker_sid)),
            "workspace": url(tx, paths.workspace(row.workspace_sid)),
        },
    }


def event(tx: WorkspaceTransaction, row: Event) -> Shown:
    """An event."""
    return {
        "account_sid": row.account_sid,
        "actor_sid": row.actor_sid,
        "actor_type": row.actor_type,
        "actor_url": None,
        "description": row.description,
        "event_data": json.loads(row.event_data),
        "event_date": iso(row.event_date),
        "event_date_ms": milliseconds(row.event_date),
        "event_type": row.event_type,
        "resource_sid": row.resource_sid,
        "resource_type": row.resource_type,
        "resource_url": url(tx, _resource_path(row)),
        "sid": row.sid,
        "source": row.source,
        "source_ip_address": row.source_ip_address,
        "url": url(tx, paths.resource(Event, row.workspace_sid, row.sid)),
        "workspace_sid": row.workspace_sid,
    }


def _resource_path(row: Event) -> str:
    path = paths.workspace(row.workspace_sid)
    match row.resource_type:
        case "workspace":
            return path
        case "reservation":
            return f"{path}/Tasks/{row.task_sid}/Reservations/{row.resource_sid}"
    collections = {"task": "Tasks", "worker": "Workers", "activity": "Activities", "workflow": "Workflows"}
    return f"{path}/{collections.get(row.resource_type, 'TaskQueues')}/{row.resource_sid}"


def _dated(row: Resource) -> Shown:
    return {
        "account_sid": row.account_sid,
        "date_created": iso(row.date_created),
        "date_updated": iso(row.date_updated),
        "sid": row.sid,
    }


def _owned(row: WorkspaceResource) -> Shown:
    return {**_dated(row), "workspace_sid": row.workspace_sid}


def _placed(tx: Transaction, row: WorkspaceResource, links: Mapping[str, str]) -> Shown:
    """The URL of a resource that lives directly in a workspace, and its links."""
    every = {**links, "workspace": paths.workspace(row.workspace_sid)}
    return {
        "url": url(tx, paths.resource(type(row), row.workspace_sid, row.sid)),
        "links": {name: url(tx, path) for name, path in sorted(every.items())},
    }


def _optional(moment: datetime | None) -> str | None:
    return None if moment is None else iso(moment)
