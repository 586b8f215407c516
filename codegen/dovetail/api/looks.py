"""Who looked into which named types, while an API was described: more depends on them than their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from .types import Type

T = TypeVar("T")

ANNOTATIONS: Final = ("default", "deprecated", "readOnly", "writeOnly")
"""What a schema says of each value that only names it; to read this is not to look inside."""


@dataclass(slots=True)
class Looks:
    """What is noted; `by` is who is looking now, a type or an operation, and empty where that is the whole API.

    `inside` are those who looked at the properties of a named type, or at the keywords of its schema; `asked` are the
    folded names of which it was asked whether a property has them; `owners` are those in which an object that was
    given a name was met.
    """

    inside: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    asked: set[str] = field(default_factory=set[str])
    owners: dict[str, str] = field(default_factory=dict[str, str])
    by: str = ""
    _noted: list[str] = field(default_factory=list[str])

    def note(self, *names: str) -> None:
        """Somebody looks into these types."""
        for name in names:
            self.inside.setdefault(name, set()).add(self.by)
        self._noted += names

    def during(self, make: Callable[[], T]) -> tuple[T, frozenset[str]]:
        """What is made, and what is looked into for it: who is given the same again looks into the same."""
        start = len(self._noted)
        made = make()
        return made, frozenset(self._noted[start:])

    def note_for_all(self, name: str) -> None:
        """What this type is decides something that cannot be told to be anybody's alone."""
        self.inside.setdefault(name, set()).add("")

    def into(self, types: Mapping[str, Type]) -> Mapping[str, Type]:
        """The same types, each of which is noted when it is looked up."""
        return _Noted(types, self)


def of_type(name: str) -> str:
    """A named type as one who looks."""
    return f"type {name}"


def of_operation(method: str, path: str) -> str:
    """An operation as one who looks."""
    return f"{method} {path}"


class _Noted(Mapping[str, Type]):
    def __init__(self, types: Mapping[str, Type], looks: Looks) -> None:
        self._types = types
        self._looks = looks

    def __getitem__(self, name: str) -> Type:
        self._looks.note(name)
        return self._types[name]

    def __contains__(self, name: object) -> bool:
        return name in self._types

    def __iter__(self) -> Iterator[str]:
        return iter(self._types)

    def __len__(self) -> int:
        return len(self._types)
