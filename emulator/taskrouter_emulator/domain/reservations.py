"""Reservations, seen below their task or below their worker: one row, two views."""

from __future__ import annotations

from sqlalchemy import select

from .. import assignment, paging, paths, representation, router, sids, telephony
from ..arguments import Arguments
from ..lifecycle import RESERVATION, SETTABLE
from ..refusals import invalid, not_found
from ..representation import View
from ..store.rows import Reservation, Task, Worker
from ..transaction import WorkspaceTransaction
from . import activities, tasks
from .answer import Answer, versioned, versioned_page


def fetch(tx: WorkspaceTransaction, view: View, parent_sid: str, sid: str) -> Answer:
    """One reservation."""
    return _show(tx, view, find(tx, view, parent_sid, sid))


def list_(tx: WorkspaceTransaction, view: View, parent_sid: str, arguments: Arguments) -> Answer:
    """The reservations of a task or of a worker, filtered by status (and, of a task, by worker)."""
    parent = _parent(tx, view, parent_sid)
    column = Reservation.task_sid if view is Task else Reservation.worker_sid
    statement = select(Reservation).where(column == parent.sid)
    status, worker_sid = arguments.text("reservation_status"), arguments.text("worker_sid")
    if status is not None:
        statement = statement.where(Reservation.reservation_status == status)
    if worker_sid is not None:
        statement = statement.where(Reservation.worker_sid == sids.canonical(worker_sid))
    versions: list[tuple[str, int]] = []

    def show(row: Reservation) -> representation.Shown:
        versions.append((row.sid, row.version))
        return representation.reservation(tx, row, view)

    listing = paging.Listing(
        key="reservations",
        path=f"{paths.resource(view, parent.workspace_sid, parent.sid)}/Reservations",
        statement=statement,
        show=show,
        order=paging.by_id(Reservation),
    )
    return versioned_page(paging.show_page(tx, listing, arguments.values), versions)


def update(tx: WorkspaceTransaction, view: View, parent_sid: str, sid: str, arguments: Arguments) -> Answer:
    """Set the reservation's status, or carry an instruction out."""
    row = find(tx, view, parent_sid, sid)
    arguments.refuse_stale(paths.reservation(row, view), row.version)
    status, instruction = arguments.text("reservation_status"), arguments.text("instruction")
    if (status is None) == (instruction is None):
        raise invalid("Give either ReservationStatus or Instruction")
    if instruction is not None:
        if view is Worker and instruction == "supervise":
            raise invalid("Unknown instruction 'supervise' of a worker's reservation", telephony.UNKNOWN_INSTRUCTION)
        telephony.instruct(tx, row, arguments.values)
    elif status is not None:
        _set_status(tx, row, status, arguments)
    router.route(tx)
    return _show(tx, view, row)


def find(tx: WorkspaceTransaction, view: View, parent_sid: str, sid: str) -> Reservation:
    """The reservation below its task or its worker; ApiError 404 where it is not."""
    parent = _parent(tx, view, parent_sid)
    row = tx.lookup(Reservation, sid)
    if row is None or parent.sid not in {row.task_sid, row.worker_sid}:
        raise not_found(f"{paths.resource(view, tx.workspace.sid, parent_sid)}/Reservations/{sid}")
    return row


def _set_status(tx: WorkspaceTransaction, row: Reservation, status: str, arguments: Arguments) -> None:
    if status == "accepted" and row.reservation_status == "pending":
        telephony.refuse_held(row)
    if status not in SETTABLE or not RESERVATION.allows(row.reservation_status, status):
        raise invalid(
            f"Reservation {row.sid} is already in state [{row.reservation_status}] and cannot be updated to [{status}]"
        )
    match status:
        case "accepted":
            assignment.accept(tx, row)
        case "rejected":
            activity_sid = arguments.text("worker_activity_sid")
            assignment.reject(tx, row, activities.checked_sid(tx, activity_sid, "WorkerActivitySid"))
        case "wrapping":
            assignment.wrap(tx, row)
        case _:
            assignment.complete(tx, row)


def _parent(tx: WorkspaceTransaction, view: View, sid: str) -> Task | Worker:
    return tasks.find(tx, sid) if view is Task else tx.find(Worker, sid)


def _show(tx: WorkspaceTransaction, view: View, row: Reservation) -> Answer:
    return versioned(representation.reservation(tx, row, view), row.version)
