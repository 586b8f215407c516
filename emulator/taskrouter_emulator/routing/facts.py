"""What routing needs to know about a task, a worker and a queue, as plain frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from .capacity import available_capacity_percentage
from .expressions import Expression

QueueOrder: TypeAlias = Literal["FIFO", "LIFO"]


@dataclass(frozen=True, slots=True)
class TaskFacts:
    """A task as routing sees it; `created` and `virtual_start` are UTC, `time_to_live` is in seconds.

    `ignore_capacity` None means not given: true where the routing target is a worker, false elsewhere.
    """

    sid: str
    created: datetime
    attributes: Mapping[str, object] = field(default_factory=dict, hash=False)
    priority: int = 0
    virtual_start: datetime | None = None
    channel_unique_name: str = "default"
    routing_target: str | None = None
    ignore_capacity: bool | None = None
    time_to_live: int = 86_400

    def age(self, now: datetime) -> int:
        """Whole seconds since the task was created, never below 0."""
        return max(0, (now - self.created) // timedelta(seconds=1))

    @property
    def start(self) -> datetime:
        """The moment that counts for FIFO and LIFO: the virtual start time where there is one."""
        return self.virtual_start or self.created

    @property
    def expires(self) -> datetime:
        """When the task is canceled for its age, unless it was assigned before."""
        return self.created + timedelta(seconds=self.time_to_live)

    @property
    def routed_worker_sid(self) -> str | None:
        """The one worker this task is addressed to by its routing target, if that names a worker."""
        target = self.routing_target
        return target if target is not None and target.startswith("WK") else None


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """A worker's channel: `assigned` counts accepted and wrapping reservations, `reserved` the pending ones."""

    is_available: bool = True
    configured_capacity: int = 1
    assigned: int = 0
    reserved: int = 0

    @property
    def has_room(self) -> bool:
        """Whether one more reservation fits into the configured capacity."""
        return self.assigned + self.reserved < self.configured_capacity

    @property
    def available_capacity_percentage(self) -> int:
        """The free share of the configured capacity, 0..100."""
        return available_capacity_percentage(self.configured_capacity, self.assigned)


@dataclass(frozen=True, slots=True)
class WorkerFacts:
    """A worker as routing sees it.

    `is_available` is that of its activity, `idle_since` is since when it has had no task (UTC), `channels` are by the
    unique name of the task channel.
    """

    sid: str
    friendly_name: str
    activity_sid: str
    activity_name: str
    is_available: bool
    idle_since: datetime
    attributes: Mapping[str, object] = field(default_factory=dict, hash=False)
    channels: Mapping[str, ChannelFacts] = field(default_factory=dict, hash=False)

    @property
    def live_reservations(self) -> int:
        """How many reservations are pending, accepted or wrapping, over all channels."""
        return sum(channel.assigned + channel.reserved for channel in self.channels.values())

    def with_reservation(self, channel_unique_name: str) -> WorkerFacts:
        """The same worker after one more offer on that channel: for matching several tasks in a row."""
        channel = self.channels.get(channel_unique_name, ChannelFacts(configured_capacity=0))
        grown = {**self.channels, channel_unique_name: replace(channel, reserved=channel.reserved + 1)}
        return replace(self, channels=grown)


@dataclass(frozen=True, slots=True)
class QueueFacts:
    """A task queue; `target_workers` None stands for an empty expression, which no worker matches."""

    sid: str
    target_workers: Expression | None
    task_order: QueueOrder = "FIFO"
    max_reserved_workers: int = 1
