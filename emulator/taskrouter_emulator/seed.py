"""A demo: a small call centre in the middle of its day, with reservations in several states."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeAlias

from sqlalchemy import select

from . import assignment, router
from .arguments import Arguments
from .domain import activities, task_channels, task_queues, tasks, workers, workflows, workspaces
from .emulator import Emulator
from .store.rows import Activity, Reservation, Task, TaskQueue, Worker, WorkerChannel
from .transaction import Client, Transaction, WorkspaceTransaction

Sids: TypeAlias = dict[str, object]

WORKSPACE = "Demo Call Centre"

_WORKERS: Mapping[str, Mapping[str, object]] = {
    "Alice": {"languages": ["en", "es"], "level": 5, "contact_uri": "client:alice"},
    "Bob": {"languages": ["en"], "level": 3, "contact_uri": "+15550100001"},
    "Carol": {"languages": ["es"], "level": 4, "contact_uri": "sip:carol@example.com"},
}
_QUEUES = {"Everyone": "1==1", "Spanish": "languages HAS 'es'"}
_OUTCOMES = ("pending", "accepted", "wrapping", "completed", "rejected")


def seed(emulator: Emulator, account_sid: str) -> Sids:
    """Make the demo in an account; its SIDs by kind and name."""
    return emulator.write_account(Client(account_sid), _build)


def _build(account: Transaction) -> Sids:
    tx = workspaces.make(account, Arguments({"friendly_name": WORKSPACE}))
    available = next(row for row in tx.all(Activity) if row.available)
    lunch = activities.make(tx, "At lunch", is_available=False)
    queues = {name: task_queues.make(tx, name, expression) for name, expression in _QUEUES.items()}
    workflow = workflows.make(
        tx,
        "Inbound",
        _configuration(queues),
        Arguments({"assignment_callback_url": "https://example.com/assignment", "task_reservation_timeout": 600}),
    )
    staff = {
        name: workers.make(tx, name, available.sid, json.dumps(attributes)) for name, attributes in _WORKERS.items()
    }
    idle = workers.make(tx, "Dave", lunch.sid, "{}")
    _widen(tx)
    work = {status: _task(tx, workflow.sid, status) for status in _OUTCOMES}
    waiting = _task(tx, workflow.sid, "waiting", {"language": "fr", "to": "+15550100000"}, "video")
    router.route(tx)
    return {
        "workspace": tx.workspace.sid,
        "workflow": workflow.sid,
        "activities": {row.friendly_name: row.sid for row in tx.all(Activity)},
        "task_queues": {name: row.sid for name, row in queues.items()},
        "workers": {name: row.sid for name, row in {**staff, "Dave": idle}.items()},
        "tasks": {**{status: task.sid for status, (task, _) in work.items()}, "waiting": waiting[0].sid},
        "reservations": {status: row.sid for status, (_, row) in work.items() if row is not None},
    }


def _configuration(queues: Mapping[str, TaskQueue]) -> str:
    spanish = {
        "filter_friendly_name": "Spanish speakers",
        "expression": "language == 'es'",
        "targets": [
            {"queue": queues["Spanish"].sid, "priority": 10, "timeout": 300, "order_by": "worker.level DESC"},
            {"queue": queues["Everyone"].sid},
        ],
    }
    rules = {"filters": [spanish], "default_filter": {"queue": queues["Everyone"].sid}}
    return json.dumps({"task_routing": rules}, indent=2)


def _widen(tx: WorkspaceTransaction) -> None:
    """Room for several chats, none for video."""
    video = task_channels.checked(tx, "video")
    for channel in tx.session.scalars(select(WorkerChannel).where(WorkerChannel.workspace_sid == tx.workspace.sid)):
        channel.configured_capacity = 0 if channel.task_channel_sid == video.sid else 5


def _task(
    tx: WorkspaceTransaction,
    workflow_sid: str,
    outcome: str,
    attributes: Mapping[str, object] | None = None,
    channel: str = "voice",
) -> tuple[Task, Reservation | None]:
    """A task, brought to where its first reservation is to be."""
    default = {"language": "es", "from": "+15550100009", "to": "+15550100000", "call_sid": "CA" + "0" * 32}
    values = {
        "workflow_sid": workflow_sid,
        "task_channel": channel,
        "attributes": json.dumps({**(default if attributes is None else attributes), "demo": outcome}),
    }
    answer = tasks.create(tx, Arguments(values))
    task = tx.find(Task, str((answer.body or {})["sid"]))
    statement = select(Reservation).where(Reservation.task_sid == task.sid).order_by(Reservation.id).limit(1)
    reservation = tx.session.scalar(statement)
    if reservation is not None:
        _advance(tx, reservation, outcome)
    return task, reservation


def _advance(tx: WorkspaceTransaction, reservation: Reservation, outcome: str) -> None:
    if outcome == "rejected":
        worker = tx.find(Worker, reservation.worker_sid)
        assignment.reject(tx, reservation, worker.activity_sid)
    if outcome in {"accepted", "wrapping", "completed"}:
        assignment.accept(tx, reservation)
    if outcome == "wrapping":
        assignment.wrap(tx, reservation)
    if outcome == "completed":
        assignment.complete(tx, reservation)
