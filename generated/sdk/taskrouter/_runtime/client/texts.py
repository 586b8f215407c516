"""What may be given where the description asks for a text of a format: the text, or the object that it stands for."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TypeAlias
from uuid import UUID

DateTimeLike: TypeAlias = datetime | str
"""A `datetime` with a time zone, or a `date-time` of RFC 3339."""
DateLike: TypeAlias = date | str
"""A `date`, or a `full-date` of RFC 3339."""
TimeLike: TypeAlias = time | str
"""A `time`, or a `full-time` of RFC 3339."""
DurationLike: TypeAlias = timedelta | str
"""A `timedelta`, or a `duration` of RFC 3339."""
UuidLike: TypeAlias = UUID | str
"""A `UUID`, or its text by RFC 9562."""
DecimalLike: TypeAlias = Decimal | str
"""A `Decimal`, or its text."""
Base64: TypeAlias = bytes | str
"""Bytes, which are sent as base64, or a text that is base64 already."""
