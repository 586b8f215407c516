"""Spellings that a description does not name and a server takes all the same: data, and counted when used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote_plus

from ..wire.reading import unescape_text
from ..wire.styles import StyleError


@dataclass(frozen=True, slots=True)
class Tolerance:
    """One such spelling of a form field of the named operations.

    `rewrite` gives the documented value for a foreign one; `splits_commas` makes several values of a comma-joined one.
    """

    operation_ids: frozenset[str]
    name: str
    rewrite: Mapping[str, str] = field(default_factory=dict[str, str])
    splits_commas: bool = False

    def applied(self, raw: str) -> list[str]:
        """The values to read in the place of this one, escaped like it."""
        try:
            text = unescape_text(raw.replace("+", " "))
        except StyleError:
            return [raw]
        values = text.split(",") if self.splits_commas else [text]
        rewritten = [self.rewrite.get(value, value) for value in values]
        return [raw] if rewritten == [text] else [quote_plus(value) for value in rewritten]


class Tolerances:
    """The tolerances of one description; `used` counts them by operation and field."""

    def __init__(self, tolerances: Sequence[Tolerance] = ()) -> None:
        self.used: Counter[tuple[str, str]] = Counter()
        self._by_field: dict[tuple[str, str], list[Tolerance]] = {}
        for tolerance in tolerances:
            for operation_id in tolerance.operation_ids:
                self._by_field.setdefault((operation_id, tolerance.name), []).append(tolerance)

    def apply(self, operation_id: str, pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Rewrite the pairs of a form, which are escaped, into what the description names."""
        if not self._by_field:
            return pairs
        rewritten: list[tuple[str, str]] = []
        for name, raw in pairs:
            values = [raw]
            for tolerance in self._by_field.get((operation_id, name), ()):
                values = [value for each in values for value in tolerance.applied(each)]
            if values != [raw]:
                self.used[operation_id, name] += 1
            rewritten.extend((name, value) for value in values)
        return rewritten
