"""Events: what operations take besides ids. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .. import models


class ListEventParams(TypedDict):
    """What `ListEvent` takes; what was not sent is absent."""

    start_date: NotRequired[str]
    """Only events at or after this moment."""
    end_date: NotRequired[str]
    """Only events at or before this moment."""
    minutes: NotRequired[int]
    """Only events of the last so many minutes, 15 by default."""
    event_type: NotRequired[str]
    """Only events of this type."""
    sid: NotRequired[models.EventSid]
    """Only this event."""
    task_sid: NotRequired[models.TaskSid]
    """Only events that concern this task."""
    reservation_sid: NotRequired[models.ReservationSid]
    """Only events that concern this reservation."""
    worker_sid: NotRequired[models.WorkerSid]
    """Only events that concern this worker."""
    workflow_sid: NotRequired[models.WorkflowSid]
    """Only those of this workflow."""
    task_queue_sid: NotRequired[models.TaskQueueSid]
    """Only those of this queue."""
    task_channel: NotRequired[models.ChannelKey]
    """Only events that concern this kind of task, by SID or unique name."""
    page_size: NotRequired[int]
    """How many items a page holds, 1 to 1000. Default 50."""
    page: NotRequired[int]
    """The number of the page; the state of a client, part of `next_page_url`."""
    page_token: NotRequired[str]
    """Where the page begins; opaque, part of `next_page_url`."""
