"""Call centres made for one test each, through the SDK: nothing here is shared between tests."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from taskrouter import Client, models

from .control import Control

TASK_ATTRIBUTES = {"from": "+15550100001", "to": "+15550100002", "call_sid": "CA" + "1" * 32}
_NUMBERS = itertools.count(1)

View = Literal["task", "worker"]
VIEWS: tuple[View, ...] = ("task", "worker")


def unique(name: str) -> str:
    """A name that no other test of this or any other run uses."""
    return f"{name} {os.getpid()}.{next(_NUMBERS)}"


@dataclass(frozen=True, slots=True)
class Offer:
    """A reservation with the task and the worker that it binds; `sid` is its own."""

    centre: Centre
    task: str
    worker: str
    sid: str

    def reservations(self, view: View, client: Any = None) -> Any:
        """The reservations of its task, or those of its worker."""
        workspace = (client or self.centre.client).workspaces(self.centre.sid)
        return (workspace.tasks(self.task) if view == "task" else workspace.workers(self.worker)).reservations

    def path(self, view: View) -> str:
        """Where it is found, without the host."""
        kind, sid = ("Tasks", self.task) if view == "task" else ("Workers", self.worker)
        return f"/v1/Workspaces/{self.centre.sid}/{kind}/{sid}/Reservations/{self.sid}"

    @property
    def status(self) -> str:
        return str(self.reservations("task").fetch(self.sid).reservation_status)


@dataclass(frozen=True, slots=True)
class Centre:
    """One workspace with its activities, a queue and a workflow."""

    client: Client
    sid: str
    available: str
    unavailable: str
    offline: str
    queue: str
    workflow: str
    workers: list[str] = field(default_factory=list[str])

    @property
    def here(self) -> Any:
        """The workspace, bound."""
        return self.client.workspaces(self.sid)

    def worker(self, *, activity: str | None = None, **attributes: object) -> models.Worker:
        """A new worker, available unless it is said otherwise."""
        made: models.Worker = self.here.workers.create(
            unique("worker"),
            activity_sid=activity or self.available,
            attributes={"contact_uri": "client:agent", **attributes},
        )
        self.workers.append(made.sid)
        return made

    def task(self, **options: Any) -> models.Task:
        """A new task, like a call that waits."""
        made: models.Task = self.here.tasks.create(
            **{"workflow_sid": self.workflow, "attributes": TASK_ATTRIBUTES, **options}
        )
        return made

    def offer(self, **options: Any) -> Offer:
        """A pending reservation of a task and a worker who have to do with nobody else."""
        worker = self.worker()
        task = self.task(routing_target=worker.sid, **options)
        found = list(self.here.tasks(task.sid).reservations.list())
        assert len(found) == 1, f"{len(found)} reservations instead of one"
        return Offer(self, task.sid, worker.sid, found[0].sid)


def build(client: Client, **options: Any) -> Centre:
    """Make a workspace with an empty call centre in it."""
    workspace = client.workspaces.create(unique("centre"), template="FIFO", **options)
    here = client.workspaces(workspace.sid)
    activities = {activity.friendly_name: activity.sid for activity in here.activities.list()}
    return Centre(
        client,
        workspace.sid,
        activities["Available"],
        activities["Unavailable"],
        activities["Offline"],
        next(iter(here.task_queues.list())).sid,
        next(iter(here.workflows.list())).sid,
    )


def rival_offers(centre: Centre, count: int, **rules: int) -> list[Offer]:
    """One task offered to several workers at the same time, by a queue and a workflow of its own."""
    team = unique("team")
    queue = centre.here.task_queues.create(
        unique("shared"), max_reserved_workers=count, target_workers=f"team == {team!r}"
    )
    for _ in range(count):
        centre.worker(team=team)
    configuration = {"task_routing": {"filters": [], "default_filter": {"queue": queue.sid}}}
    workflow = centre.here.workflows.create(unique("to all"), configuration, **rules)
    task = centre.task(workflow_sid=workflow.sid)
    found = list(centre.here.tasks(task.sid).reservations.list())
    assert len(found) == count, f"{len(found)} of {count} offers"
    return [Offer(centre, task.sid, each.worker_sid, each.sid) for each in found]


def reservation_in(status: str, centre: Centre, control: Control) -> Offer:
    """A reservation that was brought to a status by the steps that lead there."""
    return _RESERVATIONS[status](centre, control)


def _accepted(centre: Centre, control: Control) -> Offer:
    offer = centre.offer()
    offer.reservations("task").accept(offer.sid)
    return offer


def _wrapping(centre: Centre, control: Control) -> Offer:
    offer = _accepted(centre, control)
    offer.reservations("task").wrap(offer.sid)
    return offer


def _completed(centre: Centre, control: Control) -> Offer:
    offer = _accepted(centre, control)
    offer.reservations("task").complete(offer.sid)
    return offer


def _rejected(centre: Centre, control: Control) -> Offer:
    (offer,) = rival_offers(centre, 1)
    # To an unavailable activity, or the task would be offered to the same worker again.
    offer.reservations("task").reject(offer.sid, worker_activity_sid=centre.offline)
    return offer


def _canceled(centre: Centre, control: Control) -> Offer:
    offer = centre.offer()
    centre.here.tasks.update(offer.task, assignment_status="canceled", reason="given up")
    return offer


def _rescinded(centre: Centre, control: Control) -> Offer:
    first, second = rival_offers(centre, 2)
    first.reservations("task").accept(first.sid)
    return second


def _timed_out(centre: Centre, control: Control) -> Offer:
    control.need("the clock")
    (offer,) = rival_offers(centre, 1, task_reservation_timeout=5)
    control.advance(6)
    return offer


_RESERVATIONS: dict[str, Callable[[Centre, Control], Offer]] = {
    "pending": lambda centre, _: centre.offer(),
    "accepted": _accepted,
    "rejected": _rejected,
    "timeout": _timed_out,
    "canceled": _canceled,
    "rescinded": _rescinded,
    "wrapping": _wrapping,
    "completed": _completed,
}


def task_in(status: str, centre: Centre, control: Control) -> str:
    """A task that was brought to a status; its SID."""
    if status == "pending":
        return _waiting(centre)
    by_reservation = {"reserved": "pending", "assigned": "accepted"}
    return reservation_in(by_reservation.get(status, status), centre, control).task


def _waiting(centre: Centre) -> str:
    nobody = centre.here.task_queues.create(unique("nobody"), target_workers="1==2")
    made: models.Task = centre.here.tasks.create(task_queue_sid=nobody.sid, attributes=TASK_ATTRIBUTES)
    return made.sid
