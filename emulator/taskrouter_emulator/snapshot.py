"""The rows of a workspace as the facts that routing asks for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import TypeAlias, cast

from sqlalchemy import Select, func, select

from .attributes import read_attributes
from .lifecycle import LIVE
from .routing import (
    ChannelFacts,
    ExpressionError,
    QueueFacts,
    QueueOrder,
    TaskFacts,
    WorkerFacts,
    WorkflowConfiguration,
    parse,
    parse_configuration,
)
from .store.rows import Activity, Reservation, Task, TaskChannel, TaskQueue, Worker, WorkerChannel, Workflow
from .transaction import WorkspaceTransaction

Load: TypeAlias = Mapping[tuple[str, str], Counter[str]]
"""How many live reservations, by status, a worker has on a task channel: keyed by both SIDs."""


def load(tx: WorkspaceTransaction, worker_sids: Collection[str] | None = None) -> Load:
    """The live reservations of the workers (of all, by default), counted."""
    statement = (
        select(Reservation.worker_sid, Reservation.task_channel_sid, Reservation.reservation_status, func.count())
        .where(Reservation.workspace_sid == tx.workspace.sid, Reservation.reservation_status.in_(sorted(LIVE)))
        .group_by(Reservation.worker_sid, Reservation.task_channel_sid, Reservation.reservation_status)
    )
    if worker_sids is not None:
        statement = statement.where(Reservation.worker_sid.in_(sorted(worker_sids)))
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for worker_sid, channel_sid, status, count in tx.session.execute(statement):
        counts[worker_sid, channel_sid][status] = count
    return counts


def assigned(counts: Load, channel: WorkerChannel) -> int:
    """How many tasks the worker is at on the channel."""
    found = counts.get((channel.worker_sid, channel.task_channel_sid), Counter())
    return found["accepted"] + found["wrapping"]


def worker_facts(tx: WorkspaceTransaction, workers: Iterable[Worker]) -> list[WorkerFacts]:
    """The workers as routing sees them."""
    rows = list(workers)
    sids = None if len(rows) > 20 else [row.sid for row in rows]
    counts = load(tx, sids)
    names = {channel.sid: channel.unique_name for channel in tx.all(TaskChannel)}
    activities = {activity.sid: activity for activity in tx.all(Activity)}
    channels: dict[str, dict[str, ChannelFacts]] = defaultdict(dict)
    for channel in tx.session.scalars(_channels(tx, sids)):
        reserved = counts.get((channel.worker_sid, channel.task_channel_sid), Counter())["pending"]
        channels[channel.worker_sid][names[channel.task_channel_sid]] = ChannelFacts(
            channel.available, channel.configured_capacity, assigned(counts, channel), reserved
        )
    return [
        WorkerFacts(
            sid=row.sid,
            friendly_name=row.friendly_name,
            activity_sid=row.activity_sid,
            activity_name=activities[row.activity_sid].friendly_name,
            is_available=activities[row.activity_sid].available,
            idle_since=row.idle_since,
            attributes=read_attributes(row.attributes),
            channels=channels[row.sid],
        )
        for row in rows
    ]


def _channels(tx: WorkspaceTransaction, worker_sids: Collection[str] | None) -> Select[WorkerChannel]:
    statement = select(WorkerChannel).where(WorkerChannel.workspace_sid == tx.workspace.sid)
    return statement if worker_sids is None else statement.where(WorkerChannel.worker_sid.in_(sorted(worker_sids)))


def task_facts(task: Task) -> TaskFacts:
    """The task as routing sees it."""
    return TaskFacts(
        sid=task.sid,
        created=task.date_created,
        attributes=read_attributes(task.attributes),
        priority=task.priority,
        virtual_start=task.virtual_start_time,
        channel_unique_name=task.task_channel_unique_name,
        routing_target=task.routing_target,
        ignore_capacity=task.ignore_capacity,
        time_to_live=task.timeout,
    )


def queue_facts(queue: TaskQueue) -> QueueFacts:
    """The queue as routing sees it; an expression that cannot be read any more selects nobody."""
    try:
        expression = parse(queue.target_workers) if queue.target_workers.strip() else None
    except ExpressionError:
        expression = None
    order = cast("QueueOrder", queue.task_order)
    return QueueFacts(queue.sid, expression, order, queue.max_reserved_workers)


def configuration(workflow: Workflow) -> WorkflowConfiguration:
    """The workflow's configuration, which was checked when it was stored."""
    return parse_configuration(workflow.configuration)
