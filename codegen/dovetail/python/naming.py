"""Every name of the generated code, decided once: classes, modules, arguments, constants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..api.model import Api, Operation, Resource
from ..api.types import Array, Json, Object, Reference, String, Type
from .names import pascal, snake, unique, words

RESERVED = ("self", "limit", "request_timeout")
"""Argument names that every method has a use of its own for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument of an operation: its name in Python and on the wire, where it goes, and what it means."""

    name: str
    wire: str
    place: str
    type: Type
    style: str = ""
    explode: bool = True
    is_required: bool = False
    is_deprecated: bool = False
    is_secret: bool = False
    is_reserved_allowed: bool = False
    default: Json = None
    description: str = ""


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of one API; `modules` tells the module of each class, relative to the package."""

    api: Api
    resources: tuple[Resource, ...]
    """Every resource of the tree, each before those below it."""
    class_names: Mapping[str, str]
    arguments: Mapping[str, tuple[Argument, ...]]
    """By operation id: the arguments in the order path, query, header, cookie, body."""

    def module(self, resource: Resource) -> str:
        """The module of a resource, the same word in every package: `task_reservations`."""
        return snake(resource.class_name)

    def page_item(self, operation: Operation) -> Type | None:
        """The type of the items of a paged operation's answer."""
        if operation.pages is None or operation.success is None or operation.success.type is None:
            return None
        meaning: Type | None = operation.success.type
        for token in operation.pages.items.split("/")[1:]:
            meaning = self._member(meaning, token)
        meaning = self.resolved(meaning)
        return meaning.items if isinstance(meaning, Array) else None

    def resolved(self, meaning: Type | None) -> Type | None:
        """The type itself, where it is given by name."""
        while isinstance(meaning, Reference):
            meaning = self.api.types.get(meaning.name)
        return meaning

    def _member(self, meaning: Type | None, name: str) -> Type | None:
        target = self.resolved(meaning)
        if not isinstance(target, Object):
            return None
        return next((member.type for member in target.properties if member.name == name), None)


def name_everything(api: Api) -> Naming:
    """Decide the names; the same API gives the same names, whatever the order of its schemas."""
    resources = tuple(_flattened(api.resources))
    return Naming(
        api=api,
        resources=resources,
        class_names=_class_names(api),
        arguments={operation.id: _arguments(operation, api.types) for operation in api.operations},
    )


def _flattened(resources: tuple[Resource, ...]) -> list[Resource]:
    return [found for resource in resources for found in (resource, *_flattened(resource.children))]


def _class_names(api: Api) -> dict[str, str]:
    names: dict[str, str] = {}
    for name in sorted(api.types):
        names[name] = unique(pascal(name), names.values())
    return names


def _arguments(operation: Operation, types: Mapping[str, Type]) -> tuple[Argument, ...]:
    taken = list(RESERVED)
    arguments = []
    for place in ("path", "query", "header", "cookie"):
        for parameter in operation.parameters:
            if parameter.place == place:
                name = unique(snake(parameter.name), taken)
                taken.append(name)
                arguments.append(
                    Argument(
                        name=name,
                        wire=parameter.name,
                        place=place,
                        type=parameter.type,
                        style=parameter.style,
                        explode=parameter.explode,
                        is_required=parameter.is_required or place == "path",
                        is_deprecated=parameter.is_deprecated,
                        is_reserved_allowed=parameter.allow_reserved,
                        default=parameter.default,
                        description=parameter.description,
                    )
                )
    return (*arguments, *_body_arguments(operation, types, taken))


def _body_arguments(operation: Operation, types: Mapping[str, Type], taken: list[str]) -> list[Argument]:
    arguments = []
    for member in operation.body.type.properties if operation.body else ():
        if member.is_read_only:
            continue
        name = unique(snake(member.name), taken)
        taken.append(name)
        arguments.append(
            Argument(
                name=name,
                wire=member.name,
                place="body",
                type=member.type,
                is_required=member.is_required,
                is_deprecated=member.is_deprecated,
                is_secret=_is_secret(member.type, types),
                default=member.default,
                description=member.description,
            )
        )
    return arguments


def _is_secret(meaning: Type, types: Mapping[str, Type]) -> bool:
    while isinstance(meaning, Reference):
        meaning = types[meaning.name]
    return isinstance(meaning, String) and meaning.format == "password"


def family(resource: Resource, resources: tuple[Resource, ...]) -> str:
    """The words that a resource's class name ends in and shares with another's, such as `Reservations`; else ``."""
    own = words(resource.class_name)
    best: list[str] = []
    for other in resources:
        theirs = words(other.class_name)
        if other is resource:
            continue
        shared = 0
        while shared < min(len(own), len(theirs)) and own[-1 - shared] == theirs[-1 - shared]:
            shared += 1
        if len(best) < shared < len(own):
            best = own[-shared:]
    return pascal("_".join(best)) if best else ""
