"""One row of the table of the SDK's methods, and what must arrive of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..places import Place

Arguments = Callable[[Place], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Row:
    """One call: where, which method, on what, with which arguments, and what the answer then says.

    `fixed` is what a verb sends besides, by wire name; `prefix` precedes the wire names of its arguments. A list
    `finds` something or does not.
    """

    resource: str
    method: str
    scene: str
    arguments: Arguments = lambda _: {}
    says: Mapping[str, object] = field(default_factory=dict[str, object])
    fixed: Mapping[str, str] = field(default_factory=dict[str, str])
    prefix: str = ""
    finds: bool = True

    def __str__(self) -> str:
        return f"{self.resource}.{self.method}"

    def expected(self, arguments: Mapping[str, object]) -> dict[tuple[str, str], Any]:
        """What must arrive of arguments, by place and wire name: the API's names are the SDK's in capitals."""
        where = "query" if self.method == "list" else "body"
        found: dict[tuple[str, str], Any] = {("body", name): value for name, value in self.fixed.items()}
        for name, value in arguments.items():
            if name == "if_match":
                found["header", "If-Match"] = value
            else:
                found[where, self.prefix + "".join(part.capitalize() for part in name.split("_"))] = value
        return found


def given(**arguments: object) -> Arguments:
    """Arguments that are the same at every place."""
    return lambda _: arguments


def arguments_of(rows: Iterable[Row], place: Place) -> dict[tuple[str, str], set[str]]:
    """The names of the arguments that rows give to each method."""
    named: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        named.setdefault((row.resource, row.method), set()).update(row.arguments(place))
    return named
