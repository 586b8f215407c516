"""What a description lets a server answer, and whether an SDK gives it back: the model, or the typed error."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from ..runtime.server.judge import JudgedOperation
from ..runtime.server.media_types import parse_media_type
from ..runtime.server.parameters import ParameterReader
from ..runtime.server.responses import BODILESS, DocumentedResponse
from ..runtime.server.schemas import CompiledSchema
from .coverage import enumerated_values
from .exchange import ResponseRecord
from .values import drawn, one
from .walk import documented_examples


class AnswerBook:
    """The answers that a description documents: the examples of each status, `count` drawn ones, every enum value."""

    def __init__(self, components: Mapping[str, Any], *, count: int, seed: int) -> None:
        self._components, self._count, self._seed = components, count, seed
        self._drawn: dict[str, list[Any]] = {}

    def answers(self, operation: JudgedOperation) -> Iterator[tuple[ResponseRecord, Any]]:
        """The answers of one operation, each with the JSON value of its body; redirects are left out."""
        for name in operation.value["responses"]:
            status = _status(name)
            if status is None or status < 200 or 300 <= status < 400:
                continue
            response = operation.documented_response(name)
            headers = tuple((reader.name, self._header(reader)) for reader in response.headers if reader.is_required)
            media_type = next((each for each in response.body.content if parse_media_type(each).is_json), None)
            if media_type is None or status in BODILESS:
                yield ResponseRecord(status, headers), None
                continue
            typed = (*headers, ("Content-Type", media_type))
            for value in self._bodies(response, media_type):
                yield ResponseRecord(status, typed, json.dumps(value).encode("utf-8")), value

    def _header(self, reader: ParameterReader) -> str:
        examples = documented_examples(reader.about, reader.schema)
        schema = reader.schema.value if reader.schema is not None else {}
        return reader.write(examples[0] if examples else one(schema, self._components))

    def _bodies(self, response: DocumentedResponse, media_type: str) -> list[Any]:
        schema = response.body.schema(media_type)
        bodies = documented_examples(response.body.content[media_type], schema)
        if schema is None:
            return bodies
        key = json.dumps(schema.value, sort_keys=True)
        if key not in self._drawn:
            self._drawn[key] = drawn(schema.value, self._components, count=self._count, seed=self._seed)
        bodies = bodies + self._drawn[key]
        return bodies + _with_each_value(schema, bodies[0]) if bodies else []


def _with_each_value(schema: CompiledSchema, body: Any) -> list[Any]:
    """The same body with each other value of each enum among its properties, where the schema allows that."""
    if not isinstance(body, dict):
        return []
    changed = [
        body | {name: value}
        for name, member in schema.properties.items()
        for value in enumerated_values(member)
        if body.get(name, value) != value
    ]
    return [value for value in changed if not schema.judge(value, "body")]


def _status(name: str) -> int | None:
    """A status that falls under a key of the Responses Object."""
    if name == "default":
        return 500
    digits = name.upper().replace("XX", "99")
    return int(digits) if digits.isdecimal() else None


def lost(value: Any, model: Any, pointer: str = "") -> Iterator[str]:
    """Where a model does not hold what the answer said; a model may hold more."""
    shown = pointer or "the answer"
    if isinstance(model, BaseModel):
        model = {_wire(model, name): member for name, member in model}
    match value:
        case dict() if isinstance(model, Mapping):
            for name, member in value.items():
                if name in model:
                    yield from lost(member, model[name], f"{pointer}/{name}")
                else:
                    yield f"{pointer}/{name} is lost"
        case list() if isinstance(model, list | tuple):
            if len(value) != len(model):
                yield f"{shown} has {len(model)} of {len(value)} items"
            for index, (item, held) in enumerate(zip(value, model, strict=False)):
                yield from lost(item, held, f"{pointer}/{index}")
        case _ if not _holds(value, model):
            yield f"{shown} is given back as another value of type {type(model).__name__}"


def _wire(model: BaseModel, name: str) -> str:
    known = type(model).model_fields.get(name)
    return known.alias or name if known is not None else name


def _holds(value: Any, held: Any) -> bool:
    if value == held and isinstance(value, bool) == isinstance(held, bool):
        return True
    try:
        return held is not None and bool(TypeAdapter(type(held)).validate_python(value) == held)
    except ValidationError:
        return False
