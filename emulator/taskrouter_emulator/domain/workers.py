"""Workers."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import delete as delete_rows
from sqlalchemy import select

from .. import assignment, events, paging, paths, representation, router, sids
from ..arguments import Arguments
from ..attributes import checked_attributes
from ..events import Cast
from ..lifecycle import LIVE
from ..names import claim_name
from ..refusals import invalid
from ..routing import Expression, ExpressionError, Scope, parse, queue_workers
from ..snapshot import queue_facts, worker_facts
from ..store.rows import Activity, Reservation, TaskChannel, TaskQueue, Worker, WorkerChannel
from ..transaction import WorkspaceTransaction
from . import activities, task_channels
from .answer import Answer, versioned, versioned_page


def make(tx: WorkspaceTransaction, name: str, activity_sid: str, attributes: str) -> Worker:
    """A new worker, with every channel."""
    row = Worker(
        **tx.issue(sids.WORKER),
        friendly_name=name,
        name_key=claim_name(tx, Worker, name),
        activity_sid=activity_sid,
        attributes=attributes,
        date_status_changed=tx.now,
        idle_since=tx.now,
        version=0,
    )
    tx.add(row)
    for channel in tx.all(TaskChannel):
        task_channels.equip(tx, row, channel)
    tx.freed.add(row.sid)
    events.record(tx, "worker.created", row.sid, f"Worker {name} created", Cast(worker=row))
    return row


def create(tx: WorkspaceTransaction, arguments: Arguments) -> Answer:
    """Create a worker, in the workspace's default activity unless another is named."""
    activity_sid = activities.checked_sid(tx, arguments.text("activity_sid"), "ActivitySid")
    attributes = checked_attributes(arguments.text("attributes") or "{}", "Attributes")
    name = arguments.text("friendly_name") or ""
    row = make(tx, name, activity_sid or tx.workspace.default_activity_sid, attributes)
    router.route(tx)
    return _show(tx, row)


def fetch(tx: WorkspaceTransaction, sid: str) -> Answer:
    """One worker."""
    return _show(tx, tx.find(Worker, sid))


def list_(tx: WorkspaceTransaction, arguments: Arguments) -> Answer:
    """The workers, filtered by activity, name, expression and queue."""
    statement = select(Worker).where(Worker.workspace_sid == tx.workspace.sid)
    name = arguments.text("friendly_name")
    if name is not None:
        statement = statement.where(Worker.friendly_name == name)
    activity_sids = _activities(tx, arguments)
    if activity_sids is not None:
        statement = statement.where(Worker.activity_sid.in_(activity_sids))
    versions: list[tuple[str, int]] = []

    def show(row: Worker) -> representation.Shown:
        versions.append((row.sid, row.version))
        return representation.worker(tx, row)

    listing = paging.Listing(
        key="workers",
        path=f"{paths.workspace(tx.workspace.sid)}/Workers",
        statement=statement,
        show=show,
        order=paging.ordering(arguments.text("ordering"), _ORDERS, Worker),
        keep=_matching(tx, arguments),
    )
    return versioned_page(paging.show_page(tx, listing, arguments.values), versions)


def update(tx: WorkspaceTransaction, sid: str, arguments: Arguments) -> Answer:
    """Change a worker's name, attributes or activity."""
    row = tx.find(Worker, sid)
    arguments.refuse_stale(paths.resource(Worker, row.workspace_sid, row.sid), row.version)
    name, attributes = arguments.text("friendly_name"), arguments.text("attributes")
    if name is not None and name != row.friendly_name:
        row.name_key = claim_name(tx, Worker, name, row.sid)
        row.friendly_name = name
        _touch(tx, row)
    if attributes is not None and attributes != row.attributes:
        row.attributes = checked_attributes(attributes, "Attributes")
        _touch(tx, row)
        description = f"Worker {row.friendly_name} attributes updated"
        events.record(tx, "worker.attributes.update", row.sid, description, Cast(worker=row))
    _change_activity(tx, row, arguments)
    router.route(tx)
    return _show(tx, row)


def delete(tx: WorkspaceTransaction, sid: str, arguments: Arguments) -> Answer:
    """Delete a worker that is unavailable and has no open reservation."""
    row = tx.find(Worker, sid)
    arguments.refuse_stale(paths.resource(Worker, row.workspace_sid, row.sid), row.version)
    if tx.find(Activity, row.activity_sid).available:
        raise invalid(f"Cannot delete worker {row.sid} because it is in an available activity.")
    if _reservations(tx, row, LIVE):
        raise invalid(f"Cannot delete worker {row.sid} because it has open reservations.")
    events.record(tx, "worker.deleted", row.sid, f"Worker {row.friendly_name} deleted", Cast(worker=row))
    tx.session.execute(delete_rows(WorkerChannel).where(WorkerChannel.worker_sid == row.sid))
    tx.remove(row)
    return Answer()


def _change_activity(tx: WorkspaceTransaction, row: Worker, arguments: Arguments) -> None:
    """Move the worker; what is pending is rejected if that is asked for, and stands in the way if it is not."""
    activity = tx.lookup(Activity, activities.checked_sid(tx, arguments.text("activity_sid"), "ActivitySid"))
    rejects = arguments.flag("reject_pending_reservations") or False
    if rejects and (activity is None or activity.available):
        raise invalid("Unable to reject pending reservations when updating to an Available activity state.")
    if activity is None:
        return
    pending = [] if activity.available else _reservations(tx, row, {"pending"})
    if pending and not rejects and activity.sid != row.activity_sid:
        raise invalid(
            f"Worker {row.sid} has pending reservations and cannot be moved to activity {activity.sid}: "
            "reject them first, or with RejectPendingReservations=true."
        )
    assignment.set_activity(tx, row, activity.sid)
    for reservation in pending if rejects else ():
        assignment.reject(tx, reservation, activity.sid)


def _touch(tx: WorkspaceTransaction, row: Worker) -> None:
    row.version += 1
    row.date_updated = tx.now
    tx.freed.add(row.sid)


def _reservations(tx: WorkspaceTransaction, row: Worker, statuses: frozenset[str] | set[str]) -> list[Reservation]:
    statement = select(Reservation).where(
        Reservation.worker_sid == row.sid, Reservation.reservation_status.in_(sorted(statuses))
    )
    return tx.remember(tx.session.scalars(statement.order_by(Reservation.id)))


def _activities(tx: WorkspaceTransaction, arguments: Arguments) -> list[str] | None:
    """The activities that the filters leave; None if there is no filter."""
    name, sid, is_available = (
        arguments.text("activity_name"),
        arguments.text("activity_sid"),
        arguments.yes("available"),
    )
    if name is None and sid is None and is_available is None:
        return None
    return [
        activity.sid
        for activity in tx.all(Activity)
        if (name is None or activity.friendly_name == name)
        and (sid is None or activity.sid == sids.canonical(sid))
        and (is_available is None or activity.available is is_available)
    ]


def _matching(tx: WorkspaceTransaction, arguments: Arguments) -> Callable[[Worker], bool]:
    """Whether a worker matches the expression and serves the queue that are asked for."""
    text = arguments.text("target_workers_expression")
    try:
        expression: Expression | None = None if text is None else parse(text)
    except ExpressionError as error:
        raise invalid(f"TargetWorkersExpression: {error}") from None
    name, sid = arguments.text("task_queue_name"), arguments.text("task_queue_sid")
    queues = [
        queue_facts(queue)
        for queue in (tx.all(TaskQueue) if name is not None or sid is not None else ())
        if (name is None or queue.friendly_name == name) and (sid is None or queue.sid == sids.canonical(sid))
    ]
    if expression is None and name is None and sid is None:
        return lambda row: True  # noqa: ARG005

    everybody = {facts.sid: facts for facts in worker_facts(tx, tx.all(Worker))}

    def keep(row: Worker) -> bool:
        facts = everybody[row.sid]
        scope = Scope(tx.now, worker=facts, bare="listed_worker")
        if expression is not None and not expression.holds(scope):
            return False
        return (name is None and sid is None) or any(queue_workers(queue, [facts], tx.now) for queue in queues)

    return keep


_ORDERS = {
    "DateCreated": Worker.date_created,
    "DateStatusChanged": Worker.date_status_changed,
    "FriendlyName": Worker.friendly_name,
}


def _show(tx: WorkspaceTransaction, row: Worker) -> Answer:
    return versioned(representation.worker(tx, row), row.version)
