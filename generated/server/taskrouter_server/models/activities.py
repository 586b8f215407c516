"""Activities: what requests and answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing_extensions import TypedDict

from .shared import AccountSid, ActivitySid, FriendlyName, Links, PageMeta, Timestamp, WorkspaceSid


class Activity(TypedDict):
    """A state that a worker can be in, such as "on call" or "break"."""

    sid: ActivitySid
    """The SID of the activity."""
    account_sid: AccountSid
    """The account that owns it."""
    workspace_sid: WorkspaceSid
    """The workspace that it is in."""
    friendly_name: FriendlyName
    """Its name, at most 64 characters."""
    available: bool
    """Whether a worker in this activity is offered tasks; fixed at creation."""
    date_created: Timestamp
    """When it was created."""
    date_updated: Timestamp
    """When it was last changed."""
    url: str
    """The absolute URL of the activity."""
    links: Links
    """Its workspace."""


class ActivityPage(TypedDict):
    """A page of activities."""

    meta: PageMeta
    activities: list[Activity]
