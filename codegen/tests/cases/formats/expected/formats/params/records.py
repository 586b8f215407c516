"""Records: what methods take. Generated from spec.yaml; do not edit."""

from __future__ import annotations

from .._runtime.client.models import JsonText
from .._runtime.client.operation import CallOptions
from .._runtime.client.texts import DateLike, DateTimeLike, UuidLike


class RecordCreate(CallOptions, total=False):
    """What `create` of records takes besides what it needs; an absent key is not sent."""

    at: DateTimeLike
    """When, to the second."""
    code: str
    count: int
    """1 to 50."""
    day: DateLike
    extra: JsonText
    """Default "{}"."""
    huge: int
    """-9223372036854775808 to 9223372036854775807."""
    id: UuidLike
    mail: str
    """At most 80 characters."""
    secret: str
    """8 to 64 characters."""
    share: float
    site: str
