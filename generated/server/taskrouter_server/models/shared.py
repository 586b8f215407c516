"""Shared: what requests and answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType, TypedDict

AccountSid = TypeAliasType("AccountSid", str)
"""The SID of an account."""
ActivitySid = TypeAliasType("ActivitySid", str)
"""The SID of an activity."""
Attributes = TypeAliasType("Attributes", str)
"""An object, written as JSON."""
Beep = TypeAliasType("Beep", Literal["true", "false", "onEnter", "onExit"])
"""When a beep is played."""
CallEvent = TypeAliasType("CallEvent", Literal["initiated", "ringing", "answered", "completed"])
"""A step in the progress of a call."""
CallRecord = TypeAliasType("CallRecord", Literal["record-from-answer", "do-not-record"])
"""Whether both legs of a call are recorded."""
CallSid = TypeAliasType("CallSid", str)
"""The SID of a call."""
CallbackMethod = TypeAliasType("CallbackMethod", Literal["GET", "POST"])
"""The HTTP method of a callback."""
ChannelKey = TypeAliasType("ChannelKey", str)
"""The SID or the unique name of a channel."""
ConferenceEvent = TypeAliasType("ConferenceEvent", Literal["start", "end", "join", "leave", "mute", "hold", "speaker"])
"""Something that happens in a conference."""
ConferenceRecord = TypeAliasType("ConferenceRecord", Literal["true", "false", "record-from-start", "do-not-record"])
"""Whether a conference is recorded, and from when on."""
ConferenceTrim = TypeAliasType("ConferenceTrim", Literal["trim-silence", "do-not-trim"])
"""Whether silence at both ends of a recording is cut off."""
ContactUri = TypeAliasType("ContactUri", str)
"""Whom to call: a number in E.164 form, or a `client:` or `sip:` address."""
FriendlyName = TypeAliasType("FriendlyName", str)
"""A name for people."""
JitterBufferSize = TypeAliasType("JitterBufferSize", Literal["small", "medium", "large", "off"])
"""How much jitter of the network is smoothed, at the price of delay."""
Links = TypeAliasType("Links", dict[str, str])
"""URLs of related resources, by name."""
QueueOrder = TypeAliasType("QueueOrder", Literal["FIFO", "LIFO"])
"""Whether the oldest or the newest task goes first."""
RecordingChannels = TypeAliasType("RecordingChannels", Literal["mono", "dual"])
"""Whether all speakers share one channel of the recording."""
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
Timestamp = TypeAliasType("Timestamp", str)
"""A moment in UTC, to the second."""
WorkerSid = TypeAliasType("WorkerSid", str)
"""The SID of a worker."""
WorkspaceSid = TypeAliasType("WorkspaceSid", str)
"""The SID of a workspace."""
RingTimeout = TypeAliasType("RingTimeout", int)
"""Seconds to let a phone ring."""
TaskChannelSid = TypeAliasType("TaskChannelSid", str)
"""The SID of a task channel."""
TaskQueueSid = TypeAliasType("TaskQueueSid", str)
"""The SID of a task queue."""
Url = TypeAliasType("Url", str)
"""An absolute URL."""
WorkflowSid = TypeAliasType("WorkflowSid", str)
"""The SID of a workflow."""


class Error(TypedDict):
    """Why a request was refused."""

    code: int
    """What went wrong, more finely than the status."""
    message: str
    """What went wrong, for people."""
    more_info: str
    """Where the code is explained."""
    status: int
    """The status of the answer. 400 to 599."""


class PageMeta(TypedDict):
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


class Reservation(TypedDict):
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
    reservation_status: ReservationStatus
    """What became of the offer."""
    date_created: Timestamp
    """When the offer was made."""
    date_updated: Timestamp
    """When it was last changed."""
    url: str
    """The absolute URL of the reservation, in the view that was asked."""
    links: Links
    """Its task, worker and workspace."""
