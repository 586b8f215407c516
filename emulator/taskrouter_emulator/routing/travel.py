"""How a task travels through its workflow, one step at a time.

A step is where a task waits: a queue, with a target's conditions where a target put it there. A task moves on when
nobody was found at once and the target says to skip then, or when the target's deadline has come; a deadline takes no
offer away, it counts once the task has no pending reservation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from .conditions import Operand
from .configuration import Filter, Target, WorkflowConfiguration
from .expressions import Expression, OrderClause
from .facts import TaskFacts
from .scope import Scope, WorkerCounts


class Position(NamedTuple):
    """Where a task stands in its workflow's configuration, small enough to be stored with the task as JSON.

    Without a target it waits in a default filter's queue, or, without a workflow, in the queue it was made for.
    """

    filter: int | None = None
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Where a task waits, who may take it there, and until when (`deadline`, UTC; None: until it expires).

    `priority` None leaves the task's priority as it is.
    """

    position: Position
    queue_sid: str
    priority: int | None = None
    expression: Expression | None = None
    order_by: tuple[OrderClause, ...] = ()
    known_worker_sid: Operand | None = None
    known_worker_friendly_name: Operand | None = None
    skip_if: Expression | None = None
    deadline: datetime | None = None

    def is_over(self, now: datetime) -> bool:
        """Whether the deadline has come."""
        return self.deadline is not None and self.deadline <= now

    def is_skipped(self, task: TaskFacts, counts: WorkerCounts, now: datetime) -> bool:
        """Whether a task that found nobody on entering goes on at once; `counts` are of the step's queue."""
        scope = Scope(now, task=task, counts=counts)
        return self.skip_if is not None and self.skip_if.holds(scope)


def first_step(configuration: WorkflowConfiguration, task: TaskFacts, now: datetime) -> Step | None:
    """Where the task goes on entering the workflow, or when it is evaluated anew; None: it leaves the workflow.

    The first filter that holds takes the task. A target whose deadline has come, because the task is old already, is
    passed over.
    """
    return _step_from_filter(configuration, task, now, 0)


def step_after_deadline(
    configuration: WorkflowConfiguration, task: TaskFacts, position: Position, now: datetime
) -> Step | None:
    """Where the task goes when its step's deadline has come: the next target, then the default filter.

    None: it leaves the workflow.
    """
    return _step_in_filter(configuration, task, now, position) or _default_step(configuration, position.filter)


def step_after_skip(
    configuration: WorkflowConfiguration, task: TaskFacts, position: Position, now: datetime
) -> Step | None:
    """Where the task goes when it skips its step: the next target, then the later filters, then the default filter.

    A task that has skipped the last target is treated as if the filter had not held. None: it leaves the workflow.
    """
    if position.filter is None or position.target is None:
        return _default_step(configuration, position.filter)
    step = _step_in_filter(configuration, task, now, position)
    return step or _step_from_filter(configuration, task, now, position.filter + 1)


def current_step(configuration: WorkflowConfiguration, task: TaskFacts, position: Position) -> Step | None:
    """The step that the position names; None where the configuration has changed and has no such step."""
    if position.target is None:
        return _default_step(configuration, position.filter)
    if position.filter is None or not 0 <= position.filter < len(configuration.filters):
        return None
    each = configuration.filters[position.filter]
    return _target_step(each, task, position) if 0 <= position.target < len(each.targets) else None


def queue_step(queue_sid: str) -> Step:
    """The one step of a task that was made for a queue, without a workflow."""
    return Step(Position(), queue_sid)


def _step_from_filter(configuration: WorkflowConfiguration, task: TaskFacts, now: datetime, start: int) -> Step | None:
    scope = Scope(now, task=task, bare="task")
    for number, each in enumerate(configuration.filters[start:], start):
        if each.expression.holds(scope):
            entry = Position(number, -1)
            return _step_in_filter(configuration, task, now, entry) or _default_step(configuration, number)
    return _default_step(configuration, None)


def _step_in_filter(
    configuration: WorkflowConfiguration, task: TaskFacts, now: datetime, position: Position
) -> Step | None:
    """The first target after the position whose deadline is still to come."""
    if position.filter is None or position.target is None or position.filter >= len(configuration.filters):
        return None
    each = configuration.filters[position.filter]
    for index in range(position.target + 1, len(each.targets)):
        step = _target_step(each, task, Position(position.filter, index))
        if not step.is_over(now):
            return step
    return None


def _target_step(each: Filter, task: TaskFacts, position: Position) -> Step:
    index = position.target or 0
    target = each.targets[index]
    return Step(
        position=position,
        queue_sid=target.queue,
        priority=target.priority,
        expression=target.expression,
        order_by=target.order_by or (),
        known_worker_sid=target.known_worker_sid,
        known_worker_friendly_name=target.known_worker_friendly_name,
        skip_if=target.skip_if,
        deadline=_deadline(each.targets[: index + 1], task),
    )


def _deadline(targets: tuple[Target, ...], task: TaskFacts) -> datetime | None:
    """When the last of the targets ends: timeouts add up and run on the task's age."""
    if targets[-1].timeout is None:
        return None
    seconds = sum(target.timeout or 0 for target in targets)
    try:
        return task.created + timedelta(seconds=seconds)
    except OverflowError:
        return None


def _default_step(configuration: WorkflowConfiguration, filter_number: int | None) -> Step | None:
    default = configuration.default_filter
    return None if default is None else Step(Position(filter_number, None), default.queue)
