"""Arguments for a method of an SDK: drawn from the description's schemas, and compared with what arrives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..runtime.server.judge import Decoded, JudgedOperation
from ..runtime.server.parameters import ParameterReader
from ..runtime.server.schemas import CompiledSchema
from ..runtime.wire.media import FORM
from ..runtime.wire.styles import StyleError, text
from .coverage import enumerated_values
from .sdk import Method
from .values import drawn

VISIBLE = {"type": "string", "pattern": "^[!-~]([ -~]*[!-~])?$"}
"""What a header can carry whole (RFC 9110, 5.5): visible ASCII, blanks inside."""
PATH_TEXT = {"type": "string", "minLength": 1, "not": {"enum": [".", ".."]}}
"""What a path segment can carry: RFC 3986 takes dots away, and an empty one is another path."""
WHOLE = ("body", "")
"""The place and wire name of a body that is one argument."""
ANY = object()

Key = tuple[str, str]
Pins = dict[Key, Any]
"""What a draw must hold: values by place and wire name, `ANY` where any value will do."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of one call by Python name, and what must arrive by place and wire name."""

    given: Mapping[str, Any]
    expected: Mapping[Key, Any]


class Drawing:
    """The arguments that one method can be given by the description."""

    def __init__(self, method: Method, operation: JudgedOperation, components: Mapping[str, Any]) -> None:
        self._operation, self._components = operation, components
        content = operation.body.content if operation.body is not None else {}
        self._media_type = FORM if FORM in content else next(iter(content), "")
        taken = {self._key(parameter.place, parameter.wire): parameter for parameter in method.operation.parameters}
        documented = self.documented()
        self.undocumented = tuple(key for key in taken if key not in documented and key != WHOLE)
        """What the method takes and the description does not name, by place and wire name."""
        parameters = {key: parameter for key, parameter in taken.items() if key not in self.undocumented}
        fixed = method.operation.fixed
        self._python = {key: parameter.name for key, parameter in parameters.items()}
        self._fixed = {key: fixed[name] for key, name in self._python.items() if name in fixed}
        self._required = {
            key
            for key, parameter in parameters.items()
            if parameter.is_required or parameter.name in {*method.positional, *method.bound} or key in self._fixed
        }

    @property
    def taken(self) -> frozenset[Key]:
        """What of the description the method takes; all of a body that is one argument."""
        return frozenset(self._python) | (self.documented() if WHOLE in self._python else frozenset())

    def documented(self) -> frozenset[Key]:
        """Everything that the description lets a request hold, by place and wire name."""
        body = self._operation.body
        schema = body.schema(self._media_type) if body is not None and body.content else None
        names = {("body", name) for name in (schema.properties if schema is not None else ())}
        return frozenset((reader.place, reader.name) for reader in self._operation.parameters.values()) | names

    def arguments(self, count: int, seed: int) -> list[Arguments]:
        """Up to `count` random sets, then what it takes to give every parameter and every enum value once."""
        found = [self._arguments(value) for value in drawn(self._schema({}), self._components, count=count, seed=seed)]
        found = [arguments for arguments in found if self._can_be_sent(arguments)]
        for pins in self._rounds():
            self._cover(pins, found, seed)
        return found

    def faults(self, decoded: Decoded, arguments: Arguments) -> Iterator[str]:
        """How what arrived differs from what was given."""
        arrived: dict[Key, Any] = dict(decoded.parameters)
        if WHOLE in arguments.expected or not isinstance(decoded.body, dict):
            arrived |= {} if decoded.body is None else {WHOLE: decoded.body}
        else:
            arrived |= {("body", name): value for name, value in decoded.body.items()}
        for key, value in arguments.expected.items():
            if key not in arrived:
                yield f"{self._python[key]} was given and did not arrive as {key[0]} {key[1]}"
            elif not is_same(value, arrived[key]):
                yield f"{self._python[key]} arrived changed as {key[0]} {key[1]}"
        for place, wire in arrived.keys() - arguments.expected.keys():
            yield f"{place} {wire} arrived and was not given"
        for place, wire in decoded.undocumented:
            yield f"{place} {wire} is not documented and was sent"

    def _key(self, place: str, wire: str) -> Key:
        reader = self._operation.parameters.get((place, wire.lower() if place == "header" else wire))
        return (place, wire if reader is None else reader.name)

    def _rounds(self) -> Iterator[Pins]:
        """All optional parameters; then the first value of each enum, the second, and so on."""
        schemas = {key: self._value_schema(key) for key in self._python if key not in self._fixed}
        yield dict.fromkeys((key for key in schemas if key not in self._required and key != WHOLE), ANY)
        settable = self._settable()
        choices = {key: [] if key == WHOLE else _choices(schema) for key, schema in schemas.items()}
        for key, allowed in settable.items():
            choices[key] = [value for value in choices.get(key, ()) if value in allowed]
        for index in range(max((len(values) for values in choices.values()), default=0)):
            yield {key: values[index] for key, values in choices.items() if index < len(values)}

    def _cover(self, pins: Pins, found: list[Arguments], seed: int) -> None:
        """Find arguments that hold the pins; where rules keep some apart, each half by itself."""
        pins = {key: value for key, value in pins.items() if not _is_held(key, value, found)}
        if not pins:
            return
        for value in drawn(self._schema(pins), self._components, count=1, seed=seed):
            arguments = self._arguments(value)
            if self._can_be_sent(arguments):
                found.append(arguments)
                return
        keys = list(pins)
        if len(keys) > 1:
            for half in (keys[: len(keys) // 2], keys[len(keys) // 2 :]):
                self._cover({key: pins[key] for key in half}, found, seed)

    def _schema(self, pins: Pins) -> dict[str, Any]:
        parts = {place: self._part(place, pins) for place in ("path", "query", "header", "cookie")}
        body = self._body(pins)
        needed = {"path", "query", "header", "cookie"}
        if body is not None:
            parts["body"] = body
            is_required = self._operation.body is not None and self._operation.body.is_required
            if is_required or any(key[0] == "body" for key in {*self._required, *pins}):
                needed.add("body")
        return {"type": "object", "properties": parts, "required": sorted(needed), "additionalProperties": False}

    def _part(self, place: str, pins: Pins) -> dict[str, Any]:
        readers = [reader for (at, _), reader in self._operation.parameters.items() if at == place]
        readers = [reader for reader in readers if (place, reader.name) in self._python]
        return {
            "type": "object",
            "properties": {
                reader.name: _pinned(_carried(reader), pins.get((place, reader.name), ANY)) for reader in readers
            },
            "required": [
                reader.name
                for reader in readers
                if reader.is_required or (place, reader.name) in {*self._required, *pins}
            ],
            "additionalProperties": False,
        }

    def _body(self, pins: Pins) -> Any:
        names = [wire for place, wire in self._python if place == "body"]
        body = self._operation.body
        if body is None or not names:
            return None
        schema = body.schema(self._media_type)
        whole: Any = schema.value if schema is not None else {}
        if WHOLE in self._python:
            return whole
        given = {key[1]: {"const": value} for key, value in {**self._fixed, **pins}.items() if value is not ANY}
        allowed = {key[1]: {"enum": values} for key, values in self._settable().items() if key[1] in names}
        required = [wire for wire in names if ("body", wire) in {*self._required, *pins}]
        own = {
            "propertyNames": {"enum": names},
            "properties": {**allowed, **{n: given[n] for n in given if n in names}},
        }
        return {"allOf": [whole, {"type": "object", "required": required, **own}]}

    def _settable(self) -> dict[Key, list[Any]]:
        """The values that only a client may set, by the life cycle of what the operation answers with."""
        response = self._operation.response(self._operation.success)
        schemas = [response.body.schema(name) for name in response.body.content] if response is not None else []
        found: dict[Key, list[Any]] = {}
        for branch in (branch for schema in schemas if schema is not None for branch in schema.branches()):
            cycle = branch.value.get("x-dovetail-lifecycle") or {}
            if cycle.get("request"):
                steps = cycle.get("transitions", ())
                found["body", cycle["request"]] = sorted({step["to"] for step in steps if step.get("by") == "client"})
        return found

    def _value_schema(self, key: Key) -> CompiledSchema | None:
        place, wire = key
        if place != "body":
            return self._operation.parameters[place, wire.lower() if place == "header" else wire].schema
        schema = self._operation.body.schema(self._media_type) if self._operation.body is not None else None
        return schema.properties.get(wire) if schema is not None else None

    def _arguments(self, value: Mapping[str, Any]) -> Arguments:
        expected: dict[Key, Any] = {}
        for place, part in value.items():
            if place == "body" and WHOLE in self._python:
                expected[WHOLE] = part
            else:
                expected |= {(place, wire): member for wire, member in part.items()}
        is_form = self._media_type == FORM
        # RFC 6570, 2.3: an empty list or object is undefined, and nothing of it is sent.
        expected = {
            key: member
            for key, member in expected.items()
            if not (isinstance(member, list | dict) and not member and (is_form or key[0] != "body"))
        }
        given = {self._python[key]: member for key, member in expected.items() if key not in self._fixed}
        return Arguments(given, expected)

    def _can_be_sent(self, arguments: Arguments) -> bool:
        """Whether the places of the arguments can carry them: text has no null, and a path no empty segment."""
        is_form = self._media_type == FORM
        return all(
            (member is not None or (place == "body" and not is_form))
            and (place != "path" or member not in {"", ".", ".."})
            for (place, _), member in arguments.expected.items()
            if place != "path" or isinstance(member, str)
        )


def _choices(schema: CompiledSchema | None) -> list[Any]:
    """The values of an enum, `[value]` for those of an array's items; both booleans."""
    if schema is None:
        return []
    if schema.shape == "array":
        return [[value] for value in _choices(schema.items)]
    values = enumerated_values(schema)
    return values or ([True, False] if set(schema.kinds) == {"boolean"} else [])


def _is_held(key: Key, value: Any, found: list[Arguments]) -> bool:
    return any(key in arguments.expected and value in (ANY, arguments.expected[key]) for arguments in found)


def _pinned(schema: Any, value: Any) -> Any:
    return schema if value is ANY else {"allOf": [schema, {"const": value}]}


def _carried(reader: ParameterReader) -> Any:
    """A schema narrowed to what its place can carry."""
    schema: Any = reader.schema.value if reader.schema is not None else {}
    if reader.place not in {"path", "header"} or reader.schema is None or set(reader.schema.kinds) != {"string"}:
        return schema
    return {"allOf": [schema, VISIBLE if reader.place == "header" else PATH_TEXT]}


def is_same(given: Any, arrived: Any) -> bool:
    """Whether a value arrived as it was given: numbers by value, other scalars also by their text."""
    if isinstance(given, list) and isinstance(arrived, list):
        return len(given) == len(arrived) and all(map(is_same, given, arrived))
    if isinstance(given, dict) and isinstance(arrived, dict):
        return given.keys() == arrived.keys() and all(is_same(given[name], arrived[name]) for name in given)
    if isinstance(given, list | dict) or isinstance(arrived, list | dict) or given is None or arrived is None:
        return bool(given == arrived)
    if isinstance(given, bool) == isinstance(arrived, bool) and given == arrived:
        return True
    try:
        return text(given) == text(arrived)
    except StyleError:
        return False
