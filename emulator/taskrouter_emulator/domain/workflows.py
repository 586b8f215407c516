"""Workflows: the rules by which tasks find a queue."""

from __future__ import annotations

import json
import logging

from sqlalchemy import select

from .. import events, paging, paths, representation, router, sids
from ..arguments import Arguments
from ..assignment import DEFAULT_RESERVATION_TIMEOUT
from ..events import Cast
from ..lifecycle import OPEN_TASK
from ..names import claim_name
from ..refusals import invalid
from ..routing import ConfigurationError, parse_configuration
from ..store.rows import Task, TaskQueue, Workflow
from ..transaction import WorkspaceTransaction
from .answer import Answer

_log = logging.getLogger(__name__)


def make(tx: WorkspaceTransaction, name: str, configuration: str, arguments: Arguments) -> Workflow:
    """A new workflow."""
    row = Workflow(
        **tx.issue(sids.WORKFLOW),
        friendly_name=name,
        name_key=claim_name(tx, Workflow, name),
        configuration=configuration,
        assignment_callback_url=arguments.text("assignment_callback_url"),
        fallback_assignment_callback_url=arguments.text("fallback_assignment_callback_url"),
        task_reservation_timeout=arguments.number("task_reservation_timeout") or DEFAULT_RESERVATION_TIMEOUT,
    )
    tx.add(row)
    _mention_callback(row)
    events.record(tx, "workflow.created", row.sid, f"Workflow {name} created", Cast(workflow=row))
    return row


def to_queue(queue_sid: str) -> str:
    """The configuration that leads every task into one queue."""
    return json.dumps({"task_routing": {"filters": [], "default_filter": {"queue": queue_sid}}})


def create(tx: WorkspaceTransaction, arguments: Arguments) -> Answer:
    """Create a workflow."""
    configuration = _checked(tx, arguments.text("configuration") or "")
    row = make(tx, arguments.text("friendly_name") or "", configuration, arguments)
    return Answer(representation.workflow(tx, row))


def fetch(tx: WorkspaceTransaction, sid: str) -> Answer:
    """One workflow."""
    return Answer(representation.workflow(tx, tx.find(Workflow, sid)))


def list_(tx: WorkspaceTransaction, arguments: Arguments) -> Answer:
    """The workflows, filtered by name."""
    statement = select(Workflow).where(Workflow.workspace_sid == tx.workspace.sid)
    name = arguments.text("friendly_name")
    if name is not None:
        statement = statement.where(Workflow.friendly_name == name)
    listing = paging.Listing(
        key="workflows",
        path=f"{paths.workspace(tx.workspace.sid)}/Workflows",
        statement=statement,
        show=lambda row: representation.workflow(tx, row),
        order=paging.by_id(Workflow),
    )
    return Answer(paging.show_page(tx, listing, arguments.values))


def update(tx: WorkspaceTransaction, sid: str, arguments: Arguments) -> Answer:
    """Change a workflow; tasks that wait go by the new rules from their next step on, or at once if that is asked."""
    row = tx.find(Workflow, sid)
    name, configuration = arguments.text("friendly_name"), arguments.text("configuration")
    if name is not None and name != row.friendly_name:
        row.name_key = claim_name(tx, Workflow, name, row.sid)
        row.friendly_name = name
    if configuration is not None:
        row.configuration = _checked(tx, configuration)
    row.task_reservation_timeout = arguments.number("task_reservation_timeout") or row.task_reservation_timeout
    for column in ("assignment_callback_url", "fallback_assignment_callback_url"):
        if (url := arguments.text(column)) is not None:
            setattr(row, column, url)
            _mention_callback(row)
    if arguments.values:
        row.date_updated = tx.now
        events.record(tx, "workflow.updated", row.sid, f"Workflow {row.friendly_name} updated", Cast(workflow=row))
    if arguments.yes("re_evaluate_tasks"):
        _evaluate_again(tx, row)
    return Answer(representation.workflow(tx, row))


def delete(tx: WorkspaceTransaction, sid: str) -> Answer:
    """Delete a workflow without open tasks."""
    row = tx.find(Workflow, sid)
    statement = select(Task.sid).where(Task.workflow_sid == row.sid, Task.assignment_status.in_(sorted(OPEN_TASK)))
    task = tx.session.scalar(statement.limit(1))
    if task is not None:
        raise invalid(f"Cannot delete workflow {row.sid} because task {task} is open.")
    events.record(tx, "workflow.deleted", row.sid, f"Workflow {row.friendly_name} deleted", Cast(workflow=row))
    tx.remove(row)
    return Answer()


def _evaluate_again(tx: WorkspaceTransaction, row: Workflow) -> None:
    waiting = select(Task).where(Task.workflow_sid == row.sid, Task.assignment_status == "pending")
    for task in tx.remember(tx.session.scalars(waiting)):
        router.start_over(task)
        tx.unplaced.add(task.sid)
    router.route(tx)


def _checked(tx: WorkspaceTransaction, configuration: str) -> str:
    try:
        parse_configuration(configuration, {queue.sid for queue in tx.all(TaskQueue)})
    except ConfigurationError as error:
        raise invalid(f"Configuration: {error}") from None
    return configuration


def _mention_callback(row: Workflow) -> None:
    if row.assignment_callback_url:
        _log.info("assignment callbacks are not sent: workflow %s", row.sid)
