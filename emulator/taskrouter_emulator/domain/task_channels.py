"""Task channels: kinds of task."""

from __future__ import annotations

from sqlalchemy import delete as delete_rows
from sqlalchemy import select

from .. import paging, paths, representation, sids
from ..arguments import Arguments
from ..names import claim_name, name_key
from ..refusals import invalid, not_found
from ..store.rows import Task, TaskChannel, Worker, WorkerChannel
from ..transaction import WorkspaceTransaction
from .answer import Answer

DEFAULTS = {"default": "Default", "voice": "Voice", "sms": "SMS", "chat": "Chat", "video": "Video"}
DEFAULT = "default"


def make(tx: WorkspaceTransaction, unique_name: str, name: str, *, is_optimized: bool = False) -> TaskChannel:
    """A new channel, which every worker gets at once."""
    row = TaskChannel(
        **tx.issue(sids.TASK_CHANNEL),
        friendly_name=name,
        unique_name=unique_name,
        name_key=claim_name(tx, TaskChannel, unique_name),
        channel_optimized_routing=is_optimized,
    )
    tx.add(row)
    for worker in tx.all(Worker):
        equip(tx, worker, row)
    return row


def equip(tx: WorkspaceTransaction, worker: Worker, channel: TaskChannel) -> WorkerChannel:
    """Give the worker the channel, with room for one task."""
    row = WorkerChannel(
        **tx.issue(sids.WORKER_CHANNEL),
        worker_sid=worker.sid,
        task_channel_sid=channel.sid,
        available=True,
        configured_capacity=1,
    )
    tx.add(row)
    return row


def find(tx: WorkspaceTransaction, key: str) -> TaskChannel:
    """The channel with this SID or unique name; ApiError 404 where there is none."""
    row = lookup(tx, key)
    if row is None:
        raise not_found(f"{paths.workspace(tx.workspace.sid)}/TaskChannels/{key}")
    return row


def lookup(tx: WorkspaceTransaction, key: str) -> TaskChannel | None:
    """The channel with this SID or unique name, or None."""
    row = tx.lookup(TaskChannel, key)
    if row is not None:
        return row
    statement = select(TaskChannel).where(
        TaskChannel.workspace_sid == tx.workspace.sid, TaskChannel.name_key == name_key(key)
    )
    return tx.session.scalar(statement)


def checked(tx: WorkspaceTransaction, key: str) -> TaskChannel:
    """The channel that a task is to have; ApiError 400 where there is none."""
    row = lookup(tx, key)
    if row is None:
        raise invalid(f"TaskChannel: there is no task channel {key!r} in workspace {tx.workspace.sid}")
    return row


def create(tx: WorkspaceTransaction, arguments: Arguments) -> Answer:
    """Create a channel."""
    unique_name = arguments.text("unique_name") or ""
    name = arguments.text("friendly_name") or unique_name
    row = make(tx, unique_name, name, is_optimized=arguments.flag("channel_optimized_routing") or False)
    return Answer(representation.task_channel(tx, row))


def fetch(tx: WorkspaceTransaction, key: str) -> Answer:
    """One channel, by SID or unique name."""
    return Answer(representation.task_channel(tx, find(tx, key)))


def list_(tx: WorkspaceTransaction, arguments: Arguments) -> Answer:
    """The channels."""
    listing = paging.Listing(
        key="channels",
        path=f"{paths.workspace(tx.workspace.sid)}/TaskChannels",
        statement=select(TaskChannel).where(TaskChannel.workspace_sid == tx.workspace.sid),
        show=lambda row: representation.task_channel(tx, row),
        order=paging.by_id(TaskChannel),
    )
    return Answer(paging.show_page(tx, listing, arguments.values))


def update(tx: WorkspaceTransaction, key: str, arguments: Arguments) -> Answer:
    """Change a channel's name or its way of routing."""
    row = find(tx, key)
    name, is_optimized = arguments.text("friendly_name"), arguments.flag("channel_optimized_routing")
    if name is not None:
        row.friendly_name = name
    if is_optimized is not None:
        row.channel_optimized_routing = is_optimized
    if arguments.values:
        row.date_updated = tx.now
    return Answer(representation.task_channel(tx, row))


def delete(tx: WorkspaceTransaction, key: str) -> Answer:
    """Delete a channel that no task uses which can still be read, and with it every worker's."""
    row = find(tx, key)
    if row.unique_name == DEFAULT:
        raise invalid(f"Cannot delete task channel {row.sid} because tasks without a channel use it.")
    statement = select(Task.sid).where(Task.task_channel_sid == row.sid, Task.is_deleted.is_(False))
    task = tx.session.scalar(statement.limit(1))
    if task is not None:
        raise invalid(f"Cannot delete task channel {row.sid} because task {task} uses it.")
    tx.session.execute(delete_rows(WorkerChannel).where(WorkerChannel.task_channel_sid == row.sid))
    tx.remove(row)
    return Answer()
