"""What an implementation of the whole API is. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Protocol

from . import models
from ._runtime.server.calls import Credentials, Refusal, Reply
from .principal import P
from .services.activities import Activities
from .services.events import Events
from .services.task_channels import TaskChannels
from .services.task_queues import TaskQueues
from .services.task_reservations import TaskReservations
from .services.tasks import Tasks
from .services.worker_channels import WorkerChannels
from .services.worker_reservations import WorkerReservations
from .services.workers import Workers
from .services.workflows import Workflows
from .services.workspaces import Workspaces


class Service(Protocol[P]):
    """What `create_app` needs: an implementation of each resource, who is calling, and how the API words refusals."""

    @property
    def workspaces(self) -> Workspaces[P]:
        """The root of everything else."""
        ...

    @property
    def activities(self) -> Activities[P]:
        """What a worker is doing; it decides whether tasks may be offered."""
        ...

    @property
    def events(self) -> Events[P]:
        """What happened in a workspace."""
        ...

    @property
    def task_channels(self) -> TaskChannels[P]:
        """Kinds of task."""
        ...

    @property
    def task_queues(self) -> TaskQueues[P]:
        """Where tasks wait for a worker that matches."""
        ...

    @property
    def tasks(self) -> Tasks[P]:
        """Units of work that are routed to workers."""
        ...

    @property
    def task_reservations(self) -> TaskReservations[P]:
        """The reservations of one task."""
        ...

    @property
    def workers(self) -> Workers[P]:
        """People or programs that do the work."""
        ...

    @property
    def worker_channels(self) -> WorkerChannels[P]:
        """How many tasks of a kind a worker takes at a time."""
        ...

    @property
    def worker_reservations(self) -> WorkerReservations[P]:
        """The reservations of one worker."""
        ...

    @property
    def workflows(self) -> Workflows[P]:
        """Rules that lead a task into a queue."""
        ...

    async def authenticate(self, credentials: Credentials, operation_id: str) -> P | None:
        """Say who calls; `None` is answered with 401."""
        ...

    def refuse(self, fault: Refusal) -> Reply[models.Error]:
        """Word a refusal of the application itself in the API's own shape."""
        ...
