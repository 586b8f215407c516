"""Task queues: where tasks wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import select

from .. import events, paging, paths, representation, router, sids
from ..arguments import Arguments
from ..attributes import checked_attributes, read_attributes
from ..events import Cast
from ..lifecycle import OPEN_TASK
from ..names import claim_name
from ..refusals import invalid
from ..routing import ExpressionError, WorkerFacts, parse, queue_workers
from ..snapshot import configuration, queue_facts, worker_facts
from ..store.rows import Task, TaskQueue, Worker, Workflow
from ..transaction import WorkspaceTransaction
from . import activities
from .answer import Answer

EVERYBODY = "1==1"


def make(tx: WorkspaceTransaction, name: str, target_workers: str = EVERYBODY, **columns: object) -> TaskQueue:
    """A new queue; `columns` says what is not as by default."""
    defaults = {
        "max_reserved_workers": 1,
        "task_order": "FIFO",
        "reservation_activity_sid": None,
        "assignment_activity_sid": None,
    }
    row = TaskQueue(
        **tx.issue(sids.TASK_QUEUE),
        friendly_name=name,
        name_key=claim_name(tx, TaskQueue, name),
        target_workers=target_workers,
        **{**defaults, **{key: value for key, value in columns.items() if value is not None}},
    )
    tx.add(row)
    events.record(tx, "task-queue.created", row.sid, f"Task queue {name} created", Cast(queue=row))
    return row


def create(tx: WorkspaceTransaction, arguments: Arguments) -> Answer:
    """Create a queue; by default it is for every worker."""
    target_workers = arguments.text("target_workers")
    row = make(
        tx,
        arguments.text("friendly_name") or "",
        EVERYBODY if target_workers is None else _checked(target_workers),
        **_columns(tx, arguments),
    )
    return Answer(representation.task_queue(tx, row))


def fetch(tx: WorkspaceTransaction, sid: str) -> Answer:
    """One queue."""
    return Answer(representation.task_queue(tx, tx.find(TaskQueue, sid)))


def list_(tx: WorkspaceTransaction, arguments: Arguments) -> Answer:
    """The queues, filtered by name and by the worker they are for."""
    statement = select(TaskQueue).where(TaskQueue.workspace_sid == tx.workspace.sid)
    name = arguments.text("friendly_name")
    if name is not None:
        statement = statement.where(TaskQueue.friendly_name == name)
    listing = paging.Listing(
        key="task_queues",
        path=f"{paths.workspace(tx.workspace.sid)}/TaskQueues",
        statement=statement,
        show=lambda row: representation.task_queue(tx, row),
        order=paging.ordering(arguments.text("ordering"), _ORDERS, TaskQueue),
        keep=_serving(tx, arguments),
    )
    return Answer(paging.show_page(tx, listing, arguments.values))


def update(tx: WorkspaceTransaction, sid: str, arguments: Arguments) -> Answer:
    """Change a queue; its waiting tasks are offered to whom it is for now."""
    row = tx.find(TaskQueue, sid)
    name, target_workers = arguments.text("friendly_name"), arguments.text("target_workers")
    if name is not None and name != row.friendly_name:
        row.name_key = claim_name(tx, TaskQueue, name, row.sid)
        row.friendly_name = name
    if target_workers is not None:
        row.target_workers = _checked(target_workers)
    for column, value in _columns(tx, arguments).items():
        if value is not None:
            setattr(row, column, value)
    if arguments.values:
        row.date_updated = tx.now
        events.record(tx, "task-queue.updated", row.sid, f"Task queue {row.friendly_name} updated", Cast(queue=row))
        waiting = select(Task.sid).where(Task.task_queue_sid == row.sid, Task.assignment_status == "pending")
        tx.unplaced.update(tx.session.scalars(waiting))
        router.route(tx)
    return Answer(representation.task_queue(tx, row))


def delete(tx: WorkspaceTransaction, sid: str) -> Answer:
    """Delete a queue that holds no task and that no workflow names."""
    row = tx.find(TaskQueue, sid)
    statement = select(Task.sid).where(Task.task_queue_sid == row.sid, Task.assignment_status.in_(sorted(OPEN_TASK)))
    task = tx.session.scalar(statement.limit(1))
    if task is not None:
        raise invalid(f"Cannot delete task queue {row.sid} because it holds task {task}.")
    for workflow in tx.all(Workflow):
        if row.sid in configuration(workflow).queue_sids:
            raise invalid(f"Cannot delete task queue {row.sid} because workflow {workflow.sid} names it.")
    events.record(tx, "task-queue.deleted", row.sid, f"Task queue {row.friendly_name} deleted", Cast(queue=row))
    tx.remove(row)
    return Answer()


def _columns(tx: WorkspaceTransaction, arguments: Arguments) -> dict[str, object]:
    reservation = arguments.text("reservation_activity_sid")
    assignment_ = arguments.text("assignment_activity_sid")
    return {
        "max_reserved_workers": arguments.number("max_reserved_workers"),
        "task_order": arguments.text("task_order"),
        "reservation_activity_sid": activities.checked_sid(tx, reservation, "ReservationActivitySid"),
        "assignment_activity_sid": activities.checked_sid(tx, assignment_, "AssignmentActivitySid"),
    }


def _checked(target_workers: str) -> str:
    if target_workers.strip():
        try:
            parse(target_workers)
        except ExpressionError as error:
            raise invalid(f"TargetWorkers: {error}") from None
    return target_workers


def _serving(tx: WorkspaceTransaction, arguments: Arguments) -> Callable[[TaskQueue], bool]:
    """Whether a queue is for the worker, and for one with the attributes, that are asked for."""
    wanted: list[WorkerFacts] = []
    sid, attributes = arguments.text("worker_sid"), arguments.text("evaluate_worker_attributes")
    if sid is not None:
        worker = tx.lookup(Worker, sid)
        if worker is None:
            return lambda row: False  # noqa: ARG005
        wanted.extend(worker_facts(tx, [worker]))
    if attributes is not None:
        known = read_attributes(checked_attributes(attributes, "EvaluateWorkerAttributes"))
        nobody = WorkerFacts("", "", "", "", is_available=True, idle_since=tx.now)
        wanted.append(replace(nobody, attributes=known))
    return lambda row: all(queue_workers(queue_facts(row), [facts], tx.now) for facts in wanted)


_ORDERS = {"DateCreated": TaskQueue.date_created, "FriendlyName": TaskQueue.friendly_name}
