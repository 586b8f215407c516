"""The router: puts waiting tasks where they belong, and makes reservations for whom they fit.

It looks only at what a change has touched: tasks that are new, changed or back, and for the other waiting tasks the
workers that were freed. Everything else was looked at before, and found nobody.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import timedelta

from sqlalchemy import and_, or_, select

from . import assignment, events
from .events import Cast
from .routing import (
    Position,
    QueueFacts,
    QueueOrder,
    Step,
    TaskFacts,
    WorkerFacts,
    count_workers,
    current_step,
    first_step,
    offers,
    order_tasks,
    parse,
    queue_step,
    step_after_deadline,
    step_after_skip,
)
from .snapshot import configuration, queue_facts, task_facts, worker_facts
from .store.rows import Reservation, Task, TaskQueue, Timer, Worker, Workflow
from .transaction import Due, WorkspaceTransaction

NOWHERE_TO_GO = "The workflow has no further target and no default filter"
_DIRECT = "queue"
_UNACCEPTED = ("rejected", "timeout", "canceled")
_TIMED = ("taskrouter.", ".age")
_STRIDES = 500
_ANYBODY = QueueFacts("", parse("1==1"))


def route(tx: WorkspaceTransaction) -> None:
    """Place every task that the transaction has left unplaced, and offer waiting ones to freed workers."""
    while tx.unplaced or tx.freed:
        unplaced, freed = tx.unplaced, tx.freed
        tx.unplaced, tx.freed = set(), set()
        tasks = _waiting(tx, None if freed else unplaced)
        if tasks:
            _Board(tx, tasks, unplaced, freed).place_all()


def meet_deadline(tx: WorkspaceTransaction, task: Task) -> None:
    """The time for a step is over: without an open offer, the task moves on when it is placed next."""
    if task.assignment_status == "pending":
        tx.unplaced.add(task.sid)


def start_over(task: Task) -> None:
    """Have the task begin its workflow again."""
    if task.position is not None and task.position != _DIRECT:
        task.position = None


def put_into_queue(task: Task) -> None:
    """Have the task wait in its queue, whatever its workflow says."""
    task.position = _DIRECT


def look_again(tx: WorkspaceTransaction) -> None:
    """Have every waiting task tried with every worker: the time of day may have changed what fits."""
    tx.freed.update(tx.session.scalars(select(Worker.sid).where(Worker.workspace_sid == tx.workspace.sid)))


def _waiting(tx: WorkspaceTransaction, sids: set[str] | None) -> list[Task]:
    queues = select(TaskQueue.sid).where(
        TaskQueue.workspace_sid == tx.workspace.sid, TaskQueue.max_reserved_workers > 1
    )
    has_room = Task.task_queue_sid.in_(queues)
    statement = select(Task).where(
        Task.workspace_sid == tx.workspace.sid,
        or_(Task.assignment_status == "pending", and_(Task.assignment_status == "reserved", has_room)),
        Task.is_deleted.is_(False),
    )
    if sids is not None:
        statement = statement.where(Task.sid.in_(sorted(sids)))
    return tx.remember(tx.session.scalars(statement.order_by(Task.id)))


@dataclass(slots=True)
class _Place:
    """A waiting task at a step; `is_new` until it was tried there."""

    task: Task
    step: Step | None
    is_new: bool


@dataclass(slots=True)
class _Board:
    """Everybody who takes part in one round of routing."""

    tx: WorkspaceTransaction
    tasks: list[Task]
    unplaced: set[str]
    freed: set[str]
    rows: dict[str, Worker] = field(init=False)
    workers: dict[str, WorkerFacts] = field(init=False)
    open_offers: dict[str, set[str]] = field(init=False)
    ended_offers: dict[str, set[str]] = field(init=False)

    def __post_init__(self) -> None:
        rows = self.tx.all(Worker)
        self.rows = {row.sid: row for row in rows}
        self.workers = {facts.sid: facts for facts in worker_facts(self.tx, rows)}
        self.open_offers, self.ended_offers = defaultdict(set), defaultdict(set)
        statement = (
            select(Reservation.task_sid, Reservation.worker_sid, Reservation.reservation_status)
            .where(Reservation.task_sid.in_([task.sid for task in self.tasks]))
            .distinct()
        )
        for task_sid, worker_sid, status in self.tx.session.execute(statement):
            if status == "pending":
                self.open_offers[task_sid].add(worker_sid)
            elif status in _UNACCEPTED:
                self.ended_offers[task_sid].add(worker_sid)

    def place_all(self) -> None:
        """Place the tasks, those first that come first."""
        places = {task.sid: self._place_of(task) for task in self.tasks}
        prioritized: QueueOrder = "LIFO" if self.tx.workspace.prioritize_queue_order == "LIFO" else "FIFO"
        ranked = order_tasks(
            [(self._ranked(place), self._queue_facts(place)) for place in places.values()], prioritized
        )
        for facts, _ in ranked:
            self._place(places[facts.sid])

    def _ranked(self, place: _Place) -> TaskFacts:
        facts = task_facts(place.task)
        return replace(facts, priority=_priority(place.task, place.step))

    def _queue_facts(self, place: _Place) -> QueueFacts:
        queue = self._queue(place)
        return _ANYBODY if queue is None else queue_facts(queue)

    def _queue(self, place: _Place) -> TaskQueue | None:
        return None if place.step is None else self.tx.lookup(TaskQueue, place.step.queue_sid)

    def _place_of(self, task: Task) -> _Place:
        """Where the task is, or is to go."""
        tx, facts = self.tx, task_facts(task)
        workflow = tx.lookup(Workflow, task.workflow_sid)
        if task.position == _DIRECT or workflow is None:
            is_new = task.task_queue_entered_date is None
            return _Place(task, queue_step(task.task_queue_sid or ""), is_new)
        rules = configuration(workflow)
        step = None
        if task.position is not None:
            position = Position(*json.loads(task.position))
            step = current_step(rules, facts, position)
            if step is not None and step.is_over(tx.now) and not self.open_offers[task.sid]:
                self._record(task, "task-queue.timeout", "left its queue, its time there is over")
                return _Place(task, step_after_deadline(rules, facts, position, tx.now), is_new=True)
        if step is not None:
            return _Place(task, step, is_new=False)
        if task.position is None and task.task_queue_entered_date is None:
            self._record(task, "workflow.entered", f"entered workflow {workflow.friendly_name}")
        return _Place(task, first_step(rules, facts, tx.now), is_new=True)

    def _place(self, place: _Place) -> None:
        """Try the task at its step, and at those after it that it skips to."""
        tx, task = self.tx, place.task
        while place.step is not None:
            if place.is_new:
                self._enter(task, place.step)
            facts, queue = task_facts(task), self._queue_facts(place)
            if self._offer(facts, place, queue):
                return
            counts = count_workers(queue, self.workers.values(), tx.now)
            if not place.is_new or not place.step.is_skipped(facts, counts, tx.now):
                self._look_again_later(place.step, queue)
                return
            self._record(task, "workflow.skipped", "skipped a step of its workflow")
            workflow = tx.find(Workflow, task.workflow_sid or "")
            place.step = step_after_skip(configuration(workflow), facts, place.step.position, tx.now)
        if task.assignment_status == "pending":
            self._record(task, "workflow.timeout", "left its workflow")
            assignment.cancel_task(tx, task, NOWHERE_TO_GO)

    def _enter(self, task: Task, step: Step) -> None:
        tx, queue = self.tx, self.tx.lookup(TaskQueue, step.queue_sid)
        task.priority = _priority(task, step)
        if task.position != _DIRECT and task.workflow_sid is not None:
            task.position = json.dumps(step.position)
            self._record(task, "workflow.target-matched", "matched a target of its workflow")
        if step.deadline is not None:
            tx.schedule(Due.STEP_DEADLINE, step.deadline, task.sid)
        if queue is None or (queue.sid == task.task_queue_sid and task.task_queue_entered_date is not None):
            return
        name = "entered" if task.task_queue_entered_date is None else "moved"
        task.task_queue_sid, task.task_queue_entered_date = queue.sid, tx.now
        self._record(task, f"task-queue.{name}", f"entered queue {queue.friendly_name}", queue)

    def _offer(self, task: TaskFacts, place: _Place, queue: QueueFacts) -> bool:
        """Make the reservations that can be made now; whether there are any."""
        step = place.step or queue_step("")
        if task.routed_worker_sid is not None:
            # A task addressed to one worker asks neither the queue nor the target.
            step, queue = queue_step(step.queue_sid), _ANYBODY
        elif not step.queue_sid:
            return False
        candidates = self.workers if task.sid in self.unplaced or place.is_new else self.freed
        chosen = offers(
            task,
            step,
            queue,
            [self.workers[sid] for sid in candidates if sid in self.workers],
            now=self.tx.now,
            is_multi_tasking=self.tx.workspace.multi_task_enabled,
            open_offers=self.open_offers[task.sid],
            ended_offers=self.ended_offers[task.sid],
        )
        row = self._queue(place)
        for sid in chosen:
            assignment.offer(self.tx, place.task, self.rows[sid], row)
            self.open_offers[task.sid].add(sid)
            self.workers[sid] = self._busier(sid, task)
        return bool(chosen)

    def _busier(self, sid: str, task: TaskFacts) -> WorkerFacts:
        worker = replace(self.workers[sid].with_reservation(task.channel_unique_name), idle_since=self.tx.now)
        row = self.rows[sid]
        if row.activity_sid == worker.activity_sid:
            return worker
        now = worker_facts(self.tx, [row])[0]
        return replace(
            worker, activity_sid=now.activity_sid, activity_name=now.activity_name, is_available=now.is_available
        )

    def _look_again_later(self, step: Step, queue: QueueFacts) -> None:
        """Time alone may make somebody fit where an expression asks for it: look again every minute."""
        texts = [each.text for each in (step.expression, queue.target_workers) if each is not None]
        if not any(word in text for text in texts for word in _TIMED):
            return
        known = select(Timer.id).where(Timer.workspace_sid == self.tx.workspace.sid, Timer.kind == Due.LOOK_AGAIN)
        if self.tx.session.scalar(known.limit(1)) is None:
            # A clock that was moved far is caught up with in fewer, longer strides.
            minutes = 1 + (self.tx.present - self.tx.now) // timedelta(minutes=_STRIDES)
            this_minute = self.tx.now.replace(second=0, microsecond=0)
            self.tx.schedule(Due.LOOK_AGAIN, this_minute + timedelta(minutes=minutes), self.tx.workspace.sid)

    def _record(self, task: Task, event_type: str, text: str, queue: TaskQueue | None = None) -> None:
        subject = {"workflow": task.workflow_sid, "task-queue": task.task_queue_sid}[event_type.partition(".")[0]]
        if subject is not None:
            events.record(self.tx, event_type, subject, f"Task {task.sid} {text}", Cast(task=task, queue=queue))


def _priority(task: Task, step: Step | None) -> int:
    """The target's priority, else the one that a client gave."""
    target = None if step is None else step.priority
    return (task.own_priority or 0) if target is None else target
