"""Scalars as text: the one spelling of each value, in parameters, forms and headers alike."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import cast
from uuid import UUID


class StyleError(ValueError):
    """A value cannot be written in this style, or what arrived is not of it."""


def text(value: object) -> str:
    """Give the text of a scalar: `true`, `2024-05-01T12:00:00Z` (in UTC), plain numbers, an enum's value.

    Raises:
        StyleError: the value is no scalar, a number that is not finite, or a datetime without a time zone.
    """
    match value:
        case Enum():
            return text(cast("object", value.value))
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int() | UUID():
            return str(value)
        case float() | Decimal():
            return _number(value)
        case datetime():
            return _instant(value)
        case date() | time():
            return value.isoformat()
        case timedelta():
            return _duration(value)
        case _:
            raise StyleError(f"a value of type {type(value).__name__} has no text form")


def _number(value: float | Decimal) -> str:
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not exact.is_finite():
        raise StyleError("a number must be finite")
    return format(exact, "f")


def _instant(value: datetime) -> str:
    if value.utcoffset() is None:
        raise StyleError("a datetime needs a time zone")
    utc = value.astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="microseconds" if utc.microsecond else "seconds") + "Z"


def _duration(value: timedelta) -> str:
    """Write days and seconds (RFC 3339, appendix A): `P1DT2.5S`."""
    sign, value = ("-", -value) if value.days < 0 else ("", value)
    seconds = _number(Decimal(value.seconds) + Decimal(value.microseconds) / 1_000_000)
    days = f"{value.days}D" if value.days else ""
    return f"{sign}P{days}" + (f"T{seconds}S" if seconds != "0" or not days else "")
