"""Events: what happened, newest first."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import or_, select

from .. import paging, paths, representation, sids
from ..arguments import Arguments
from ..events import RETENTION_DAYS
from ..refusals import not_found
from ..store.rows import Event
from ..transaction import WorkspaceTransaction
from .answer import Answer

DEFAULT_MINUTES = 15
_MOST_MINUTES = RETENTION_DAYS * 24 * 60

_SIDS = {
    "sid": Event.sid,
    "task_sid": Event.task_sid,
    "worker_sid": Event.worker_sid,
    "reservation_sid": Event.reservation_sid,
    "task_queue_sid": Event.task_queue_sid,
    "workflow_sid": Event.workflow_sid,
}


def fetch(tx: WorkspaceTransaction, sid: str) -> Answer:
    """One event."""
    row = tx.session.scalar(select(Event).where(Event.sid == sids.canonical(sid), *_kept(tx)))
    if row is None:
        raise not_found(paths.resource(Event, tx.workspace.sid, sid))
    return Answer(representation.event(tx, row))


def list_(tx: WorkspaceTransaction, arguments: Arguments) -> Answer:
    """The events of the last 15 minutes, or of the time that is asked for, filtered by whom they concern."""
    start, end = _window(tx, arguments)
    conditions = [*_kept(tx), Event.event_date >= start]
    if end is not None:
        conditions.append(Event.event_date <= end)
    for name, column in _SIDS.items():
        if (sid := arguments.text(name)) is not None:
            conditions.append(column == sids.canonical(sid))
    if (event_type := arguments.text("event_type")) is not None:
        conditions.append(Event.event_type == event_type)
    if (channel := arguments.text("task_channel")) is not None:
        conditions.append(or_(Event.task_channel_sid == sids.canonical(channel), Event.task_channel_name == channel))
    listing = paging.Listing(
        key="events",
        path=f"{paths.workspace(tx.workspace.sid)}/Events",
        statement=select(Event).where(*conditions),
        show=lambda row: representation.event(tx, row),
        order=paging.by_id(Event, is_descending=True),
    )
    return Answer(paging.show_page(tx, listing, arguments.values))


def _kept(tx: WorkspaceTransaction) -> list[paging.Condition]:
    oldest = tx.now - timedelta(days=RETENTION_DAYS)
    return [Event.workspace_sid == tx.workspace.sid, Event.event_date >= oldest]


def _window(tx: WorkspaceTransaction, arguments: Arguments) -> tuple[datetime, datetime | None]:
    """From when to when; without a start, so many minutes before the end or before now."""
    start, end = arguments.moment("start_date", "StartDate"), arguments.moment("end_date", "EndDate")
    minutes = arguments.number("minutes")
    if end is not None:
        # Dates are shown in whole seconds: the whole second is meant.
        end += timedelta(microseconds=999_999) if end.microsecond == 0 else timedelta()
    if start is not None:
        return start, end
    if end is not None and minutes is None:
        return tx.now - timedelta(days=RETENTION_DAYS), end
    return tx.now - timedelta(minutes=min(minutes or DEFAULT_MINUTES, _MOST_MINUTES)), end
