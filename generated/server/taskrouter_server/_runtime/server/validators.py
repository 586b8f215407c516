"""Validators of all the schemas of a description, compiled together: what many refer to is compiled once for all.

A validator compiled by itself holds everything that its schema refers to, directly or not. Where schemas refer to each
other, one for each operation would hold the whole description again and again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, TypeAlias, cast
from urllib.parse import quote, unquote

import jsonschema_rs

from ..wire.pointers import step, tokens

BASE = "urn:description"
COMPONENTS = "/components/schemas/"
UNDESCRIBED = frozenset({"callbacks", "example", "examples", "links"})
"""Members of a path item below which no schema of a message stands."""
CHAIN = 16
"""References that do nothing but lead to another one, and are followed."""
Errors: TypeAlias = Iterator[tuple[tuple[str | int, ...], jsonschema_rs.ValidationError]]
"""Places within the value, and what is wrong there."""


class Validator:
    """The JSON Schema 2020-12 validator of one schema, formats asserted; it fetches nothing."""

    __slots__ = ("_compiled", "_name")

    def __init__(self, compiled: jsonschema_rs.Validator, name: str | None = None) -> None:
        self._compiled, self._name = compiled, name

    def is_valid(self, value: Any) -> bool:
        """Whether a value is valid.

        Raises:
            UnicodeEncodeError: it holds half a surrogate pair.
        """
        return self._compiled.is_valid(value if self._name is None else {self._name: value})

    def errors(self, value: Any) -> Errors:
        """Give what is wrong with a value, each with its place in it."""
        skipped = 0 if self._name is None else 1
        for error in self._compiled.iter_errors(value if self._name is None else {self._name: value}):
            yield tuple(error.instance_path[skipped:]), error


class Validators:
    """The validators of one description, by the JSON Pointers of its schemas; compiled when first needed."""

    def __init__(self, description: Mapping[str, Any]) -> None:
        self._description = description

    def at(self, pointer: str) -> Validator:
        """The validator of the schema at a JSON Pointer."""
        pointer = self._followed(pointer)
        name = pointer.removeprefix(COMPONENTS)
        is_component = name != pointer and "/" not in name
        together = self._of_components if is_component else self._of_messages if pointer in self._messages else None
        if together is not None:
            return Validator(together, pointer)
        return Validator(self._compiled(_reference(pointer)))

    @cached_property
    def registry(self) -> jsonschema_rs.Registry:
        """The one copy of the description that all validators share."""
        return jsonschema_rs.Registry([(BASE, dict(self._description))])

    def _compiled(self, schema: dict[str, Any]) -> jsonschema_rs.Validator:
        return jsonschema_rs.Draft202012Validator(schema, registry=self.registry, validate_formats=True, offline=True)

    @cached_property
    def _of_components(self) -> jsonschema_rs.Validator | None:
        schemas = self._description.get("components", {}).get("schemas", {})
        return self._compiled_together(step("", "components", "schemas", name) for name in schemas)

    @cached_property
    def _of_messages(self) -> jsonschema_rs.Validator | None:
        return self._compiled_together(iter(self._messages))

    @cached_property
    def _messages(self) -> frozenset[str]:
        """The pointers of the schemas of parameters, headers and contents."""
        return frozenset(_schemas_below(self._description.get("paths") or {}, "/paths"))

    def _compiled_together(self, pointers: Iterator[str]) -> jsonschema_rs.Validator | None:
        """One validator of objects that hold, under the pointer of its schema, a value; None where one is no schema."""
        try:
            return self._compiled({"properties": {pointer: _reference(pointer) for pointer in pointers}})
        except (jsonschema_rs.ValidationError, ValueError):
            return None  # each by itself, then, so that only what is broken breaks

    def _followed(self, pointer: str) -> str:
        """Where the schema stands that a mere reference leads to."""
        for _ in range(CHAIN):
            value: Any = self._description
            for key in tokens(pointer):
                value = value[int(key) if isinstance(value, list) else key]
            keywords = cast("dict[str, object]", value) if isinstance(value, dict) else {}
            target = str(keywords.get("$ref", ""))
            if list(keywords) != ["$ref"] or not target.startswith("#/"):
                break
            pointer = unquote(target[1:])
        return pointer


def _reference(pointer: str) -> dict[str, Any]:
    return {"$ref": f"{BASE}#{quote(pointer, safe='/~')}"}


def _schemas_below(value: Any, pointer: str) -> Iterator[str]:
    if isinstance(value, list):
        for index, item in enumerate(cast("list[object]", value)):
            yield from _schemas_below(item, f"{pointer}/{index}")
    elif isinstance(value, Mapping):
        for name, member in cast("Mapping[str, object]", value).items():
            below = step(pointer, name)
            if name in {"schema", "itemSchema"} and isinstance(member, Mapping | bool):
                yield below
            elif name not in UNDESCRIBED and not name.startswith("x-"):
                yield from _schemas_below(member, below)
