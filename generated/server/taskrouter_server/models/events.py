"""Events: what requests and answers hold. Generated from openapi.yaml; do not edit."""

from __future__ import annotations

from typing import Any, Literal

from typing_extensions import TypeAliasType, TypedDict

from .shared import AccountSid, PageMeta, Timestamp, WorkspaceSid

ActorType = TypeAliasType(
    "ActorType", Literal["account", "workspace", "activity", "worker", "task", "reservation", "task-queue", "workflow"]
)
"""The kind of an actor that caused an event."""
AnySid = TypeAliasType("AnySid", str)
"""The SID of any resource."""
EventSid = TypeAliasType("EventSid", str)
"""The SID of an event."""
ResourceType = TypeAliasType(
    "ResourceType", Literal["workspace", "activity", "worker", "task", "reservation", "task-queue", "workflow"]
)
"""The kind of a resource that an event is about."""


class Event(TypedDict):
    """Something that happened in a workspace."""

    sid: EventSid
    """The SID of the event."""
    account_sid: AccountSid
    """The account that it happened in."""
    workspace_sid: WorkspaceSid
    """The workspace that it happened in."""
    event_type: str
    """What happened, such as `reservation.accepted`."""
    event_date: Timestamp
    """When it happened."""
    event_date_ms: int
    """When it happened, in milliseconds since 1970."""
    event_data: dict[str, Any]
    """The fields that the event callback carries for it, by name."""
    description: str
    """What happened, for people."""
    resource_type: ResourceType
    """The kind of resource that it is about."""
    resource_sid: AnySid
    """The resource that it is about."""
    resource_url: str
    """The absolute URL of that resource."""
    actor_type: ActorType | None
    """The kind of actor that caused it; null if nobody did."""
    actor_sid: AnySid | None
    """Who caused it; null if nobody did."""
    actor_url: str | None
    """The absolute URL of the actor; null if it has none."""
    source: str | None
    """The interface that it came through, such as `api`; null if the router did it."""
    source_ip_address: str | None
    """The address that the request came from; null if there was none."""
    url: str
    """The absolute URL of the event."""


class EventPage(TypedDict):
    """A page of events."""

    meta: PageMeta
    events: list[Event]
