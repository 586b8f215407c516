"""Arguments for a method of an SDK: drawn from the description's schemas, and compared with what arrives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis.strategies import SearchStrategy

from ..runtime.server.judge import Decoded, JudgedOperation
from ..runtime.wire.media import FORM
from ..runtime.wire.styles import StyleError, text
from .sdk import Method
from .values import values

VISIBLE = {"type": "string", "pattern": "^[!-~]([ -~]*[!-~])?$"}
"""What a header can carry whole (RFC 9110, 5.5): visible ASCII, blanks inside."""
PATH_TEXT = {"type": "string", "minLength": 1, "not": {"enum": [".", ".."]}}
"""What a path segment can carry: RFC 3986 takes dots away, and an empty one is another path."""
WHOLE = ("body", "")
"""The place and wire name of a body that is one argument."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of one call by Python name, and what must arrive by place and wire name."""

    given: Mapping[str, Any]
    expected: Mapping[tuple[str, str], Any]


class Drawing:
    """The arguments that one method can be given."""

    def __init__(self, method: Method, operation: JudgedOperation, components: Mapping[str, Any]) -> None:
        self._method, self._operation = method, operation
        self._python = {(parameter.place, parameter.wire): parameter.name for parameter in method.operation.parameters}
        self._python = {(place, self._documented(place, wire)): name for (place, wire), name in self._python.items()}
        self._fixed = {
            key: method.operation.fixed[name] for key, name in self._python.items() if name in method.operation.fixed
        }
        self._components = components

    def strategy(self) -> SearchStrategy[Arguments]:
        """Arguments that the description allows; empty arrays and objects are left out, for nothing of them is sent."""
        drawn = values(self._schema(), self._components)
        return drawn.map(self._arguments).filter(self._can_be_sent)

    def faults(self, decoded: Decoded, arguments: Arguments) -> Iterator[str]:
        """How what arrived differs from what was given."""
        arrived: dict[tuple[str, str], Any] = dict(decoded.parameters)
        if WHOLE in arguments.expected or not isinstance(decoded.body, dict):
            arrived |= {} if decoded.body is None else {WHOLE: decoded.body}
        else:
            arrived |= {("body", name): value for name, value in decoded.body.items()}
        for key, value in arguments.expected.items():
            name = self._python[key]
            if key not in arrived:
                yield f"{name} was given and did not arrive as {key[0]} {key[1]}"
            elif not is_same(value, arrived[key]):
                yield f"{name} arrived changed as {key[0]} {key[1]}"
        for place, wire in arrived.keys() - arguments.expected.keys():
            yield f"{place} {wire} arrived and was not given"
        for place, wire in decoded.undocumented:
            yield f"{place} {wire} is not documented and was sent"

    def _documented(self, place: str, wire: str) -> str:
        reader = self._operation.parameters.get((place, wire.lower() if place == "header" else wire))
        return wire if reader is None else reader.name

    def _schema(self) -> dict[str, Any]:
        parts = {place: self._part(place) for place in ("path", "query", "header", "cookie")}
        body = self._body()
        if body is not None:
            parts["body"] = body
        must = [place for place in parts if place != "body" or self._needs_body]
        return {"type": "object", "properties": parts, "required": must, "additionalProperties": False}

    def _part(self, place: str) -> dict[str, Any]:
        readers = [
            reader
            for (where, _), reader in self._operation.parameters.items()
            if where == place and (place, reader.name) in self._python
        ]
        properties = {
            reader.name: _carried(place, reader.schema.value if reader.schema is not None else {}) for reader in readers
        }
        required = [reader.name for reader in readers if reader.is_required or self._is_required(place, reader.name)]
        return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}

    @property
    def _needs_body(self) -> bool:
        body = self._operation.body
        return body is not None and (body.is_required or any(place == "body" for place, _ in self._fixed))

    def _body(self) -> dict[str, Any] | None:
        body = self._operation.body
        names = [wire for place, wire in self._python if place == "body"]
        if body is None or not names:
            return None
        schema = body.schema(self._media_type)
        whole: Any = schema.value if schema is not None else {}
        if WHOLE in self._python:
            return whole if isinstance(whole, dict) else {}
        fixed = {wire: {"const": value} for (place, wire), value in self._fixed.items() if place == "body"}
        required = [wire for wire in names if wire in fixed or self._is_required("body", wire)]
        own = {"type": "object", "propertyNames": {"enum": names}, "properties": fixed, "required": required}
        return {"allOf": [whole, own]}

    @property
    def _media_type(self) -> str:
        content = self._operation.body.content if self._operation.body is not None else {}
        return next((name for name in content if name == FORM), next(iter(content), ""))

    def _is_required(self, place: str, wire: str) -> bool:
        name = self._python[place, wire]
        return name in self._method.positional or any(
            parameter.name == name and parameter.is_required for parameter in self._method.operation.parameters
        )

    def _arguments(self, drawn: Mapping[str, Any]) -> Arguments:
        expected: dict[tuple[str, str], Any] = {}
        for place, part in drawn.items():
            if place == "body" and WHOLE in self._python:
                expected[WHOLE] = part
            else:
                expected |= {(place, wire): value for wire, value in part.items()}
        if self._media_type == FORM:
            expected = {key: value for key, value in expected.items() if value not in ([], {})}
        expected = {key: value for key, value in expected.items() if key[0] == "body" or value not in ([], {})}
        given = {self._python[key]: value for key, value in expected.items() if key not in self._fixed}
        return Arguments(given, expected)

    def _can_be_sent(self, arguments: Arguments) -> bool:
        is_form = self._media_type == FORM
        return all(
            not (value is None and (place != "body" or is_form)) and (place != "path" or value not in {"", ".", ".."})
            for (place, _), value in arguments.expected.items()
            if place != "path" or isinstance(value, str | None)
        )


def _carried(place: str, schema: Any) -> Any:
    """A schema narrowed to what its place can carry."""
    if place not in {"path", "header"} or not isinstance(schema, dict):
        return schema
    narrowed = VISIBLE if place == "header" else PATH_TEXT
    is_text = schema.get("type", "string") == "string" and "$ref" not in schema
    return {"allOf": [schema, narrowed]} if is_text else schema


def is_same(given: Any, arrived: Any) -> bool:
    """Whether a value arrived as it was given: numbers by value, other scalars also by their text."""
    if isinstance(given, list) and isinstance(arrived, list):
        return len(given) == len(arrived) and all(map(is_same, given, arrived))
    if isinstance(given, dict) and isinstance(arrived, dict):
        return given.keys() == arrived.keys() and all(is_same(given[name], arrived[name]) for name in given)
    if isinstance(given, list | dict) or isinstance(arrived, list | dict) or given is None or arrived is None:
        return bool(given == arrived)
    try:
        return bool(given == arrived and isinstance(given, bool) == isinstance(arrived, bool)) or text(given) == text(
            arrived
        )
    except StyleError:
        return False
