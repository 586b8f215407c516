"""Judges the values that a description itself gives — examples, defaults, members of enums — by their schemas.

All values of a rule are judged in one pass: one schema with a property for each of them, compiled once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import jsonschema_rs
from jsonschema_rs import ValidationError, ValidationErrorKind

from ..runtime.server.one_way import Flag, one_way
from ..spec.nodes import Node
from .subject import Direction, Json, Subject

_MOST_TOLD: Final = 3
"""Faults that are told of one value; who corrects them sees the others."""

_FLAGS: Final[tuple[Flag, ...]] = ("readOnly", "writeOnly")
_KEPT: Final[Mapping[Direction, frozenset[Flag]]] = {
    "request": frozenset({"writeOnly"}),
    "response": frozenset({"readOnly"}),
    "both": frozenset(),
}
"""The flags whose properties are required as written, by direction."""

_COMPOSED: Final = (ValidationErrorKind.OneOfNotValid, ValidationErrorKind.AnyOf)


@dataclass(frozen=True, slots=True)
class Instance:
    """A value of the description, the schema that it should fit, and where it stands."""

    value: Any
    schema: Any
    node: Node
    tokens: tuple[str | int, ...]
    direction: Direction = "both"


@dataclass(frozen=True, slots=True)
class Misfit:
    """One way in which a value does not fit: where in the value, what is wrong, and the error itself."""

    instance: Instance
    path: tuple[str | int, ...]
    message: str
    error: ValidationError

    @property
    def tokens(self) -> tuple[str | int, ...]:
        """The way to what is wrong from the node of the instance."""
        return (*self.instance.tokens, *self.path)


def misfits(subject: Subject, instances: Iterable[Instance]) -> Iterator[Misfit]:
    """What of the instances does not fit, the first few ways of each."""
    by_direction: dict[Direction, list[Instance]] = {}
    for instance in instances:
        if instance.schema is not True and instance.schema != {}:
            by_direction.setdefault(instance.direction, []).append(instance)
    components = {"schemas": subject.value["components"].get("schemas", {})}
    flags = _flags(subject)
    for direction, each in by_direction.items():
        yield from _judged(components, flags - _KEPT[direction], each)


def _flags(subject: Subject) -> frozenset[Flag]:
    """The flags by which properties of this description go one way only."""
    schemas = [site.value for site in subject.each("schema")]
    return frozenset(flag for flag in _FLAGS if any(schema.get(flag) is True for schema in schemas))


def _judged(components: Json, relaxed: frozenset[Flag], instances: list[Instance]) -> Iterator[Misfit]:
    try:
        validator = _validator(components, relaxed, instances)
    except (jsonschema_rs.ValidationError, ValueError):  # what no validator compiles; the others can be judged
        if len(instances) > 1:
            middle = len(instances) // 2
            yield from _judged(components, relaxed, instances[:middle])
            yield from _judged(components, relaxed, instances[middle:])
        return
    told = [0] * len(instances)
    values = {str(index): instance.value for index, instance in enumerate(instances)}
    for error in validator.iter_errors(values):
        index = int(error.instance_path[0])
        told[index] += 1
        if told[index] <= _MOST_TOLD:
            path, told_of = _telling(error)
            yield Misfit(instances[index], tuple(path[1:]), told_of.message, told_of)


def _validator(
    components: Json, relaxed: frozenset[Flag], instances: list[Instance]
) -> jsonschema_rs.Draft202012Validator:
    names: dict[int, str] = {}
    schemas: dict[str, Any] = {}
    for instance in instances:
        name = names.setdefault(id(instance.schema), str(len(names)))
        schemas[name] = instance.schema
    whole: Mapping[str, Any] = {
        "properties": {
            str(index): {"$ref": f"#/$defs/{names[id(instance.schema)]}"} for index, instance in enumerate(instances)
        },
        "$defs": schemas,
        "components": {"schemas": _reachable(components["schemas"], schemas)} if relaxed else components,
    }
    for flag in sorted(relaxed):
        whole = one_way(whole, flag)
    return jsonschema_rs.Draft202012Validator(dict(whole), validate_formats=True, offline=True, mask="this")


def _reachable(components: Json, schemas: Json) -> Json:
    """The components that some schemas refer to, directly or not."""
    found: Json = {}
    waiting: list[Any] = [*schemas.values()]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += [item for item in value if isinstance(item, dict | list)]
        elif isinstance(value, dict):
            waiting += [member for member in value.values() if isinstance(member, dict | list)]
            reference = value.get("$ref")
            name = reference.removeprefix("#/components/schemas/") if isinstance(reference, str) else None
            if name in components and name not in found:
                found[name] = components[name]
                waiting.append(found[name])
    return found


def _telling(error: ValidationError) -> tuple[list[str | int], ValidationError]:
    """The error that says most: of alternatives that all fail, that of the one which is nearest to what was meant."""
    path = list(error.instance_path)
    while isinstance(error.kind, _COMPOSED):
        meant = [branch for branch in error.kind.context if branch and not _is_of_other_type(error, branch)]
        if len(meant) != 1 or len(meant[0]) != 1:
            break
        error = meant[0][0]
        path = list(error.instance_path)
    return path, error


def _is_of_other_type(error: ValidationError, branch: list[ValidationError]) -> bool:
    return any(
        isinstance(each.kind, ValidationErrorKind.Type) and each.instance_path == error.instance_path for each in branch
    )
