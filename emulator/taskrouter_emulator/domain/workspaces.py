"""Workspaces: the root of everything else."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from sqlalchemy import delete as delete_rows
from sqlalchemy import select

from .. import events, paging, representation, sids, timers
from ..arguments import Arguments
from ..events import Cast
from ..store.columns import Row
from ..store.rows import Activity, Workspace
from ..transaction import Transaction, WorkspaceTransaction
from . import activities, task_channels, task_queues, workflows
from .answer import Answer

_log = logging.getLogger(__name__)

OFFLINE, AVAILABLE, UNAVAILABLE = "Offline", "Available", "Unavailable"
SAMPLE_QUEUE, SAMPLE_WORKFLOW = "Sample Queue", "Default FIFO Workflow"


def make(tx: Transaction, arguments: Arguments) -> WorkspaceTransaction:
    """A new workspace with its activities and channels, and by the template with a queue and a workflow."""
    workspace = Workspace(
        sid=sids.issue(sids.WORKSPACE),
        account_sid=tx.account_sid,
        date_created=tx.now,
        date_updated=tx.now,
        friendly_name=arguments.text("friendly_name") or "",
        default_activity_sid="",
        timeout_activity_sid="",
        event_callback_url=arguments.text("event_callback_url"),
        events_filter=arguments.text("events_filter"),
        multi_task_enabled=arguments.flag("multi_task_enabled") is not False,
        prioritize_queue_order=arguments.text("prioritize_queue_order") or "FIFO",
    )
    inside = WorkspaceTransaction(tx.session, tx.client, tx.options, tx.settings, tx.now, workspace)
    events.record(inside, "workspace.created", workspace.sid, _described(workspace, "created"), Cast())
    offline = activities.make(inside, OFFLINE, is_available=False)
    activities.make(inside, AVAILABLE, is_available=True)
    activities.make(inside, UNAVAILABLE, is_available=False)
    workspace.default_activity_sid = workspace.timeout_activity_sid = offline.sid
    tx.session.add(workspace)
    for unique_name, name in task_channels.DEFAULTS.items():
        task_channels.make(inside, unique_name, name)
    if arguments.text("template") == "FIFO":
        queue = task_queues.make(inside, SAMPLE_QUEUE)
        workflows.make(inside, SAMPLE_WORKFLOW, workflows.to_queue(queue.sid), Arguments())
    timers.schedule_housekeeping(inside)
    _mention_callback(workspace)
    return inside


def create(tx: Transaction, arguments: Arguments) -> Answer:
    """Create a workspace."""
    return _show(make(tx, arguments))


def fetch(tx: WorkspaceTransaction) -> Answer:
    """The workspace."""
    return _show(tx)


def list_(tx: Transaction, arguments: Arguments) -> Answer:
    """The workspaces of the account, filtered by name."""
    statement = select(Workspace).where(Workspace.account_sid == tx.account_sid)
    name = arguments.text("friendly_name")
    if name is not None:
        statement = statement.where(Workspace.friendly_name == name)
    listing = paging.Listing(
        key="workspaces",
        path="/Workspaces",
        statement=statement,
        show=lambda row: representation.workspace(tx, row, _activity_names(tx, [row])),
        order=paging.by_id(Workspace),
    )
    return Answer(paging.show_page(tx, listing, arguments.values))


def update(tx: WorkspaceTransaction, arguments: Arguments) -> Answer:
    """Change the workspace."""
    row = tx.workspace
    changes: dict[str, object] = {
        "friendly_name": arguments.text("friendly_name"),
        "event_callback_url": arguments.text("event_callback_url"),
        "events_filter": arguments.text("events_filter"),
        "multi_task_enabled": arguments.flag("multi_task_enabled"),
        "prioritize_queue_order": arguments.text("prioritize_queue_order"),
    }
    for name, wire_name in (
        ("default_activity_sid", "DefaultActivitySid"),
        ("timeout_activity_sid", "TimeoutActivitySid"),
    ):
        changes[name] = activities.checked_sid(tx, arguments.text(name), wire_name)
    for name, value in changes.items():
        if value is not None:
            setattr(row, name, value)
    if changes["event_callback_url"] is not None:
        _mention_callback(row)
    if arguments.values:
        row.date_updated = tx.now
        events.record(tx, "workspace.updated", row.sid, _described(row, "updated"), Cast())
    return _show(tx)


def delete(tx: WorkspaceTransaction) -> Answer:
    """Delete the workspace and everything in it."""
    sid = tx.workspace.sid
    tx.session.delete(tx.workspace)
    tx.session.flush()
    for mapper in Row.registry.mappers:
        column = mapper.columns.get("workspace_sid")
        if column is not None:
            tx.session.execute(delete_rows(mapper.class_).where(column == sid))
    return Answer()


def _mention_callback(row: Workspace) -> None:
    if row.event_callback_url:
        _log.info("event callbacks are not sent: workspace %s", row.sid)


def _show(tx: WorkspaceTransaction) -> Answer:
    return Answer(representation.workspace(tx, tx.workspace, _activity_names(tx, [tx.workspace])))


def _activity_names(tx: Transaction, rows: Iterable[Workspace]) -> dict[str, str]:
    wanted = {sid for row in rows for sid in (row.default_activity_sid, row.timeout_activity_sid)}
    found = tx.session.execute(select(Activity.sid, Activity.friendly_name).where(Activity.sid.in_(sorted(wanted))))
    return dict(found.all())


def _described(row: Workspace, verb: str) -> str:
    return f"Workspace {row.friendly_name} {verb}"
