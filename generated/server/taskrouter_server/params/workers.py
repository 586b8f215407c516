"""Workers: what operations take besides ids. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .. import models


class ListWorkerParams(TypedDict):
    """What `ListWorker` takes; what was not sent is absent."""

    activity_name: NotRequired[str]
    """Only workers in the activity of this name."""
    activity_sid: NotRequired[models.ActivitySid]
    """Only workers in this activity."""
    available: NotRequired[str]
    """`true`, `1` or `yes`: only those that are available; anything else: only those that are not."""
    friendly_name: NotRequired[str]
    """Only those of this name."""
    target_workers_expression: NotRequired[str]
    """Only workers that match this expression."""
    task_queue_name: NotRequired[str]
    """Only those of the queue of this name."""
    task_queue_sid: NotRequired[models.TaskQueueSid]
    """Only those of this queue."""
    ordering: NotRequired[str]
    """What the workers are sorted by."""
    page_size: NotRequired[int]
    """How many items a page holds, 1 to 1000. Default 50."""
    page: NotRequired[int]
    """The number of the page; the state of a client, part of `next_page_url`."""
    page_token: NotRequired[str]
    """Where the page begins; opaque, part of `next_page_url`."""


class CreateWorkerParams(TypedDict):
    """What `CreateWorker` takes; what was not sent is absent."""

    friendly_name: models.FriendlyName
    """Its name, at most 64 characters, unique in the workspace whatever the case. 1 to 64 characters."""
    activity_sid: NotRequired[models.ActivitySid]
    """What it is doing first; by default the default activity of the workspace."""
    attributes: NotRequired[models.Attributes]
    """What is known of the worker: an object, written as JSON. Default "{}"."""


class UpdateWorkerParams(TypedDict):
    """What `UpdateWorker` takes; what was not sent is absent."""

    if_match: NotRequired[str]
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
    activity_sid: NotRequired[models.ActivitySid]
    """What it is doing from now on."""
    attributes: NotRequired[models.Attributes]
    """What is known of the worker: an object, written as JSON; replaces all."""
    friendly_name: NotRequired[models.FriendlyName]
    """Its name, at most 64 characters, unique in the workspace whatever the case. 1 to 64 characters."""
    reject_pending_reservations: NotRequired[bool]
    """Whether pending reservations are rejected; only for an unavailable activity."""


class DeleteWorkerParams(TypedDict):
    """What `DeleteWorker` takes; what was not sent is absent."""

    if_match: NotRequired[str]
    """The `ETag` that the resource must still have; the quotes may be left out, `*` means any."""
