"""A few values of any schema of a description, in milliseconds: made from its keywords, judged by its validator.

What does not come out right is repaired where the validator says that it is wrong: another alternative, with or without
optional properties, without a misleading example. Hypothesis is asked only where that leads nowhere; a schema for which
it too finds nothing is told to be impossible.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, islice
from typing import Any
from urllib.parse import unquote

import jsonschema_rs

from ..runtime.server.schemas import Schemas
from ..runtime.server.validators import Errors, Validator
from .instances import Blocked, Choices, Instance, Path
from .texts import Alphabet
from .values import drawn

ATTEMPTS = 40
MOST_ERRORS = 50
"""Faults that are mended at a time."""
CHAIN = 16
"""References that do nothing but lead to another one."""


class Samples:
    """The samples of one description's schemas; the same every time.

    `impossible` are the pointers of schemas that nothing was found to satisfy, `hard` those that took Hypothesis.
    """

    def __init__(self, schemas: Schemas) -> None:
        self.schemas = schemas
        self.impossible: set[str] = set()
        self.hard: set[str] = set()
        self._known: dict[tuple[Any, ...], list[Any]] = {}

    def of(
        self,
        pointer: str,
        *,
        count: int = 3,
        own: Mapping[str, Any] | None = None,
        is_request: bool = True,
        alphabet: Alphabet = "rich",
        is_text: bool = False,
        is_minimal_first: bool = False,
        is_drawn: bool = True,
    ) -> list[Any]:
        """Up to `count` different values of the schema at a JSON Pointer, none where nothing satisfies it.

        `own` is a schema without references that they must satisfy too. One value holds every property that it may,
        one only those that are required; the others take other alternatives and other values of enums. `is_text` is
        for values that are written as text, which says neither null nor an empty list or object. Without `is_drawn`,
        Hypothesis is not asked where none can be made.
        """
        pointer = self.followed(pointer)
        key = (pointer, count, json.dumps(own), is_request, alphabet, is_text, is_minimal_first, is_drawn)
        if key not in self._known:
            variants = _variants(2 * count, is_request, alphabet, is_text, is_minimal_first)
            found = self._found(pointer, own, variants, count)
            self._known[key] = found or (self._drawn(pointer, own, count) if is_drawn else [])
        return self._known[key]

    def followed(self, pointer: str) -> str:
        """Where the schema stands that a mere reference leads to."""
        for _ in range(CHAIN):
            schema = self.schemas.value(pointer)
            if not isinstance(schema, Mapping) or list(schema) != ["$ref"] or not schema["$ref"].startswith("#/"):
                break
            pointer = unquote(schema["$ref"][1:])
        return pointer

    def _found(self, pointer: str, own: Mapping[str, Any] | None, variants: Iterator[Choices], count: int) -> list[Any]:
        found: dict[str, Any] = {}
        for choices in variants:
            made, value = self._repaired(pointer, own, choices)
            if made:
                found.setdefault(json.dumps(value, sort_keys=True), value)
            if len(found) >= count or (not found and choices.variant > 1):
                break
        return list(found.values())

    def _repaired(self, pointer: str, own: Mapping[str, Any] | None, choices: Choices) -> tuple[bool, Any]:
        together = [self.schemas.value(pointer), *([own] if own else ())]
        validators = self._validators(pointer, own)
        for _ in range(ATTEMPTS):
            instance = Instance(self.schemas, choices)
            try:
                value = instance.made(together, (), choices.variant)
            except Blocked as blocked:
                if not _turned(choices, instance, blocked.path):
                    return False, None
                continue
            if all(validator.is_valid(value) for validator in validators):
                return True, value
            errors = dict(islice(chain.from_iterable(each.errors(value) for each in validators), MOST_ERRORS))
            mended = [_mended(choices, instance, path, error) for path, error in errors.items()]
            if not any(mended):
                return False, None
        return False, None

    def _validators(self, pointer: str, own: Mapping[str, Any] | None) -> list[Validator]:
        return [self.schemas.at(pointer).validator, *([_compiled(json.dumps(own))] if own else ())]

    def _drawn(self, pointer: str, own: Mapping[str, Any] | None, count: int) -> list[Any]:
        schema = self.schemas.value(pointer)
        components = self.schemas.value("").get("components", {}).get("schemas", {})
        validators = self._validators(pointer, own)
        values = [
            value
            for value in drawn({"allOf": [schema, own]} if own else schema, components, count=count, seed=0)
            if is_json(value) and all(validator.is_valid(value) for validator in validators)
        ]
        (self.hard if values else self.impossible).add(pointer)
        return values


def is_json(value: Any) -> bool:
    """Whether a value is JSON's through and through; Hypothesis also gives contents of files."""
    if isinstance(value, list):
        return all(map(is_json, value))
    if isinstance(value, dict):
        return all(map(is_json, value.values()))
    return value is None or isinstance(value, str | int | float)


@cache
def _compiled(own: str) -> Validator:
    return Validator(jsonschema_rs.Draft202012Validator(json.loads(own), validate_formats=True, offline=True))


def _variants(
    most: int, is_request: bool, alphabet: Alphabet, is_text: bool, is_minimal_first: bool
) -> Iterator[Choices]:
    for variant in range(most):
        for is_full in (not is_minimal_first, is_minimal_first) if variant == 0 else (True,):
            yield Choices(variant, is_full, is_request, alphabet, is_text)


def _mended(choices: Choices, instance: Instance, path: Path, error: jsonschema_rs.ValidationError) -> bool:
    """Choose otherwise where something is wrong; says whether there was anything else to choose."""
    about = error.kind.as_dict()
    match error.kind.name:
        case "required" if about["property"] not in choices.wanted.get(path, ()):
            choices.wanted.setdefault(path, set()).add(about["property"])
            return True
        case "additionalProperties" | "unevaluatedProperties" if not choices.unwanted.get(path, set()) >= set(
            about["unexpected"]
        ):
            choices.unwanted.setdefault(path, set()).update(about["unexpected"])
            return True
        case "oneOf" | "anyOf" if about.get("context"):
            for deeper, inner in _of_the_chosen(instance, path, error):
                if _mended(choices, instance, deeper, inner):
                    return True
    if path not in choices.plain:
        choices.plain.add(path)
        return True
    return _turned(choices, instance, path)


def _of_the_chosen(instance: Instance, path: Path, error: jsonschema_rs.ValidationError) -> Errors:
    """What is wrong with the alternative that was chosen."""
    skipped = len(error.instance_path) - len(path)
    context = error.kind.as_dict()["context"]
    index = instance.chosen.get(path, {}).get(error.kind.name)
    for inner in context[index] if index is not None and index < len(context) else ():
        yield tuple(inner.instance_path[skipped:]), inner


def _turned(choices: Choices, instance: Instance, path: Path) -> bool:
    """Choose the next at a place, or above it once everything there was tried."""
    while True:
        turns = choices.turns.get(path, 0) + 1
        if turns < instance.ways.get(path, 0):
            choices.turns[path] = turns
            return True
        if not path:
            return False
        choices.turns.pop(path, None)
        path = path[:-1]
