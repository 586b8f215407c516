"""Arguments for a method of an SDK: made from the description's schemas, and compared with what arrives."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..runtime.server.faults import Faulty
from ..runtime.server.judge import Decoded, JudgedOperation
from ..runtime.server.parameters import ParameterReader
from ..runtime.server.schemas import CompiledSchema
from ..runtime.wire.media import FORM, form_of
from ..runtime.wire.texts import text
from .carried import carried, carries, given, held
from .coverage import enumerated_values
from .instances import says
from .sameness import is_same
from .samples import Samples
from .sdk import Method, ParameterFacts
from .texts import Alphabet
from .values import drawn

WHOLE = ("body", "")
"""The place and wire name of a body that is one argument."""
ANY = object()
PLACES = ("path", "query", "querystring", "header", "cookie")
FEW = 3
"""Samples of one schema."""
MOST_ROUNDS = 100
"""Values of one enum that are given, each in a call of its own."""

Key = tuple[str, str]
Pins = dict[Key, Any]
"""What arguments must hold: values by place and wire name, `ANY` where any value will do."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of one call by Python name, and what must arrive by place and wire name."""

    given: Mapping[str, Any]
    expected: Mapping[Key, Any]


class Drawing:
    """The arguments that one method can be given by the description."""

    def __init__(
        self, method: Method, operation: JudgedOperation, components: Mapping[str, Any], samples: Samples
    ) -> None:
        self._operation, self._components, self._samples = operation, components, samples
        self.media_type = self._documented_media_type(method.operation.body)
        self._sent = method.operation.body or self.media_type
        self._form = form_of(self._sent)
        taken = {self._key(parameter.place, parameter.wire): parameter for parameter in method.operation.parameters}
        documented = self.documented()
        self.undocumented = tuple(key for key in taken if key not in documented and key != WHOLE)
        """What the method takes and the description does not name, by place and wire name."""
        self._taken = {key: parameter for key, parameter in taken.items() if key not in self.undocumented}
        fixed = method.operation.fixed
        self._python = {key: parameter.name for key, parameter in self._taken.items()}
        self._fixed = {key: fixed[name] for key, name in self._python.items() if name in fixed}
        self._required = {
            key
            for key, parameter in self._taken.items()
            if parameter.is_required or parameter.name in {*method.positional, *method.bound} or key in self._fixed
        }

    @property
    def taken(self) -> frozenset[Key]:
        """What of the description the method takes; all of a body that is one argument."""
        return frozenset(self._python) | (self.documented() if WHOLE in self._python else frozenset())

    @property
    def is_impossible(self) -> bool:
        """Whether nothing at all satisfies the schema of something that the method takes."""
        schemas = [self._body_schema, *(self._value_schema(key) for key in self._python if key != WHOLE)]
        pointers = {self._samples.followed(schema.pointer) for schema in schemas if schema is not None}
        return not pointers.isdisjoint(self._samples.impossible)

    def documented(self) -> frozenset[Key]:
        """Everything that the description lets a request hold, by place and wire name."""
        schema = self._body_schema
        members = {} if schema is None else schema.properties
        names: set[Key] = {("body", name) for name, member in members.items() if not self._is_read_only(member)}
        for branch in schema.branches() if schema is not None else ():
            names.update(("body", name) for name in branch.value.get("required") or () if name not in members)
        names.update((reader.place, reader.name) for reader in self._operation.parameters.values())
        return frozenset(names)

    def arguments(self, count: int, seed: int) -> list[Arguments]:
        """Samples: what is required, then everything; then up to `count` random sets; then every enum value once."""
        found: dict[str, Arguments] = {}
        for variant in range(FEW):
            self._keep(self._sampled({}, variant, is_full=variant > 0), found)
        if count:
            for value in drawn(self._schema({}), self._components, count=count, seed=seed):
                self._keep(self._arguments(value), found)
        for number, pins in enumerate(self._rounds()):
            self._cover(pins, found, number)
        return list(found.values())

    def faults(self, decoded: Decoded, arguments: Arguments, keys: Collection[str] = ()) -> Iterator[str]:
        """How what arrived differs from what was given; `keys` are the names of API keys in queries."""
        arrived: dict[Key, Any] = dict(decoded.parameters)
        if WHOLE in arguments.expected or not isinstance(decoded.body, dict):
            arrived |= {} if decoded.body is None else {WHOLE: decoded.body}
        else:
            arrived |= {("body", name): value for name, value in decoded.body.items()}
        for key, value in arguments.expected.items():
            if key not in arrived:
                yield f"{self._python[key]} was given and did not arrive as {key[0]} {key[1]}"
            elif not is_same(value, arrived[key]):
                yield f"{self._python[key]} arrived changed as {key[0]} {key[1]}: {value!r:.80} as {arrived[key]!r:.80}"
        for place, wire in arrived.keys() - arguments.expected.keys():
            yield f"{place} {wire} arrived and was not given"
        for place, wire in decoded.undocumented:
            if wire not in keys:
                yield f"{place} {wire} is not documented and was sent"

    def _keep(self, arguments: Arguments | None, found: dict[str, Arguments]) -> bool:
        if arguments is None or not self._can_be_sent(arguments):
            return False
        found.setdefault(repr(sorted(arguments.expected.items(), key=lambda item: item[0])), arguments)
        return True

    def _key(self, place: str, wire: str) -> Key:
        if place == "content" or (place == "body" and not wire):
            return WHOLE
        reader = self._operation.parameters.get((place, wire.lower() if place == "header" else wire))
        return (place, wire if reader is None else reader.name)

    def _documented_media_type(self, sent: str | None) -> str:
        """The media type, as documented, of what the method sends; empty where there is no body."""
        body = self._operation.body
        if body is None or not body.content:
            return ""
        try:
            return body.documented(sent) if sent else next(iter(body.content))
        except Faulty:
            return FORM if FORM in body.content else next(iter(body.content))

    @cached_property
    def _body_schema(self) -> CompiledSchema | None:
        body = self._operation.body
        return body.schema(self.media_type) if body is not None and self.media_type else None

    def _is_read_only(self, schema: CompiledSchema) -> bool:
        return says(self._samples.schemas, schema.value, "readOnly")

    def _rounds(self) -> Iterator[Pins]:
        """All optional parameters; then the first value of each enum, the second, and so on."""
        schemas = {key: self._value_schema(key) for key in self._python if key not in self._fixed}
        yield dict.fromkeys((key for key in schemas if key not in self._required and key != WHOLE), ANY)
        settable = self._settable()
        choices = {key: [] if key == WHOLE else _choices(schema) for key, schema in schemas.items()}
        for key, allowed in settable.items():
            choices[key] = [value for value in choices.get(key, ()) if value in allowed]
        most = max((len(values) for values in choices.values()), default=0)
        for index in range(min(most, MOST_ROUNDS)):
            yield {key: values[index] for key, values in choices.items() if index < len(values)}

    def _cover(self, pins: Pins, found: dict[str, Arguments], variant: int) -> None:
        """Find arguments that hold the pins; where rules keep some apart, each half by itself."""
        pins = {key: value for key, value in pins.items() if not _is_held(key, value, found.values())}
        if not pins or self._keep(self._sampled(pins, variant, is_full=False), found):
            return
        keys = list(pins)
        if len(keys) > 1:
            for half in (keys[: len(keys) // 2], keys[len(keys) // 2 :]):
                self._cover({key: pins[key] for key in half}, found, variant)

    def _sampled(self, pins: Pins, variant: int, *, is_full: bool) -> Arguments | None:
        """Arguments made of samples, each the `variant`th of its kind; None where something required has none."""
        value: dict[str, Any] = {}
        for (place, wire), parameter in self._taken.items():
            key = (place, wire)
            if place == "body" or not (is_full or key in self._required or key in pins):
                continue
            pin = pins.get(key, self._fixed.get(key, ANY))
            samples = self._samples_of(key, parameter) if pin is ANY else [pin]
            if samples:
                value.setdefault(place, {})[wire] = samples[max(variant - 1, 0) % len(samples)]
            elif key in self._required:
                return None
        is_asked = any(key[0] == "body" for key in {*self._required, *pins})
        is_required = self._operation.body is not None and self._operation.body.is_required
        if not any(key[0] == "body" for key in self._taken) or not (is_full or is_asked or is_required):
            return self._arguments(value)
        bodies = self._bodies(pins)
        if bodies:
            value["body"] = bodies[variant % len(bodies)]
        elif is_asked or is_required:
            return None
        return self._arguments(value)

    def _samples_of(self, key: Key, parameter: ParameterFacts) -> list[Any]:
        reader = self._reader(key)
        if reader.schema is None:
            return ["text"]
        is_scalar = reader.schema.shape == "primitive" and not (reader.about.get("content"))
        alphabet: Alphabet = "rich" if is_scalar and reader.place in {"path", "query"} else "plain"
        own = carried(reader)
        samples = self._samples.of(reader.schema.pointer, own=own, count=FEW, alphabet=alphabet, is_text=True)
        return [sample for sample in samples if carries(parameter.place, sample, is_form=False)]

    def _bodies(self, pins: Pins) -> list[Any]:
        schema = self._body_schema
        if schema is None:
            return held(self._sent)
        own = None if WHOLE in self._python else self._own(pins)
        samples = self._samples.of(
            schema.pointer, own=own, count=FEW, is_text=self._form != "json", is_minimal_first=True, is_drawn=not pins
        )
        if self._form not in {"text", "binary"}:
            return samples
        # What is no JSON has no other value than its text or its bytes, whatever its schema says.
        scalars = [sample for sample in samples if not isinstance(sample, list | dict)]
        return [text(sample) for sample in scalars if sample is not None] or held(self._sent)

    def _schema(self, pins: Pins) -> dict[str, Any]:
        """One schema of everything, for drawing at random."""
        parts: dict[str, Any] = {place: self._part(place, pins) for place in PLACES}
        needed: set[str] = set(PLACES)
        if self._body_schema is not None and any(key[0] == "body" for key in self._python):
            whole: Any = self._body_schema.value
            parts["body"] = whole if WHOLE in self._python else {"allOf": [whole, self._own(pins)]}
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
                reader.name: _pinned(_narrowed(reader), pins.get((place, reader.name), ANY)) for reader in readers
            },
            "required": [
                reader.name
                for reader in readers
                if reader.is_required or (place, reader.name) in {*self._required, *pins}
            ],
            "additionalProperties": False,
        }

    def _own(self, pins: Pins) -> dict[str, Any]:
        """What the method's own arguments say of the body: which names, which values."""
        names = [wire for place, wire in self._python if place == "body"]
        given = {key[1]: {"const": value} for key, value in {**self._fixed, **pins}.items() if value is not ANY}
        allowed = {key[1]: {"enum": values} for key, values in self._settable().items() if key[1] in names}
        return {
            "type": "object",
            "required": [wire for wire in names if ("body", wire) in {*self._required, *pins}],
            "propertyNames": {"enum": names},
            "properties": {**allowed, **{name: given[name] for name in given if name in names}},
        }

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

    def _reader(self, key: Key) -> ParameterReader:
        place, wire = key
        return self._operation.parameters[place, wire.lower() if place == "header" else wire]

    def _value_schema(self, key: Key) -> CompiledSchema | None:
        if key[0] != "body":
            return self._reader(key).schema
        return self._body_schema.properties.get(key[1]) if self._body_schema is not None else None

    def _arguments(self, value: Mapping[str, Any]) -> Arguments:
        expected: dict[Key, Any] = {}
        for place, part in value.items():
            if place == "body" and WHOLE in self._python:
                expected[WHOLE] = part
            else:
                expected |= {(place, wire): member for wire, member in part.items()}
        is_form = self._form == "form"
        # RFC 6570, 2.3: an empty list or object is undefined, and nothing of it is sent.
        expected = {
            key: given(getattr(self._taken[key], "kind", None), member)
            for key, member in expected.items()
            if not (isinstance(member, list | dict) and not member and (is_form or key[0] != "body"))
        }
        return Arguments(
            {self._python[key]: member for key, member in expected.items() if key not in self._fixed}, expected
        )

    def _can_be_sent(self, arguments: Arguments) -> bool:
        """Whether the places can carry it all; a body that is null would arrive like none."""
        is_form = self._form == "form"
        held = arguments.expected.items()
        return all(carries(key[0], member, is_form=is_form or key == WHOLE) for key, member in held)


def _choices(schema: CompiledSchema | None) -> list[Any]:
    """The values of an enum, `[value]` for those of an array's items; both booleans."""
    if schema is None:
        return []
    if schema.shape == "array":
        return [[value] for value in _choices(schema.items)]
    values = enumerated_values(schema)
    return values or ([True, False] if set(schema.kinds) == {"boolean"} else [])


def _is_held(key: Key, value: Any, found: Collection[Arguments]) -> bool:
    return any(key in arguments.expected and value in (ANY, arguments.expected[key]) for arguments in found)


def _pinned(schema: Any, value: Any) -> Any:
    return schema if value is ANY else {"allOf": [schema, {"const": value}]}


def _narrowed(reader: ParameterReader) -> Any:
    """A schema narrowed to what its place can carry."""
    schema: Any = reader.schema.value if reader.schema is not None else {}
    own = carried(reader)
    return schema if own is None else {"allOf": [schema, own]}
