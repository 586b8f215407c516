"""Events: what methods take. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import inputs
from .._runtime.client.operation import CallOptions
from .._runtime.client.texts import DateTimeLike


class EventList(CallOptions, total=False):
    """What `list` of events takes besides what it needs; an absent key is not sent."""

    start_date: DateTimeLike
    """Only events at or after this moment."""
    end_date: DateTimeLike
    """Only events at or before this moment."""
    minutes: int
    """Only events of the last so many minutes, 15 by default."""
    event_type: str
    """Only events of this type."""
    sid: inputs.EventSid
    """Only this event."""
    task_sid: inputs.TaskSid
    """Only events that concern this task."""
    reservation_sid: inputs.ReservationSid
    """Only events that concern this reservation."""
    worker_sid: inputs.WorkerSid
    """Only events that concern this worker."""
    workflow_sid: inputs.WorkflowSid
    """Only those of this workflow."""
    task_queue_sid: inputs.TaskQueueSid
    """Only those of this queue."""
    task_channel: inputs.ChannelKey
    """Only events that concern this kind of task, by SID or unique name."""
    page_size: int
    """How many items a page holds, 1 to 1000. Default 50."""
