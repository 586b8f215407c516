"""What a request asks for: decoded parameters by their Python names, and the precondition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from . import clock
from .preconditions import is_met
from .refusals import invalid, stale


@dataclass(frozen=True, slots=True)
class Arguments:
    """The parameters of one request; an absent one is None, or empty."""

    values: Mapping[str, object] = field(default_factory=dict)
    if_match: str | None = None

    def text(self, name: str) -> str | None:
        """A string."""
        value = self.values.get(name)
        return None if value is None else str(value)

    def texts(self, name: str) -> Sequence[str]:
        """An array of strings."""
        value = self.values.get(name)
        return [str(item) for item in value] if isinstance(value, list | tuple) else []

    def number(self, name: str) -> int | None:
        """An integer."""
        value = self.values.get(name)
        return value if isinstance(value, int) else None

    def flag(self, name: str) -> bool | None:
        """A boolean."""
        value = self.values.get(name)
        return value if isinstance(value, bool) else None

    def yes(self, name: str) -> bool | None:
        """A boolean in the legacy spelling: `true`, `1` and `yes` in any case are true, anything else is false."""
        value = self.values.get(name)
        return None if value is None else str(value).strip().lower() in {"true", "1", "yes"}

    def moment(self, name: str, wire_name: str) -> datetime | None:
        """A date-time; ApiError 400 with the wire name where it is none."""
        value = self.values.get(name)
        if value is None or isinstance(value, datetime):
            return value
        try:
            return clock.parse(str(value))
        except ValueError:
            raise invalid(f"{wire_name} must be a date and time such as 2014-05-14T10:50:02Z, not {value!r}") from None

    def refuse_stale(self, path: str, version: int) -> None:
        """ApiError 412 where the precondition names another version."""
        if not is_met(self.if_match, version):
            raise stale(path, version)
