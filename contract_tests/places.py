"""Where a method of the SDK is called, and the live things that it is called on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from . import scenes
from .scenes import Centre, Offer, unique


@dataclass(frozen=True, slots=True)
class Place:
    """The ids that a call needs; `sid` is the one that a method takes as its argument."""

    workspace: str
    sid: str
    task: str
    worker: str
    reservation: str
    activity: str
    offline: str
    queue: str
    workflow: str
    channel: str
    event: str

    def bound(self, client: Any, resource: str) -> Any:
        """The resource at this place, as a client has it, such as `workspaces.tasks.reservations`."""
        here = client
        *parents, last = resource.split(".")
        for name in parents:
            here = getattr(here, name)({"workspaces": self.workspace, "tasks": self.task, "workers": self.worker}[name])
        return getattr(here, last)


def _sid(prefix: str, number: int) -> str:
    return f"{prefix}{number:032x}"


IMAGINED = Place(
    workspace=_sid("WS", 1),
    sid=_sid("", 0),
    task=_sid("WT", 2),
    worker=_sid("WK", 3),
    reservation=_sid("WR", 4),
    activity=_sid("WA", 5),
    offline=_sid("WA", 6),
    queue=_sid("WQ", 7),
    workflow=_sid("WW", 8),
    channel=_sid("TC", 9),
    event=_sid("EV", 10),
)
"""A place that no server knows."""

IMAGINED_SIDS = {
    "workspaces": IMAGINED.workspace,
    "workspaces.activities": IMAGINED.activity,
    "workspaces.workers": IMAGINED.worker,
    "workspaces.workers.channels": "voice",
    "workspaces.workers.reservations": IMAGINED.reservation,
    "workspaces.tasks": IMAGINED.task,
    "workspaces.tasks.reservations": IMAGINED.reservation,
    "workspaces.task_queues": IMAGINED.queue,
    "workspaces.workflows": IMAGINED.workflow,
    "workspaces.task_channels": IMAGINED.channel,
    "workspaces.events": IMAGINED.event,
}
"""What `sid` is of, by resource."""


def replaced(place: Place, **known: str) -> Place:
    """The same place with other ids."""
    return replace(place, **known)


def live(scene: str, centre: Centre) -> Place:
    """Make what a scene asks for, and say where it is."""
    return _SCENES[scene](centre)


def _base(centre: Centre, **known: str) -> Place:
    voice = next(each for each in centre.here.task_channels.list() if each.unique_name == "voice")
    place = replace(
        IMAGINED,
        workspace=centre.sid,
        activity=centre.available,
        offline=centre.offline,
        queue=centre.queue,
        workflow=centre.workflow,
        channel=voice.sid,
    )
    return replace(place, **known)


def _at(centre: Centre, offer: Offer) -> Place:
    return _base(centre, task=offer.task, worker=offer.worker, reservation=offer.sid, sid=offer.sid)


def _accepted(centre: Centre) -> Place:
    offer = centre.offer()
    offer.reservations("task").accept(offer.sid)
    return _at(centre, offer)


def _wrapping(centre: Centre) -> Place:
    offer = centre.offer()
    offer.reservations("task").accept(offer.sid)
    offer.reservations("task").wrap(offer.sid)
    return _at(centre, offer)


def _single_tasking(centre: Centre) -> Place:
    alone = scenes.build(centre.client, multi_task_enabled=False)
    return _at(alone, alone.offer())


def _new_workspace(centre: Centre) -> Place:
    made = scenes.build(centre.client)
    return _base(made, sid=made.sid)


def _activity(centre: Centre) -> Place:
    return _base(centre, sid=centre.here.activities.create(unique("activity")).sid)


def _idle_worker(centre: Centre) -> Place:
    made = centre.worker(activity=centre.offline).sid
    return _base(centre, sid=made, worker=made)


def _waiting_task(centre: Centre) -> Place:
    nobody = centre.here.task_queues.create(unique("nobody"), target_workers="1==2")
    made = centre.here.tasks.create(task_queue_sid=nobody.sid, attributes=scenes.TASK_ATTRIBUTES, priority=3)
    return _base(centre, sid=made.sid, task=made.sid, queue=nobody.sid)


def _routed_task(centre: Centre) -> Place:
    offer = centre.offer()
    return _base(centre, sid=offer.task, task=offer.task, worker=offer.worker, reservation=offer.sid)


def _accepted_task(centre: Centre) -> Place:
    place = _accepted(centre)
    return replace(place, sid=place.task)


def _channel(centre: Centre) -> Place:
    return _base(centre, sid=centre.here.task_channels.create(unique("channel"), unique("channel")).sid)


def _queue(centre: Centre) -> Place:
    made = centre.here.task_queues.create(unique("queue"), target_workers="1==1").sid
    return _base(centre, sid=made, queue=made, worker=centre.worker().sid)


def _workflow(centre: Centre) -> Place:
    rules = {"task_routing": {"filters": [], "default_filter": {"queue": centre.queue}}}
    return _base(centre, sid=centre.here.workflows.create(unique("workflow"), rules).sid)


def _worker_channel(centre: Centre) -> Place:
    return _base(centre, sid="voice", worker=centre.worker().sid)


def _event(centre: Centre) -> Place:
    offer = centre.offer()
    events = list(centre.here.events.list(reservation_sid=offer.sid))
    return replace(_at(centre, offer), sid=events[0].sid, event=events[0].sid)


_SCENES: dict[str, Callable[[Centre], Place]] = {
    "centre": lambda centre: _base(centre, sid=centre.sid),
    "workspace": _new_workspace,
    "activity": _activity,
    "idle worker": _idle_worker,
    "waiting task": _waiting_task,
    "routed task": _routed_task,
    "accepted task": _accepted_task,
    "channel": _channel,
    "queue": _queue,
    "workflow": _workflow,
    "worker channel": _worker_channel,
    "event": _event,
    "pending": lambda centre: _at(centre, centre.offer()),
    "accepted": _accepted,
    "wrapping": _wrapping,
    "single-tasking": _single_tasking,
}
