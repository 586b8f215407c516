"""Which workers fit a task where it waits, in which order, and who is offered it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta

from .conditions import is_number, resolve
from .expressions import OrderClause
from .facts import QueueFacts, QueueOrder, TaskFacts, WorkerFacts
from .scope import Scope, WorkerCounts
from .travel import Step

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def offers(
    task: TaskFacts,
    step: Step,
    queue: QueueFacts,
    workers: Iterable[WorkerFacts],
    *,
    now: datetime,
    is_multi_tasking: bool = True,
    open_offers: Collection[str] = (),
    ended_offers: Collection[str] = (),
) -> tuple[str, ...]:
    """The SIDs of the workers to offer the task to now, in order, as many as the queue still allows.

    `open_offers` are the workers that hold a pending reservation of the task: they count against the queue's limit and
    are not asked twice. `ended_offers` are those whose reservation ended unaccepted: they are asked again only when
    the task has no other offer and nobody else fits.
    """
    fitting = [
        worker
        for worker in eligible_workers(task, step, queue, workers, now=now, is_multi_tasking=is_multi_tasking)
        if worker.sid not in open_offers
    ]
    fresh = [worker for worker in fitting if worker.sid not in ended_offers]
    chosen = fresh if fresh or open_offers else fitting
    vacancies = max(0, queue.max_reserved_workers - len(open_offers))
    return tuple(worker.sid for worker in chosen[:vacancies])


def eligible_workers(
    task: TaskFacts,
    step: Step,
    queue: QueueFacts,
    workers: Iterable[WorkerFacts],
    *,
    now: datetime,
    is_multi_tasking: bool = True,
) -> list[WorkerFacts]:
    """The workers that can take the task at this step now, in the order in which they are asked."""
    fitting = [
        worker
        for worker in workers
        if is_ready(task, worker, is_multi_tasking=is_multi_tasking) and is_wanted(task, step, queue, worker, now)
    ]
    return order_workers(fitting, step.order_by, now)


def is_ready(task: TaskFacts, worker: WorkerFacts, *, is_multi_tasking: bool) -> bool:
    """Whether the worker is available for the task and has room for it.

    A task addressed to one worker is for no other, and asks neither unless it says so. Without multi-tasking a worker
    has room for one reservation, whatever the channel.
    """
    addressee = task.routed_worker_sid
    ignores_capacity = addressee is not None if task.ignore_capacity is None else task.ignore_capacity
    if addressee is not None and (ignores_capacity or worker.sid != addressee):
        return worker.sid == addressee
    if not worker.is_available:
        return False
    if not is_multi_tasking:
        return ignores_capacity or worker.live_reservations == 0
    channel = worker.channels.get(task.channel_unique_name)
    return channel is not None and channel.is_available and (ignores_capacity or channel.has_room)


def is_wanted(task: TaskFacts, step: Step, queue: QueueFacts, worker: WorkerFacts, now: datetime) -> bool:
    """Whether the queue, the step's expression and its known worker all allow the worker."""
    if not _serves(queue, worker, now, task):
        return False
    scope = Scope(now, task=task, worker=worker)
    if step.expression is not None and not step.expression.holds(scope):
        return False
    if step.known_worker_sid is not None and resolve(step.known_worker_sid, scope) != worker.sid:
        return False
    name = step.known_worker_friendly_name
    return name is None or resolve(name, scope) == worker.friendly_name


def order_workers(
    workers: Iterable[WorkerFacts], order_by: tuple[OrderClause, ...], now: datetime
) -> list[WorkerFacts]:
    """The workers by the clauses in turn, then longest idle first, then by SID.

    A worker without the attribute, or with one that has no order, comes after those that have it, in both directions;
    numbers come before strings, and strings before booleans.
    """
    ordered = sorted(workers, key=lambda worker: (worker.idle_since, worker.sid))
    # Sorting is stable: the last clause first leaves the first one to decide.
    for clause in reversed(order_by):
        ranks = [(worker, _rank(clause, worker, now)) for worker in ordered]
        ranked = [(worker, rank) for worker, rank in ranks if rank is not None]
        ranked.sort(key=lambda pair: pair[1], reverse=clause.is_descending)
        ordered = [worker for worker, _ in ranked] + [worker for worker, rank in ranks if rank is None]
    return ordered


def order_tasks(
    waiting: Iterable[tuple[TaskFacts, QueueFacts]], prioritized: QueueOrder = "FIFO"
) -> list[tuple[TaskFacts, QueueFacts]]:
    """The tasks, each with the queue it waits in, in the order in which workers are looked for.

    Higher priority first; among equals the queues of the workspace's prioritized order before the others; in FIFO
    queues the longest waiting first, in LIFO queues the latest, where a virtual start time counts as the start.
    """

    def rank(pair: tuple[TaskFacts, QueueFacts]) -> tuple[int, bool, timedelta, str]:
        task, queue = pair
        since = task.start - _EPOCH
        return (
            -task.priority,
            queue.task_order != prioritized,
            since if queue.task_order == "FIFO" else -since,
            task.sid,
        )

    return sorted(waiting, key=rank)


def queue_workers(queue: QueueFacts, workers: Iterable[WorkerFacts], now: datetime) -> list[WorkerFacts]:
    """The workers that the queue's expression selects, available or not."""
    return [worker for worker in workers if _serves(queue, worker, now)]


def count_workers(queue: QueueFacts, workers: Iterable[WorkerFacts], now: datetime) -> WorkerCounts:
    """How many of the queue's workers are available, unavailable, and in each activity: what `skip_if` asks for."""
    members = queue_workers(queue, workers, now)
    available = sum(worker.is_available for worker in members)
    return WorkerCounts(available, len(members) - available, Counter(worker.activity_sid for worker in members))


def _serves(queue: QueueFacts, worker: WorkerFacts, now: datetime, task: TaskFacts | None = None) -> bool:
    scope = Scope(now, task=task, worker=worker, bare="worker")
    return queue.target_workers is not None and queue.target_workers.holds(scope)


def _rank(clause: OrderClause, worker: WorkerFacts, now: datetime) -> tuple[int, float, str] | None:
    """The worker's place by one clause, comparable with any other's; None where it has none."""
    value = resolve(clause.key, Scope(now, worker=worker))
    if isinstance(value, bool):
        return 2, float(value), ""
    if is_number(value):
        return (0, value, "") if value == value else None  # noqa: PLR0124 - only NaN differs from itself
    return (1, 0, value) if isinstance(value, str) else None
