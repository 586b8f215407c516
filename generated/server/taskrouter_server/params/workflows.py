"""Workflows: what operations take besides ids. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import NotRequired, TypedDict

from .. import models


class ListWorkflowParams(TypedDict):
    """What `ListWorkflow` takes; what was not sent is absent."""

    friendly_name: NotRequired[str]
    """Only those of this name."""
    page_size: NotRequired[int]
    """How many items a page holds, 1 to 1000. Default 50."""
    page: NotRequired[int]
    """The number of the page; the state of a client, part of `next_page_url`."""
    page_token: NotRequired[str]
    """Where the page begins; opaque, part of `next_page_url`."""


class CreateWorkflowParams(TypedDict):
    """What `CreateWorkflow` takes; what was not sent is absent."""

    friendly_name: str
    """Its name."""
    configuration: models.Configuration
    """Its rules: an object, written as JSON."""
    assignment_callback_url: NotRequired[models.Url]
    """Where each new reservation is posted to."""
    fallback_assignment_callback_url: NotRequired[models.Url]
    """Where it is posted to if that fails."""
    task_reservation_timeout: NotRequired[models.TaskReservationTimeout]
    """Seconds that a reservation waits for an answer, 120 by default. 1 to 86400."""


class UpdateWorkflowParams(TypedDict):
    """What `UpdateWorkflow` takes; what was not sent is absent."""

    assignment_callback_url: NotRequired[models.Url]
    """Where each new reservation is posted to."""
    configuration: NotRequired[models.Configuration]
    """Its rules: an object, written as JSON; replaces all."""
    fallback_assignment_callback_url: NotRequired[models.Url]
    """Where it is posted to if that fails."""
    friendly_name: NotRequired[str]
    """Its name."""
    re_evaluate_tasks: NotRequired[str]
    """`true` routes the waiting tasks again by the new rules; false by default."""
    task_reservation_timeout: NotRequired[models.TaskReservationTimeout]
    """Seconds that a reservation waits for an answer. Default 120; 1 to 86400."""
