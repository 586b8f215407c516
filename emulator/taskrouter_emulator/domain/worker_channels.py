"""Worker channels: how many tasks of a kind a worker takes."""

from __future__ import annotations

from sqlalchemy import select

from .. import events, paging, paths, representation, router, sids
from ..arguments import Arguments
from ..events import Cast
from ..refusals import not_found
from ..snapshot import assigned, load
from ..store.rows import TaskChannel, Worker, WorkerChannel
from ..transaction import WorkspaceTransaction
from . import task_channels
from .answer import Answer


def fetch(tx: WorkspaceTransaction, worker_sid: str, key: str) -> Answer:
    """One channel of a worker, by SID or by the unique name of its kind."""
    return _show(tx, _find(tx, tx.find(Worker, worker_sid), key))


def list_(tx: WorkspaceTransaction, worker_sid: str, arguments: Arguments) -> Answer:
    """The channels of a worker."""
    worker = tx.find(Worker, worker_sid)
    counts = load(tx, [worker.sid])
    listing = paging.Listing(
        key="channels",
        path=f"{paths.resource(Worker, worker.workspace_sid, worker.sid)}/Channels",
        statement=select(WorkerChannel).where(WorkerChannel.worker_sid == worker.sid),
        show=lambda row: representation.worker_channel(tx, row, assigned(counts, row)),
        order=paging.by_id(WorkerChannel),
    )
    return Answer(paging.show_page(tx, listing, arguments.values))


def update(tx: WorkspaceTransaction, worker_sid: str, key: str, arguments: Arguments) -> Answer:
    """Change a worker's capacity, or whether it takes tasks of the kind at all."""
    worker = tx.find(Worker, worker_sid)
    row = _find(tx, worker, key)
    capacity, is_available = arguments.number("capacity"), arguments.flag("available")
    changes = []
    if capacity is not None and capacity != row.configured_capacity:
        row.configured_capacity = capacity
        changes.append(("worker.capacity.update", f"capacity {capacity}"))
    if is_available is not None and is_available != row.available:
        row.available = is_available
        changes.append(("worker.channel.availability.update", "available" if is_available else "unavailable"))
    name = tx.find(TaskChannel, row.task_channel_sid).unique_name
    for event_type, text in changes:
        row.date_updated = worker.date_updated = tx.now
        worker.version += 1
        tx.freed.add(worker.sid)
        description = f"Worker {worker.friendly_name} channel {name}: {text}"
        events.record(tx, event_type, worker.sid, description, Cast(worker=worker, channel=row))
    router.route(tx)
    return _show(tx, row)


def _find(tx: WorkspaceTransaction, worker: Worker, key: str) -> WorkerChannel:
    row = tx.lookup(WorkerChannel, key) if key.startswith(sids.WORKER_CHANNEL) else None
    if row is None:
        channel = task_channels.lookup(tx, key)
        statement = select(WorkerChannel).where(
            WorkerChannel.worker_sid == worker.sid,
            WorkerChannel.task_channel_sid == ("" if channel is None else channel.sid),
        )
        row = tx.session.scalar(statement)
    if row is None or row.worker_sid != worker.sid:
        raise not_found(f"{paths.resource(Worker, worker.workspace_sid, worker.sid)}/Channels/{key}")
    return row


def _show(tx: WorkspaceTransaction, row: WorkerChannel) -> Answer:
    return Answer(representation.worker_channel(tx, row, assigned(load(tx, [row.worker_sid]), row)))
