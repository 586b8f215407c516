"""What happens to a reservation, to its task and to its worker, step by step of their life cycles.

Every function expects that the transaction has the workspace to itself. What becomes free or waits again is noted in
the transaction for the router.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, select

from . import events, sids
from .events import Cast
from .lifecycle import LIVE, RESERVATION, TASK
from .refusals import invalid
from .store.rows import Activity, Reservation, Task, TaskQueue, Worker, Workflow
from .transaction import Due, WorkspaceTransaction

PURGE_SECONDS = 300
DEFAULT_RESERVATION_TIMEOUT = 120
ALL_COMPLETED = "All reservations were completed"
TOO_MANY_REJECTIONS = "Max assignment count exceeded"

_EVENTS = {"wrapping": "wrapup"}


def offer(tx: WorkspaceTransaction, task: Task, worker: Worker, queue: TaskQueue | None) -> Reservation:
    """Make a reservation of the task for the worker."""
    workflow = tx.lookup(Workflow, task.workflow_sid)
    timeout = DEFAULT_RESERVATION_TIMEOUT if workflow is None else workflow.task_reservation_timeout
    reservation = Reservation(
        **tx.issue(sids.RESERVATION),
        reservation_status="pending",
        task_sid=task.sid,
        worker_sid=worker.sid,
        worker_name=worker.friendly_name,
        task_channel_sid=task.task_channel_sid,
        task_queue_sid=None if queue is None else queue.sid,
        workflow_sid=task.workflow_sid,
        worker_previous_activity_sid=worker.activity_sid,
        reservation_timeout=timeout,
        version=0,
    )
    tx.add(reservation)
    tx.schedule_in(Due.RESERVATION_TIMEOUT, timeout, reservation.sid)
    worker.version += 1
    worker.date_updated = worker.idle_since = tx.now
    if task.assignment_status == "pending":
        move_task(tx, task, "reserved")
    if queue is not None and not tx.workspace.multi_task_enabled:
        set_activity(tx, worker, queue.reservation_activity_sid)
    _record(tx, "created", reservation, task, worker)
    return reservation


def accept(tx: WorkspaceTransaction, reservation: Reservation) -> None:
    """The worker takes the task: it is assigned, the other workers' offers are rescinded at once."""
    task, worker = _parties(tx, reservation)
    move(tx, reservation, "accepted")
    move_task(tx, task, "assigned")
    queue = tx.lookup(TaskQueue, reservation.task_queue_sid)
    if queue is not None and worker is not None and not tx.workspace.multi_task_enabled:
        set_activity(tx, worker, queue.assignment_activity_sid)
    for other in live_reservations(tx, task, {"pending"}):
        _end_offer(tx, other, "rescinded")


def reject(tx: WorkspaceTransaction, reservation: Reservation, activity_sid: str | None = None) -> None:
    """The worker declines, and goes to the activity if one is given; too many rejections cancel the task."""
    task, _ = _parties(tx, reservation)
    _end_offer(tx, reservation, "rejected", activity_sid)
    task.rejections += 1
    limit = tx.workspace.max_rejections or tx.options.max_rejections
    if task.rejections >= limit:
        cancel_task(tx, task, TOO_MANY_REJECTIONS)
    else:
        _return_task(tx, task)


def time_out(tx: WorkspaceTransaction, reservation: Reservation) -> None:
    """Nobody answered in time: the worker goes to the workspace's timeout activity."""
    task, _ = _parties(tx, reservation)
    _end_offer(tx, reservation, "timeout", tx.workspace.timeout_activity_sid)
    _return_task(tx, task)


def fail_call(tx: WorkspaceTransaction, reservation: Reservation, code: int) -> None:
    """The call to the worker failed: the reservation is canceled with the code, the task waits again."""
    task, _ = _parties(tx, reservation)
    reservation.canceled_reason_code = code
    _end_offer(tx, reservation, "canceled")
    _return_task(tx, task)


def wrap(tx: WorkspaceTransaction, reservation: Reservation) -> None:
    """The worker has finished the work but for what comes after it."""
    task, _ = _parties(tx, reservation)
    move(tx, reservation, "wrapping")
    if not live_reservations(tx, task, LIVE - {"wrapping"}):
        move_task(tx, task, "wrapping")


def complete(tx: WorkspaceTransaction, reservation: Reservation) -> None:
    """The worker has finished; the task is completed with its last reservation."""
    task, _ = _parties(tx, reservation)
    _finish(tx, reservation)
    if not live_reservations(tx, task, LIVE):
        task.reason = task.reason or ALL_COMPLETED
        move_task(tx, task, "completed")


def cancel_task(tx: WorkspaceTransaction, task: Task, reason: str | None) -> None:
    """The task will not be done; its offers are canceled."""
    task.reason = task.reason if reason is None else reason
    move_task(tx, task, "canceled")
    for reservation in live_reservations(tx, task, {"pending"}):
        _end_offer(tx, reservation, "canceled")


def wrap_task(tx: WorkspaceTransaction, task: Task, reason: str | None) -> None:
    """The task and its accepted reservations go over to wrapping."""
    for reservation in live_reservations(tx, task, {"accepted"}):
        move(tx, reservation, "wrapping")
    task.reason = task.reason if reason is None else reason
    move_task(tx, task, "wrapping")


def complete_task(tx: WorkspaceTransaction, task: Task, reason: str | None) -> None:
    """The task is done, and with it its reservations."""
    for reservation in live_reservations(tx, task, LIVE):
        _finish(tx, reservation)
    task.reason = task.reason if reason is None else reason
    move_task(tx, task, "completed")


def delete_task(tx: WorkspaceTransaction, task: Task) -> None:
    """The task is gone: its offers are canceled, what was accepted is completed."""
    for reservation in live_reservations(tx, task, LIVE):
        if reservation.reservation_status == "pending":
            _end_offer(tx, reservation, "canceled")
        else:
            _finish(tx, reservation)
    task.is_deleted = True
    task.version += 1
    tx.unplaced.discard(task.sid)
    if task.assignment_status not in {"canceled", "completed"}:
        task.assignment_status = "canceled" if task.assignment_status in {"pending", "reserved"} else "completed"
        tx.schedule_in(Due.TASK_PURGE, PURGE_SECONDS, task.sid)
    events.record(tx, "task.deleted", task.sid, f"Task {task.sid} deleted", Cast(task=task))


def record_purge(tx: WorkspaceTransaction, task: Task) -> None:
    """Note that a task which was over is forgotten."""
    if not task.is_deleted:
        events.record(tx, "task.system-deleted", task.sid, f"Task {task.sid} forgotten", Cast(task=task))


def move(tx: WorkspaceTransaction, reservation: Reservation, status: str) -> None:
    """Take the reservation to the status; ApiError 400 naming the present one where that is illegal."""
    current = reservation.reservation_status
    if not RESERVATION.allows(current, status):
        raise invalid(
            f"Reservation {reservation.sid} is already in state [{current}] and cannot be updated to [{status}]"
        )
    reservation.reservation_status = status
    reservation.held_until = None
    if status != "canceled":
        reservation.canceled_reason_code = None
    reservation.version += 1
    reservation.date_updated = tx.now
    task, worker = _parties(tx, reservation)
    _record(tx, _EVENTS.get(status, status), reservation, task, worker)


def move_task(tx: WorkspaceTransaction, task: Task, status: str) -> None:
    """Take the task to the status; one that is over is purged after five minutes."""
    if not TASK.allows(task.assignment_status, status):
        raise invalid(f"Task {task.sid} is in state [{task.assignment_status}] and cannot be updated to [{status}]")
    task.assignment_status = status
    task.version += 1
    task.date_updated = tx.now
    tx.unplaced.discard(task.sid)
    if status in {"canceled", "completed"}:
        tx.schedule_in(Due.TASK_PURGE, PURGE_SECONDS, task.sid)
    if status in {"canceled", "completed", "wrapping"}:
        name = _EVENTS.get(status, status)
        reason = f": {task.reason}" if task.reason else ""
        events.record(tx, f"task.{name}", task.sid, f"Task {task.sid} {status}{reason}", Cast(task=task))


def set_activity(tx: WorkspaceTransaction, worker: Worker, activity_sid: str | None) -> None:
    """Put the worker into the activity; None or the present one changes nothing."""
    activity = tx.lookup(Activity, activity_sid)
    if activity is None or activity.sid == worker.activity_sid:
        return
    worker.activity_sid = activity.sid
    worker.date_status_changed = worker.date_updated = tx.now
    worker.version += 1
    if activity.available:
        tx.freed.add(worker.sid)
    description = f"Worker {worker.friendly_name} moved to activity {activity.friendly_name}"
    cast = Cast(worker=worker, activity=activity)
    events.record(tx, "worker.activity.update", worker.sid, description, cast)


def live_reservations(tx: WorkspaceTransaction, task: Task, statuses: Iterable[str]) -> list[Reservation]:
    """The task's reservations in one of the statuses, oldest first."""
    return tx.remember(tx.session.scalars(_OF_TASK, {"task_sid": task.sid, "statuses": list(statuses)}))


_OF_TASK = (
    select(Reservation)
    .where(
        Reservation.task_sid == bindparam("task_sid"),
        Reservation.reservation_status.in_(bindparam("statuses", expanding=True)),
    )
    .order_by(Reservation.id)
)


def _end_offer(
    tx: WorkspaceTransaction, reservation: Reservation, status: str, activity_sid: str | None = None
) -> None:
    """An offer ends unaccepted; by default the worker is back where the offer took it from."""
    previous = None if tx.workspace.multi_task_enabled else reservation.worker_previous_activity_sid
    move(tx, reservation, status)
    _free(tx, reservation, activity_sid or previous)


def _finish(tx: WorkspaceTransaction, reservation: Reservation) -> None:
    move(tx, reservation, "completed")
    _free(tx, reservation, reservation.post_work_activity_sid)


def _free(tx: WorkspaceTransaction, reservation: Reservation, activity_sid: str | None) -> None:
    worker = tx.lookup(Worker, reservation.worker_sid)
    if worker is not None:
        worker.idle_since = tx.now
        tx.freed.add(worker.sid)
        set_activity(tx, worker, activity_sid)


def _return_task(tx: WorkspaceTransaction, task: Task) -> None:
    """An offer ended unaccepted: without another one, the task waits again."""
    if task.assignment_status == "reserved" and not live_reservations(tx, task, {"pending"}):
        move_task(tx, task, "pending")
    if task.assignment_status in {"pending", "reserved"}:
        tx.unplaced.add(task.sid)


def _parties(tx: WorkspaceTransaction, reservation: Reservation) -> tuple[Task, Worker | None]:
    return tx.find(Task, reservation.task_sid), tx.lookup(Worker, reservation.worker_sid)


def _record(tx: WorkspaceTransaction, name: str, reservation: Reservation, task: Task, worker: Worker | None) -> None:
    description = f"Worker {reservation.worker_name} reservation {reservation.sid} {name}"
    cast = Cast(task=task, worker=worker, reservation=reservation)
    events.record(tx, f"reservation.{name}", reservation.sid, description, cast)
