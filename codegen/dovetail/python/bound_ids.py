"""The ids that resources are bound by: what they are called, and what type all that is below them gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ..api.model import Resource
from ..api.types import Type, Union, resolved

if TYPE_CHECKING:
    from .naming import Argument


class BoundIds:
    """Finds the ids of every resource of a tree."""

    def __init__(self, arguments: Mapping[str, tuple[Argument, ...]], types: Mapping[str, Type]) -> None:
        """Take the arguments of each operation."""
        self._arguments = arguments
        self._types = types
        self._found: dict[str, tuple[Argument, ...]] = {}
        self._firsts: dict[str, tuple[Argument, ...]] = {}
        self._below: dict[str, list[Resource]] = {}

    def of(self, roots: tuple[Resource, ...]) -> Mapping[str, tuple[Argument, ...]]:
        """By class name: the ids that are bound before a resource is reached."""
        for root in roots:
            self._gather(root)
        for root in roots:
            self._give(root, ())
        return self._found

    def _gather(self, resource: Resource) -> list[Resource]:
        """Every resource of a branch; on the way, the path arguments of an operation at or below each."""
        below = [found for child in resource.children for found in self._gather(child)]
        if resource.methods:
            arguments = self._arguments[resource.methods[0].operation.key]
            first = tuple(argument for argument in arguments if argument.place == "path")
        else:
            inner = (self._firsts[child.class_name] for child in resource.children)
            first = next((known for known in inner if len(known) >= len(resource.parents)), ())
        self._firsts[resource.class_name] = first
        self._below[resource.class_name] = [resource, *below]
        return [resource, *below]

    def _give(self, resource: Resource, types: tuple[Type, ...]) -> None:
        path = self._firsts[resource.class_name]
        self._found[resource.class_name] = tuple(
            replace(argument, name=name, type=meaning)
            for argument, name, meaning in zip(path, resource.parents, types, strict=False)
        )
        for child in resource.direct:
            self._give(child, types)
        bound = resource.bound
        below = [found for child in bound for found in self._below[child.class_name]]
        width = len(bound[0].parents) if bound else 0
        inner = (*types, *(self._common_type(below, index) for index in range(len(types), width)))
        for child in bound:
            self._give(child, inner)

    def _common_type(self, below: list[Resource], index: int) -> Type:
        """The type of an id, or all the types that the resources bound by it give it."""
        types: list[Type] = []
        for resource in below:
            meaning = resolved(self._firsts[resource.class_name][index].type, self._types)
            if not any(type(meaning) is type(known) for known in types):
                types.append(replace(meaning, description=""))
        return types[0] if len(types) == 1 else Union(members=tuple(types))
