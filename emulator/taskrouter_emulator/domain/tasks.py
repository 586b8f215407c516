"""Tasks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import func, select

from .. import assignment, events, paging, paths, representation, router, sids
from ..arguments import Arguments
from ..attributes import checked_attributes
from ..events import Cast
from ..lifecycle import SETTABLE_TASK, TASK
from ..refusals import invalid, not_found
from ..routing import Expression, ExpressionError, Scope, parse
from ..snapshot import task_facts
from ..store.rows import Task, TaskQueue, Worker, Workflow
from ..transaction import Due, ResourceT, WorkspaceTransaction
from . import task_channels
from .answer import Answer, versioned, versioned_page

DEFAULT_TIMEOUT = 86_400
_EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)


def find(tx: WorkspaceTransaction, sid: str) -> Task:
    """The task with this SID; ApiError 404 where there is none, or no longer."""
    row = tx.find(Task, sid)
    if row.is_deleted:
        raise not_found(paths.resource(Task, row.workspace_sid, sid))
    return row


def create(tx: WorkspaceTransaction, arguments: Arguments) -> Answer:
    """Create a task and route it."""
    target = arguments.text("routing_target")
    workflow, queue, target = _destination(tx, arguments, target)
    ignores_capacity = arguments.yes("ignore_capacity")
    is_for_worker = target is not None and target.startswith(sids.WORKER)
    if ignores_capacity and not is_for_worker:
        raise invalid("IgnoreCapacity can only be true where RoutingTarget is the SID of a worker")
    priority = arguments.number("priority")
    channel = task_channels.checked(tx, arguments.text("task_channel") or task_channels.DEFAULT)
    row = Task(
        **tx.issue(sids.TASK),
        assignment_status="pending",
        attributes=checked_attributes(arguments.text("attributes") or "{}", "Attributes"),
        priority=priority or 0,
        own_priority=priority,
        timeout=arguments.number("timeout") or DEFAULT_TIMEOUT,
        task_channel_sid=channel.sid,
        task_channel_unique_name=channel.unique_name,
        workflow_sid=None if workflow is None else workflow.sid,
        task_queue_sid=None if queue is None else queue.sid,
        virtual_start_time=_virtual_start(tx, arguments),
        routing_target=target,
        ignore_capacity=(ignores_capacity is not False) if is_for_worker else None,
        rejections=0,
        is_deleted=False,
        version=0,
    )
    if queue is not None:
        router.put_into_queue(row)
    tx.add(row)
    tx.schedule_in(Due.TASK_EXPIRY, row.timeout, row.sid)
    events.record(tx, "task.created", row.sid, f"Task {row.sid} created", Cast(task=row))
    tx.unplaced.add(row.sid)
    router.route(tx)
    return _show(tx, row)


def fetch(tx: WorkspaceTransaction, sid: str) -> Answer:
    """One task."""
    return _show(tx, find(tx, sid))


def list_(tx: WorkspaceTransaction, arguments: Arguments) -> Answer:
    """The tasks, filtered by what they are and where they wait."""
    versions: list[tuple[str, int]] = []

    def show(row: Task) -> representation.Shown:
        versions.append((row.sid, row.version))
        return representation.task(tx, row)

    listing = paging.Listing(
        key="tasks",
        path=f"{paths.workspace(tx.workspace.sid)}/Tasks",
        statement=select(Task).where(*_conditions(tx, arguments)),
        show=show,
        order=paging.ordering(arguments.text("ordering"), _ORDERS, Task),
        keep=_matching(tx, arguments),
    )
    return versioned_page(paging.show_page(tx, listing, arguments.values), versions)


def update(tx: WorkspaceTransaction, sid: str, arguments: Arguments) -> Answer:
    """Change a task, or end it."""
    row = find(tx, sid)
    arguments.refuse_stale(paths.resource(Task, row.workspace_sid, row.sid), row.version)
    status = arguments.text("assignment_status")
    if status in {"wrapping", "completed"} and arguments.text("attributes") is not None:
        raise invalid(f"Attributes and AssignmentStatus={status} need two requests")
    if status is not None:
        _refuse_status(row, status)
    _change(tx, row, arguments)
    if status == "canceled":
        assignment.cancel_task(tx, row, arguments.text("reason"))
    elif status == "wrapping":
        assignment.wrap_task(tx, row, arguments.text("reason"))
    elif status == "completed":
        assignment.complete_task(tx, row, arguments.text("reason"))
    router.route(tx)
    return _show(tx, row)


def delete(tx: WorkspaceTransaction, sid: str, arguments: Arguments) -> Answer:
    """Delete a task, whatever its status."""
    row = find(tx, sid)
    arguments.refuse_stale(paths.resource(Task, row.workspace_sid, row.sid), row.version)
    assignment.delete_task(tx, row)
    router.route(tx)
    return Answer()


def _destination(
    tx: WorkspaceTransaction, arguments: Arguments, target: str | None
) -> tuple[Workflow | None, TaskQueue | None, str | None]:
    """The workflow and the queue that a new task is for, and its routing target as it was issued."""
    workflow = _known(tx, Workflow, arguments.text("workflow_sid"), "WorkflowSid")
    queue = _known(tx, TaskQueue, arguments.text("task_queue_sid"), "TaskQueueSid")
    worker = None
    match (target or "")[:2]:
        case sids.TASK_QUEUE:
            queue = _known(tx, TaskQueue, target, "RoutingTarget")
        case sids.WORKFLOW:
            workflow = _known(tx, Workflow, target, "RoutingTarget")
        case sids.WORKER:
            worker = _known(tx, Worker, target, "RoutingTarget")
    if workflow is None and queue is None:
        workflows = tx.all(Workflow)
        if len(workflows) == 1:
            workflow = workflows[0]
        elif worker is None:
            raise invalid(
                f"WorkflowSid is required: workspace {tx.workspace.sid} has {len(workflows)} workflows, not just one"
            )
    return workflow, queue, None if target is None else sids.canonical(target)


def _known(tx: WorkspaceTransaction, kind: type[ResourceT], sid: str | None, name: str) -> ResourceT | None:
    row = tx.lookup(kind, sid)
    if row is None and sid is not None:
        raise invalid(f"{name}: there is no {paths.NOUNS[kind]} {sid} in workspace {tx.workspace.sid}")
    return row


def _virtual_start(tx: WorkspaceTransaction, arguments: Arguments) -> datetime | None:
    moment = arguments.moment("virtual_start_time", "VirtualStartTime")
    if moment is not None and moment > tx.now:
        raise invalid("VirtualStartTime cannot be in the future")
    if moment is not None and moment < _EARLIEST:
        raise invalid("VirtualStartTime cannot be before the year 1900")
    return moment


def _refuse_status(row: Task, status: str) -> None:
    """ApiError 400 with the API's own words, where a client may not take the task to the status."""
    if status not in SETTABLE_TASK:
        raise invalid(f"AssignmentStatus can be set to canceled, wrapping or completed, not to {status}")
    if TASK.allows(row.assignment_status, status):
        return
    place = f"task {row.sid} in workspace {row.workspace_sid} for account {row.account_sid}"
    if status == "canceled":
        raise invalid(f"Cannot cancel {place} because it is not pending or reserved.")
    if status == "completed":
        raise invalid(f"Cannot complete {place} because it is not currently assigned.")
    raise invalid(f"Cannot wrap up a {place} because it's not currently assigned.")


def _change(tx: WorkspaceTransaction, row: Task, arguments: Arguments) -> None:
    """Everything of an update but the status; a waiting task is evaluated anew."""
    attributes, priority = arguments.text("attributes"), arguments.number("priority")
    start, key = _virtual_start(tx, arguments), arguments.text("task_channel")
    before = (row.attributes, row.priority, row.own_priority, row.virtual_start_time, row.task_channel_sid, row.reason)
    if attributes is not None:
        row.attributes = checked_attributes(attributes, "Attributes")
    if priority is not None:
        row.priority = row.own_priority = priority
    if start is not None:
        row.virtual_start_time = start
    if key is not None:
        channel = task_channels.checked(tx, key)
        row.task_channel_sid, row.task_channel_unique_name = channel.sid, channel.unique_name
    if arguments.text("reason") is not None and arguments.text("assignment_status") is None:
        row.reason = arguments.text("reason")
    after = (row.attributes, row.priority, row.own_priority, row.virtual_start_time, row.task_channel_sid, row.reason)
    if before == after:
        return
    row.version += 1
    row.date_updated = tx.now
    events.record(tx, "task.updated", row.sid, f"Task {row.sid} updated", Cast(task=row))
    if row.assignment_status == "pending":
        router.start_over(row)
        tx.unplaced.add(row.sid)


def _conditions(tx: WorkspaceTransaction, arguments: Arguments) -> list[paging.Condition]:
    conditions: list[paging.Condition] = [Task.workspace_sid == tx.workspace.sid, Task.is_deleted.is_(False)]
    for column, name in (
        (Task.workflow_sid, "workflow_sid"),
        (Task.task_queue_sid, "task_queue_sid"),
        (Task.routing_target, "routing_target"),
    ):
        if (sid := arguments.text(name)) is not None:
            conditions.append(column == sids.canonical(sid))
    if (priority := arguments.number("priority")) is not None:
        conditions.append(Task.priority == priority)
    if statuses := arguments.texts("assignment_status"):
        conditions.append(Task.assignment_status.in_(statuses))
    if (workflow := arguments.text("workflow_name")) is not None:
        named = [row.sid for row in tx.all(Workflow) if row.friendly_name == workflow]
        conditions.append(Task.workflow_sid.in_(named))
    if (queue := arguments.text("task_queue_name")) is not None:
        named = [row.sid for row in tx.all(TaskQueue) if row.friendly_name == queue]
        conditions.append(Task.task_queue_sid.in_(named))
    if arguments.flag("has_addons"):
        conditions.append(Task.id < 0)  # no task has add-ons here
    return conditions


def _matching(tx: WorkspaceTransaction, arguments: Arguments) -> Callable[[Task], bool]:
    text = arguments.text("evaluate_task_attributes")
    if text is None:
        return lambda row: True  # noqa: ARG005
    try:
        expression: Expression = parse(text)
    except ExpressionError as error:
        raise invalid(f"EvaluateTaskAttributes: {error}") from None
    return lambda row: expression.holds(Scope(tx.now, task=task_facts(row), bare="task"))


_ORDERS = {
    "DateCreated": Task.date_created,
    "Priority": Task.priority,
    "VirtualStartTime": func.coalesce(Task.virtual_start_time, Task.date_created),
}


def _show(tx: WorkspaceTransaction, row: Task) -> Answer:
    return versioned(representation.task(tx, row), row.version)
