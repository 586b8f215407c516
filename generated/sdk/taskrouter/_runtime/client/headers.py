"""The documented headers of an answer, as the values they stand for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from ..wire.media import form_of
from ..wire.reading import Raw, decode_parameter
from ..wire.styles import Shape
from .errors import Headers
from .kinds import Array, Boolean, Either, Enum, Integer, Kind, Later, Map, Nullable, Number, Object, String
from .operation import Parameter

_TRUTHS: Mapping[str, bool] = {"true": True, "false": False}


def typed_headers(described: Sequence[Parameter], headers: Headers) -> dict[str, object]:
    """Read the documented headers, by their Python names, leniently: what is absent or not as described is left out.

    Style `simple` (OAS 3.1 section 4.8.21); date-times, dates and UUIDs become Python's.
    """
    found: dict[str, object] = {}
    for parameter in described:
        text = headers.get(parameter.wire)
        if text is None:
            continue
        try:
            found[parameter.name] = _whole(parameter, text)
        except (ValueError, ArithmeticError):
            continue
    return found


def _whole(parameter: Parameter, raw: str) -> object:
    if parameter.media_type:
        return json.loads(raw) if form_of(parameter.media_type) == "json" else raw
    explode, kind = parameter.explode, parameter.kind
    shape = _shape(kind)
    return _value(kind, decode_parameter(parameter.wire, raw, place="header", shape=shape, explode=explode))


def _shape(kind: Kind) -> Shape:
    match kind:
        case Nullable() | Later():
            return _shape(kind.kind)
        case Array():
            return "array"
        case Object() | Map():
            return "object"
        case Either():
            shapes = {_shape(member) for member in kind.kinds}
            return "array" if "array" in shapes else "object" if "object" in shapes else "primitive"
        case _:
            return "primitive"


def _value(kind: Kind, raw: Raw | None) -> object:
    match kind:
        case Nullable() | Later():
            return _value(kind.kind, raw)
        case Either():
            return _first(kind, raw)
        case Array() if isinstance(raw, list):
            return [_value(kind.items, item) for item in raw]
        case Object() | Map() if isinstance(raw, dict):
            return {name: _value(kind.of(name), item) for name, item in raw.items()}
        case _ if isinstance(raw, str):
            return _scalar(kind, raw)
        case _:
            raise ValueError("of another shape")


def _first(kind: Either, raw: Raw | None) -> object:
    for member in kind.kinds:
        try:
            value = _value(member, raw)
        except (ValueError, ArithmeticError):
            continue
        if not member.check(value, ""):
            return value
    raise ValueError("no kind fits")


def _scalar(kind: Kind, text: str) -> object:
    match kind:
        case Integer():
            return int(text)
        case Number():
            return float(text)
        case Boolean() if text in _TRUTHS:
            return _TRUTHS[text]
        case Boolean():
            raise ValueError("neither true nor false")
        case Enum():
            return next((value for value in kind.values if str(value) == text), text)
        case String(format="date-time"):
            return datetime.fromisoformat(text)
        case String(format="date"):
            return date.fromisoformat(text)
        case String(format="uuid"):
            return UUID(text)
        case String(format="decimal"):
            return Decimal(text)
        case _:
            return text
