"""Shared: what answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from .._runtime.client import formats
from .._runtime.client.models import Model

AccountSid = TypeAliasType("AccountSid", str)
"""The SID of an account."""
ActivitySid = TypeAliasType("ActivitySid", str)
"""The SID of an activity."""
Attributes = TypeAliasType("Attributes", str)
"""An object, written as JSON."""
FriendlyName = TypeAliasType("FriendlyName", str)
"""A name for people."""
Links = TypeAliasType("Links", dict[str, str])
"""URLs of related resources, by name."""
QueueOrder = TypeAliasType("QueueOrder", Literal["FIFO", "LIFO"])
"""Whether the oldest or the newest task goes first."""
ReservationSid = TypeAliasType("ReservationSid", str)
"""The SID of a reservation."""
ReservationStatus = TypeAliasType(
    "ReservationStatus",
    Literal["pending", "accepted", "rejected", "timeout", "canceled", "rescinded", "wrapping", "completed"],
)
"""The state of a reservation.

- `pending`: offered to the worker, who has not answered yet
- `accepted`: the worker takes the task; every other offer of it is rescinded
- `rejected`: the worker refuses the task
- `timeout`: nobody answered in time
- `canceled`: the task was canceled or deleted, or the call to the worker failed
- `rescinded`: another worker accepted the task
- `wrapping`: the main work is done, the worker is finishing up
- `completed`: done
"""
TaskSid = TypeAliasType("TaskSid", str)
"""The SID of a task."""
Timestamp = TypeAliasType("Timestamp", formats.DateTime)
"""A moment in UTC, to the second."""
WorkerSid = TypeAliasType("WorkerSid", str)
"""The SID of a worker."""
WorkspaceSid = TypeAliasType("WorkspaceSid", str)
"""The SID of a workspace."""
TaskChannelSid = TypeAliasType("TaskChannelSid", str)
"""The SID of a task channel."""
TaskQueueSid = TypeAliasType("TaskQueueSid", str)
"""The SID of a task queue."""
WorkflowSid = TypeAliasType("WorkflowSid", str)
"""The SID of a workflow."""


class Error(Model):
    """Why a request was refused."""

    code: int
    """What went wrong, more finely than the status."""
    message: str
    """What went wrong, for people."""
    more_info: str
    """Where the code is explained."""
    status: int
    """The status of the answer. 400 to 599."""


class PageMeta(Model):
    """Where a page is, and where the next one is."""

    key: str
    """The name of the property that holds the items."""
    page: int
    """The number of this page, from 0."""
    page_size: int
    """How many items a page holds at most. 1 to 1000."""
    url: str
    """The absolute URL of this page."""
    first_page_url: str
    """The absolute URL of the first page."""
    next_page_url: str | None
    """The absolute URL of the next page; null on the last."""
    previous_page_url: str | None
    """The absolute URL of the page before; null on the first."""


class Reservation(Model):
    """A task offered to a worker, and what became of it."""

    sid: ReservationSid
    """The SID of the reservation."""
    account_sid: AccountSid
    """The account that owns it."""
    workspace_sid: WorkspaceSid
    """The workspace that it is in."""
    task_sid: TaskSid
    """The task that is offered."""
    worker_sid: WorkerSid
    """The worker that it is offered to."""
    worker_name: str
    """The name of that worker."""
    reservation_status: ReservationStatus | str
    """What became of the offer."""
    date_created: Timestamp
    """When the offer was made."""
    date_updated: Timestamp
    """When it was last changed."""
    url: str
    """The absolute URL of the reservation, in the view that was asked."""
    links: Links
    """Its task, worker and workspace."""
