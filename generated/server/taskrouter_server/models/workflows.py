"""Workflows: what requests and answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypeAliasType, TypedDict

from .shared import AccountSid, Links, PageMeta, Timestamp, WorkflowSid, WorkspaceSid

Configuration = TypeAliasType("Configuration", str)
"""The rules of a workflow, an object written as JSON."""
TaskReservationTimeout = TypeAliasType("TaskReservationTimeout", int)
"""Seconds that a reservation waits for an answer, one day at most."""


class Workflow(TypedDict):
    """Rules that lead a task into a queue."""

    sid: WorkflowSid
    """The SID of the workflow."""
    account_sid: AccountSid
    """The account that owns it."""
    workspace_sid: WorkspaceSid
    """The workspace that it is in."""
    friendly_name: str
    """Its name."""
    configuration: Configuration
    """Its rules: an object, written as JSON."""
    document_content_type: str
    """The media type of the rules."""
    assignment_callback_url: str | None
    """Where each new reservation is posted to; null if nowhere."""
    fallback_assignment_callback_url: str | None
    """Where it is posted to if that fails; null if nowhere."""
    task_reservation_timeout: TaskReservationTimeout
    """Seconds that a reservation waits for an answer."""
    date_created: Timestamp
    """When it was created."""
    date_updated: Timestamp
    """When it was last changed."""
    url: str
    """The absolute URL of the workflow."""
    links: Links
    """Its workspace."""


class WorkflowPage(TypedDict):
    """A page of workflows."""

    meta: PageMeta
    workflows: list[Workflow]
