"""Routing: which worker a task is offered to, when, and what happens until somebody accepts.

Nothing here reads or writes anything: facts and the time come in as arguments, decisions come out as data. Texts are
checked where they enter and raise an error that says where and why:

    expression = parse("skills HAS 'support' AND level >= 4")       # ExpressionError
    configuration = parse_configuration(text, known_queues)         # ConfigurationError

A task enters its workflow, and goes on until somebody fits or it has to wait. The position is stored with the task;
at the step's deadline, once no offer is open, it moves on from there. None means that it has left the workflow:

    step = first_step(configuration, task, now)
    while step is not None:
        chosen = offers(task, step, queues[step.queue_sid], workers, now=now)
        if chosen or not step.is_skipped(task, count_workers(queues[step.queue_sid], workers, now), now):
            break
        step = step_after_skip(configuration, task, step.position, now)

    step = current_step(configuration, task, Position(*stored))
    if step is not None and step.is_over(now):
        step = step_after_deadline(configuration, task, step.position, now)
"""

from __future__ import annotations

from .capacity import available_capacity_percentage
from .configuration import (
    ConfigurationError,
    DefaultFilter,
    Filter,
    Target,
    WorkflowConfiguration,
    parse_configuration,
)
from .explanations import ExpressionError
from .expressions import Expression, OrderClause, parse, parse_order, parse_value
from .facts import ChannelFacts, QueueFacts, QueueOrder, TaskFacts, WorkerFacts
from .matching import (
    count_workers,
    eligible_workers,
    is_ready,
    is_wanted,
    offers,
    order_tasks,
    order_workers,
    queue_workers,
)
from .scope import Bare, DayOfWeek, Scope, WorkerCounts
from .travel import (
    Position,
    Step,
    current_step,
    first_step,
    queue_step,
    step_after_deadline,
    step_after_skip,
)

__all__ = [
    "Bare",
    "ChannelFacts",
    "ConfigurationError",
    "DayOfWeek",
    "DefaultFilter",
    "Expression",
    "ExpressionError",
    "Filter",
    "OrderClause",
    "Position",
    "QueueFacts",
    "QueueOrder",
    "Scope",
    "Step",
    "Target",
    "TaskFacts",
    "WorkerCounts",
    "WorkerFacts",
    "WorkflowConfiguration",
    "available_capacity_percentage",
    "count_workers",
    "current_step",
    "eligible_workers",
    "first_step",
    "is_ready",
    "is_wanted",
    "offers",
    "order_tasks",
    "order_workers",
    "parse",
    "parse_configuration",
    "parse_order",
    "parse_value",
    "queue_step",
    "queue_workers",
    "step_after_deadline",
    "step_after_skip",
]
