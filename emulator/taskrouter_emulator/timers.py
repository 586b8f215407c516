"""What is due: timers are rows, found and done by whoever comes first, each at the moment it was set for.

Before anything else is seen or done in a workspace, everything due in it is done, in order. That makes the time that
passes between two requests (or is jumped over by moving the clock) count as if it had been waited for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from . import assignment, router, telephony
from .events import RETENTION_DAYS
from .store.rows import Event, Reservation, Task, Timer
from .transaction import Due, WorkspaceTransaction

BATCH = 100
"""How many timers one transaction does at most, so that others get their turn."""

PATIENCE = 10
"""How many batches are caught up with one by one; what is due after that is done as of now, which sets no timer
in the past."""

TASK_EXPIRED = "Task TTL Exceeded"


def is_due(tx: WorkspaceTransaction) -> bool:
    """Whether something in the workspace should have been done by now."""
    return _next(tx) is not None


def workspaces_due(session: Session, now: datetime) -> list[str]:
    """The SIDs of the workspaces in which something is due."""
    return list(session.scalars(select(Timer.workspace_sid).where(Timer.due <= now).distinct()))


def run(tx: WorkspaceTransaction, *, is_late: bool = False) -> None:
    """Do what is due, in order, at most a batch; each at the moment it was set for, or, if it `is_late`, now."""
    tx.is_timer = True
    for _ in range(BATCH):
        tx.now = tx.present
        timer = _next(tx)
        if timer is None:
            break
        tx.now = tx.present if is_late else timer.due
        tx.session.delete(timer)
        tx.session.flush()
        _ACTIONS[Due(timer.kind)](tx, timer.subject_sid)
        router.route(tx)
    tx.now, tx.is_timer = tx.present, False


def schedule_housekeeping(tx: WorkspaceTransaction) -> None:
    """Have old events forgotten, once a day."""
    tx.schedule_in(Due.EVENT_PURGE, 86_400, tx.workspace.sid)


def _next(tx: WorkspaceTransaction) -> Timer | None:
    return tx.session.scalar(_DUE, {"workspace_sid": tx.workspace.sid, "now": tx.now})


def _time_out(tx: WorkspaceTransaction, sid: str) -> None:
    reservation = tx.lookup(Reservation, sid)
    if reservation is None or reservation.reservation_status != "pending":
        return
    if reservation.held_until is not None and reservation.held_until > tx.now:
        # While the worker's phone rings, the offer does not run out.
        tx.schedule(Due.RESERVATION_TIMEOUT, reservation.held_until, sid)
        return
    assignment.time_out(tx, reservation)


def _expire(tx: WorkspaceTransaction, sid: str) -> None:
    task = tx.lookup(Task, sid)
    if task is not None and task.assignment_status in {"pending", "reserved"}:
        assignment.cancel_task(tx, task, TASK_EXPIRED)


def _meet_deadline(tx: WorkspaceTransaction, sid: str) -> None:
    task = tx.lookup(Task, sid)
    if task is not None:
        router.meet_deadline(tx, task)


def _purge_task(tx: WorkspaceTransaction, sid: str) -> None:
    task = tx.lookup(Task, sid)
    if task is None:
        return
    assignment.record_purge(tx, task)
    for reservation in tx.session.scalars(select(Reservation).where(Reservation.task_sid == sid)):
        tx.remove(reservation)
    tx.session.execute(delete(Timer).where(Timer.subject_sid == sid, Timer.workspace_sid == tx.workspace.sid))
    tx.remove(task)


def _purge_events(tx: WorkspaceTransaction, sid: str) -> None:  # noqa: ARG001
    oldest = tx.now - timedelta(days=RETENTION_DAYS)
    tx.session.execute(delete(Event).where(Event.workspace_sid == tx.workspace.sid, Event.event_date < oldest))
    schedule_housekeeping(tx)


def _look_again(tx: WorkspaceTransaction, sid: str) -> None:  # noqa: ARG001
    router.look_again(tx)


def _end_call(tx: WorkspaceTransaction, sid: str) -> None:
    reservation = tx.lookup(Reservation, sid)
    if reservation is not None:
        telephony.end_call(tx, reservation)


_DUE = (
    select(Timer)
    .where(Timer.workspace_sid == bindparam("workspace_sid"), Timer.due <= bindparam("now"))
    .order_by(Timer.due, Timer.id)
    .limit(1)
)

_ACTIONS: Mapping[Due, Callable[[WorkspaceTransaction, str], None]] = {
    Due.RESERVATION_TIMEOUT: _time_out,
    Due.CALL_END: _end_call,
    Due.TASK_EXPIRY: _expire,
    Due.STEP_DEADLINE: _meet_deadline,
    Due.TASK_PURGE: _purge_task,
    Due.EVENT_PURGE: _purge_events,
    Due.LOOK_AGAIN: _look_again,
}
