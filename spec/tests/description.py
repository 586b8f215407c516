"""The description that the tests of this folder look at, overlay applied, and how to find one's way in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import jsonschema_rs

from dovetail.document import load

Json: TypeAlias = Any

FOLDER = Path(__file__).resolve().parent.parent
FORM = "application/x-www-form-urlencoded"
METHODS = ("get", "post", "delete")


@dataclass(frozen=True)
class Operation:
    """One operation with the parameters of its path."""

    path: str
    method: str
    written: Json
    parameters: tuple[Json, ...]

    @property
    def name(self) -> str:
        return str(self.written["operationId"])


class Description:
    """openapi.yaml with sdk.overlay.yaml applied."""

    def __init__(self) -> None:
        self.root: Json = load(FOLDER / "openapi.yaml", [FOLDER / "sdk.overlay.yaml"]).root
        self.operations = {each.name: each for each in self._operations(self.root["paths"])}
        self.webhooks = {each.name: each for each in self._operations(self.root["webhooks"])}

    def follow(self, value: Json) -> Json:
        """What a reference points to."""
        while isinstance(value, dict) and "$ref" in value:
            target = self.root
            for token in value["$ref"].removeprefix("#/").split("/"):
                target = target[token]
            value = target
        return value

    def form(self, name: str) -> Json:
        """The schema of the form of an operation, without references at its top."""
        return self.follow(self.operations[name].written["requestBody"]["content"][FORM]["schema"])

    def faults(self, schema: Json, value: Json) -> list[str]:
        """What is wrong with a value, formats included."""
        whole = {**schema, "components": self.root["components"]}
        validator = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
        return [f"{list(error.instance_path)}: {error.message}" for error in validator.iter_errors(value)]

    def schema(self, name: str) -> Json:
        """A component schema."""
        return self.root["components"]["schemas"][name]

    def _operations(self, items: Mapping[str, Json]) -> Iterator[Operation]:
        for path, item in items.items():
            for method in METHODS:
                if method in item:
                    written = [*item.get("parameters", ()), *item[method].get("parameters", ())]
                    yield Operation(path, method, item[method], tuple(map(self.follow, written)))


def values(value: Json) -> Iterator[Json]:
    """A value and everything in it."""
    yield value
    if isinstance(value, dict):
        for each in value.values():
            yield from values(each)
    elif isinstance(value, list):
        for each in value:
            yield from values(each)
