"""The record of what happened: one row an event, with the fields that its callback carries."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from . import sids
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
)
from .transaction import WorkspaceTransaction

RETENTION_DAYS = 30


@dataclass(frozen=True, slots=True)
class Cast:
    """Who takes part in an event; each adds its fields to the event's data."""

    task: Task | None = None
    worker: Worker | None = None
    reservation: Reservation | None = None
    activity: Activity | None = None
    queue: TaskQueue | None = None
    workflow: Workflow | None = None
    channel: WorkerChannel | None = None


def record(tx: WorkspaceTransaction, event_type: str, resource_sid: str, description: str, cast: Cast) -> None:
    """Keep an event about the resource; its kind is the first part of the type (`task-queue.entered`)."""
    queue = cast.queue or tx.lookup(TaskQueue, cast.task.task_queue_sid if cast.task else None)
    workflow = cast.workflow or tx.lookup(Workflow, cast.task.workflow_sid if cast.task else None)
    channel_sid, channel_name = _kind(tx, cast)
    about = {
        "event_type": event_type,
        "account_sid": tx.account_sid,
        "workspace_sid": tx.workspace.sid,
        "description": description,
        "resource_type": event_type.partition(".")[0],
        "resource_sid": resource_sid,
    }
    data = {**_head(tx, about), **_cast_data(tx, cast), **_queue_data(queue, workflow, channel_sid, channel_name)}
    is_caused = not tx.is_timer
    event = Event(
        **about,
        sid=sids.issue(sids.EVENT),
        event_date=tx.now,
        event_data=json.dumps(data),
        actor_type="account" if is_caused else None,
        actor_sid=tx.account_sid if is_caused else None,
        source="api" if is_caused else None,
        source_ip_address=tx.client.address if is_caused else None,
        task_sid=cast.task.sid if cast.task else None,
        worker_sid=cast.worker.sid if cast.worker else None,
        reservation_sid=cast.reservation.sid if cast.reservation else None,
        task_queue_sid=queue.sid if queue else None,
        workflow_sid=workflow.sid if workflow else None,
        task_channel_sid=channel_sid,
        task_channel_name=channel_name,
    )
    tx.session.add(event)


def _head(tx: WorkspaceTransaction, about: Mapping[str, str]) -> dict[str, object]:
    """What every callback carries."""
    head: dict[str, object] = {name: value for name, value in about.items() if name != "description"}
    head["event_description"] = about["description"]
    head["workspace_name"] = tx.workspace.friendly_name
    head["timestamp"] = int(tx.now.timestamp())
    return head


def _cast_data(tx: WorkspaceTransaction, cast: Cast) -> dict[str, object]:
    return {
        **_task_data(tx, cast.task),
        **_worker_data(tx, cast.worker),
        **_reservation_data(cast.reservation),
        **_channel_data(cast.channel),
        **_activity_data(cast.activity),
    }


def _kind(tx: WorkspaceTransaction, cast: Cast) -> tuple[str | None, str | None]:
    """SID and unique name of the task channel that the event is about."""
    if cast.task is not None:
        return cast.task.task_channel_sid, cast.task.task_channel_unique_name
    row = tx.lookup(TaskChannel, cast.channel.task_channel_sid) if cast.channel is not None else None
    return (None, None) if row is None else (row.sid, row.unique_name)


def _task_data(tx: WorkspaceTransaction, task: Task | None) -> dict[str, object]:
    if task is None:
        return {}
    return {
        "task_sid": task.sid,
        "task_attributes": task.attributes,
        "task_age": max(0, int((tx.now - task.date_created).total_seconds())),
        "task_priority": task.priority,
        "task_assignment_status": task.assignment_status,
        **({"task_reason": task.reason} if task.reason is not None else {}),
    }


def _worker_data(tx: WorkspaceTransaction, worker: Worker | None) -> dict[str, object]:
    if worker is None:
        return {}
    activity = tx.lookup(Activity, worker.activity_sid)
    return {
        "worker_sid": worker.sid,
        "worker_name": worker.friendly_name,
        "worker_attributes": worker.attributes,
        "worker_activity_sid": worker.activity_sid,
        "worker_activity_name": None if activity is None else activity.friendly_name,
        "worker_version": worker.version,
    }


def _reservation_data(reservation: Reservation | None) -> dict[str, object]:
    if reservation is None:
        return {}
    code = reservation.canceled_reason_code
    return {
        "reservation_sid": reservation.sid,
        "reservation_status": reservation.reservation_status,
        "reservation_version": reservation.version,
        **({} if code is None else {"canceled_reason_code": code}),
    }


def _queue_data(
    queue: TaskQueue | None, workflow: Workflow | None, channel_sid: str | None, channel_name: str | None
) -> dict[str, object]:
    data: dict[str, object] = {}
    if queue is not None:
        data |= {"task_queue_sid": queue.sid, "task_queue_name": queue.friendly_name}
    if workflow is not None:
        data |= {"workflow_sid": workflow.sid, "workflow_name": workflow.friendly_name}
    if channel_sid is not None:
        data |= {"task_channel_sid": channel_sid, "task_channel_unique_name": channel_name}
    return data


def _channel_data(channel: WorkerChannel | None) -> dict[str, object]:
    if channel is None:
        return {}
    return {
        "worker_channel_sid": channel.sid,
        "worker_channel_available": channel.available,
        "worker_channel_capacity": channel.configured_capacity,
    }


def _activity_data(activity: Activity | None) -> dict[str, object]:
    if activity is None:
        return {}
    return {
        "activity_sid": activity.sid,
        "activity_name": activity.friendly_name,
        "activity_available": activity.available,
    }
