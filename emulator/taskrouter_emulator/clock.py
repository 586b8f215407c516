"""What time it is: the wall clock, moved by what the control interface has set in the store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

Wall: TypeAlias = Callable[[], datetime]
"""A clock: gives the present moment, UTC. Tests hand in their own."""

LATEST = datetime(2999, 12, 31, tzinfo=UTC)
"""The clock cannot be moved beyond: dates must stay representable for another lifetime of the longest timer."""


def wall() -> datetime:
    """The present moment, UTC, by the clock of the machine."""
    return datetime.now(UTC)


def iso(moment: datetime) -> str:
    """The one form that the API writes: `2014-05-14T10:50:02Z`, whole seconds."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def milliseconds(moment: datetime) -> int:
    """Whole milliseconds since 1970."""
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)


def parse(text: str) -> datetime:
    """The moment that an ISO 8601 text names; without an offset it is UTC.

    Raises:
        ValueError: It names none.
    """
    moment = datetime.fromisoformat(text)
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:
        raise ValueError(f"{text!r} is out of range") from None
