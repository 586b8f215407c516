"""Judges the values that a description itself gives — examples, defaults, members of enums — by their schemas.

All values of a rule are judged in one pass: one schema with a property for each of them, compiled once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import jsonschema_rs
from jsonschema_rs import ValidationError, ValidationErrorKind

from ..runtime.server.one_way import one_way
from ..spec.nodes import Node
from .subject import Direction, Subject

_MOST_TOLD: Final = 3
"""Faults that are told of one value; who corrects them sees the others."""

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
    for direction, each in by_direction.items():
        yield from _judged(components, direction, each)


def _judged(components: Mapping[str, Any], direction: Direction, instances: list[Instance]) -> Iterator[Misfit]:
    try:
        validator = _validator(components, direction, instances)
    except (jsonschema_rs.ValidationError, ValueError):  # what no validator compiles; the others can be judged
        if len(instances) > 1:
            middle = len(instances) // 2
            yield from _judged(components, direction, instances[:middle])
            yield from _judged(components, direction, instances[middle:])
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
    components: Mapping[str, Any], direction: Direction, instances: list[Instance]
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
        "components": components,
    }
    if direction != "response":
        whole = one_way(whole, "readOnly")
    if direction != "request":
        whole = one_way(whole, "writeOnly")
    return jsonschema_rs.Draft202012Validator(dict(whole), validate_formats=True, offline=True, mask="this")


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
