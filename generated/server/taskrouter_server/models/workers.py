"""Workers: what requests and answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypedDict

from .shared import (
    AccountSid,
    ActivitySid,
    Attributes,
    FriendlyName,
    Links,
    PageMeta,
    Timestamp,
    WorkerSid,
    WorkspaceSid,
)


class Worker(TypedDict):
    """A person or a program that tasks are offered to."""

    sid: WorkerSid
    """The SID of the worker."""
    account_sid: AccountSid
    """The account that owns it."""
    workspace_sid: WorkspaceSid
    """The workspace that it is in."""
    friendly_name: FriendlyName
    """Its name, at most 64 characters, unique in the workspace whatever the case."""
    attributes: Attributes
    """What is known of the worker: an object, written as JSON."""
    activity_sid: ActivitySid
    """What it is doing now."""
    activity_name: str
    """The name of that activity."""
    available: bool
    """Whether its activity lets tasks be offered to it."""
    date_created: Timestamp
    """When it was created."""
    date_updated: Timestamp
    """When it was last changed."""
    date_status_changed: Timestamp
    """When its activity last changed."""
    url: str
    """The absolute URL of the worker."""
    links: Links
    """Its workspace, activity, channels and reservations."""


class WorkerPage(TypedDict):
    """A page of workers."""

    meta: PageMeta
    workers: list[Worker]
