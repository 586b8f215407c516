"""Shared: what requests hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from .._runtime.client.models import JsonText

ActivitySid = TypeAliasType("ActivitySid", str)
"""The SID of an activity."""
Attributes = TypeAliasType("Attributes", JsonText)
"""An object, written as JSON."""
Beep = TypeAliasType("Beep", Literal["true", "false", "onEnter", "onExit"] | bool)
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
ConferenceRecord = TypeAliasType(
    "ConferenceRecord", Literal["true", "false", "record-from-start", "do-not-record"] | bool
)
"""Whether a conference is recorded, and from when on."""
ConferenceTrim = TypeAliasType("ConferenceTrim", Literal["trim-silence", "do-not-trim"])
"""Whether silence at both ends of a recording is cut off."""
ContactUri = TypeAliasType("ContactUri", str)
"""Whom to call: a number in E.164 form, or a `client:` or `sip:` address."""
FriendlyName = TypeAliasType("FriendlyName", str)
"""A name for people."""
JitterBufferSize = TypeAliasType("JitterBufferSize", Literal["small", "medium", "large", "off"])
"""How much jitter of the network is smoothed, at the price of delay."""
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
RingTimeout = TypeAliasType("RingTimeout", int)
"""Seconds to let a phone ring."""
TaskQueueSid = TypeAliasType("TaskQueueSid", str)
"""The SID of a task queue."""
TaskSid = TypeAliasType("TaskSid", str)
"""The SID of a task."""
Url = TypeAliasType("Url", str)
"""An absolute URL."""
WorkerSid = TypeAliasType("WorkerSid", str)
"""The SID of a worker."""
WorkflowSid = TypeAliasType("WorkflowSid", str)
"""The SID of a workflow."""
WorkspaceSid = TypeAliasType("WorkspaceSid", str)
"""The SID of a workspace."""
