"""Activities: what workers may be doing."""

from __future__ import annotations

from sqlalchemy import or_, select

from .. import events, paging, paths, representation, sids
from ..arguments import Arguments
from ..events import Cast
from ..names import claim_name
from ..refusals import invalid
from ..store.rows import Activity, TaskQueue, Worker
from ..transaction import WorkspaceTransaction
from .answer import Answer


def make(tx: WorkspaceTransaction, name: str, *, is_available: bool) -> Activity:
    """A new activity."""
    key = claim_name(tx, Activity, name)
    row = Activity(**tx.issue(sids.ACTIVITY), friendly_name=name, name_key=key, available=is_available)
    tx.add(row)
    events.record(tx, "activity.created", row.sid, f"Activity {name} created", Cast(activity=row))
    return row


def create(tx: WorkspaceTransaction, arguments: Arguments) -> Answer:
    """Create an activity; by default workers in it get no tasks."""
    name = arguments.text("friendly_name") or ""
    row = make(tx, name, is_available=arguments.flag("available") or False)
    return Answer(representation.activity(tx, row))


def fetch(tx: WorkspaceTransaction, sid: str) -> Answer:
    """One activity."""
    return Answer(representation.activity(tx, tx.find(Activity, sid)))


def list_(tx: WorkspaceTransaction, arguments: Arguments) -> Answer:
    """The activities, filtered by name and availability."""
    statement = select(Activity).where(Activity.workspace_sid == tx.workspace.sid)
    name, is_available = arguments.text("friendly_name"), arguments.yes("available")
    if name is not None:
        statement = statement.where(Activity.friendly_name == name)
    if is_available is not None:
        statement = statement.where(Activity.available.is_(is_available))
    listing = paging.Listing(
        key="activities",
        path=f"{paths.workspace(tx.workspace.sid)}/Activities",
        statement=statement,
        show=lambda row: representation.activity(tx, row),
        order=paging.by_id(Activity),
    )
    return Answer(paging.show_page(tx, listing, arguments.values))


def update(tx: WorkspaceTransaction, sid: str, arguments: Arguments) -> Answer:
    """Rename an activity."""
    row = tx.find(Activity, sid)
    name = arguments.text("friendly_name")
    if name is not None and name != row.friendly_name:
        row.name_key = claim_name(tx, Activity, name, row.sid)
        row.friendly_name, row.date_updated = name, tx.now
        events.record(tx, "activity.updated", row.sid, f"Activity {name} renamed", Cast(activity=row))
    return Answer(representation.activity(tx, row))


def delete(tx: WorkspaceTransaction, sid: str) -> Answer:
    """Delete an activity that nothing refers to."""
    row = tx.find(Activity, sid)
    if row.sid in {tx.workspace.default_activity_sid, tx.workspace.timeout_activity_sid}:
        raise _in_use(row, "the default or timeout activity of the workspace")
    worker = tx.session.scalar(select(Worker.sid).where(Worker.activity_sid == row.sid).limit(1))
    if worker is not None:
        raise _in_use(row, f"the activity of worker {worker}")
    queue = tx.session.scalar(
        select(TaskQueue.sid)
        .where(or_(TaskQueue.assignment_activity_sid == row.sid, TaskQueue.reservation_activity_sid == row.sid))
        .limit(1)
    )
    if queue is not None:
        raise _in_use(row, f"an activity of task queue {queue}")
    events.record(tx, "activity.deleted", row.sid, f"Activity {row.friendly_name} deleted", Cast(activity=row))
    tx.remove(row)
    return Answer()


def checked_sid(tx: WorkspaceTransaction, sid: str | None, name: str) -> str | None:
    """The SID as it was issued, if it is that of an activity here; ApiError 400 with the parameter's name if not."""
    if sid is None:
        return None
    row = tx.lookup(Activity, sid)
    if row is None:
        raise invalid(f"{name}: there is no activity {sid} in workspace {tx.workspace.sid}")
    return row.sid


def _in_use(row: Activity, use: str) -> Exception:
    return invalid(f"Cannot delete activity {row.sid} because it is {use}.")
