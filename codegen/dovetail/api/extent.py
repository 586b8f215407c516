"""How much code operations and types come to, about: each has its own copy of what it takes from others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..findings import Location
from ..spec.extent import OPERATION, PART, Extent
from .contents import members
from .inside import within
from .model import Operation
from .types import Enum, Object, Property, Type


class Counted:
    """Counts what a description comes to; `location` is the place of the schema that is being described."""

    def __init__(self, characters: int) -> None:
        """Count from nothing, for a description of so many characters."""
        self.extent = Extent(lambda: characters)
        self.location = Location("")

    def operation(self, operation: Operation, location: Location, types: Mapping[str, Type]) -> None:
        """Count an operation that stands at a location. Raises `SpecError` where that is too much."""
        self.extent.add(_of_operation(operation, types), lambda: (location, ""))

    def type(self, meaning: Type) -> Type:
        """The type, counted if it has properties. Raises `SpecError` where that is too much."""
        if isinstance(meaning, Object):
            self.extent.add(_of_properties(meaning.properties), lambda: (self.location, ""))
        return meaning


def _of_operation(operation: Operation, types: Mapping[str, Type]) -> int:
    """Characters of an operation: its parameters, the properties of its body that become arguments, its answers."""
    body = operation.body
    size = OPERATION + len(operation.description)
    size += sum(PART + len(each.description) + _of_values(each.type) for each in operation.parameters)
    size += sum(PART + sum(map(len, scopes)) for asked in operation.security for scopes in asked.values())
    if body:
        size += _of_properties(members(body.content.type, types))
    for answer in operation.answers:
        size += PART * (1 + len(answer.headers) + len(answer.links)) + len(answer.description)
        size += sum(len(header.description) + _of_values(header.type) for header in answer.headers)
        size += sum(PART + _of_values(content.type) for content in answer.contents)
    return size


def _of_properties(properties: Iterable[Property]) -> int:
    return sum(PART + len(member.description) + _of_values(member.type) for member in properties)


def _of_values(meaning: Type) -> int:
    """Characters of the values that are listed in place."""
    return sum(len(repr(it.values)) for it in within(meaning) if isinstance(it, Enum))
