"""Where each resource is found, below the version: `/Workspaces/WS…/Tasks/WT…`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .store.rows import (
    Activity,
    Event,
    Reservation,
    Task,
    TaskChannel,
    TaskQueue,
    Worker,
    WorkerChannel,
    Workflow,
)

VERSION: Final = "/v1"

COLLECTIONS: Final[Mapping[type[object], str]] = {
    Activity: "Activities",
    Worker: "Workers",
    WorkerChannel: "Channels",
    Task: "Tasks",
    TaskQueue: "TaskQueues",
    Workflow: "Workflows",
    TaskChannel: "TaskChannels",
    Reservation: "Reservations",
    Event: "Events",
}

NOUNS: Final[Mapping[type[object], str]] = {Worker: "worker", TaskQueue: "task queue", Workflow: "workflow"}


def workspace(sid: str) -> str:
    """The path of a workspace."""
    return f"/Workspaces/{sid}"


def resource(kind: type[object], workspace_sid: str, sid: str) -> str:
    """The path of a resource that lives directly in a workspace."""
    return f"/Workspaces/{workspace_sid}/{COLLECTIONS[kind]}/{sid}"


def worker_channel(channel: WorkerChannel) -> str:
    """The path of a worker's channel."""
    return f"{resource(Worker, channel.workspace_sid, channel.worker_sid)}/Channels/{channel.sid}"


def reservation(row: Reservation, view: type[Task | Worker]) -> str:
    """The path of a reservation, below its task or below its worker."""
    parent_sid = row.task_sid if view is Task else row.worker_sid
    return f"{resource(view, row.workspace_sid, parent_sid)}/Reservations/{row.sid}"
