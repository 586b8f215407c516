"""Workflows: what methods take. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from .. import inputs
from .._runtime.client.operation import CallOptions


class WorkflowList(CallOptions, total=False):
    """What `list` of workflows takes besides what it needs; an absent key is not sent."""

    friendly_name: str
    """Only those of this name."""
    page_size: int
    """How many items a page holds, 1 to 1000. Default 50."""


class WorkflowCreate(CallOptions, total=False):
    """What `create` of workflows takes besides what it needs; an absent key is not sent."""

    assignment_callback_url: inputs.Url
    """Where each new reservation is posted to."""
    fallback_assignment_callback_url: inputs.Url
    """Where it is posted to if that fails."""
    task_reservation_timeout: inputs.TaskReservationTimeout
    """Seconds that a reservation waits for an answer, 120 by default. 1 to 86400."""


class WorkflowUpdate(CallOptions, total=False):
    """What `update` of workflows takes besides what it needs; an absent key is not sent."""

    assignment_callback_url: inputs.Url
    """Where each new reservation is posted to."""
    configuration: inputs.Configuration
    """Its rules: an object, written as JSON; replaces all."""
    fallback_assignment_callback_url: inputs.Url
    """Where it is posted to if that fails."""
    friendly_name: str
    """Its name."""
    re_evaluate_tasks: str
    """`true` routes the waiting tasks again by the new rules; false by default."""
    task_reservation_timeout: inputs.TaskReservationTimeout
    """Seconds that a reservation waits for an answer. Default 120; 1 to 86400."""
