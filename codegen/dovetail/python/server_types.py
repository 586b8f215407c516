"""How the server sees values: decoded from a request, and as the JSON of an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from ..api.model import Api
from ..api.types import (
    Anything,
    Array,
    Boolean,
    Enum,
    Integer,
    Map,
    Number,
    Object,
    Reference,
    String,
    Type,
    Union,
)
from .annotations import class_of
from .docstrings import literal
from .names import Code, Name, code, joined


def decoded(meaning: Type, types: Mapping[str, Type], names: Mapping[str, Name]) -> Code:
    """The annotation of a decoded request value: JSON types, dates as text."""
    written = _decoded(meaning, types, names)
    target = class_of(meaning, types) if isinstance(meaning, Reference) and meaning.name in names else None
    is_nullable = meaning.is_nullable or (target is not None and target.is_nullable)
    return code("{} | None", written) if is_nullable and not isinstance(meaning, Anything) else written


def _decoded(meaning: Type, types: Mapping[str, Type], names: Mapping[str, Name]) -> Code:
    match meaning:
        case Reference(name=name) if name in names:
            return code("{}", names[name])
        case Reference(name=name):
            return decoded(types[name], types, names)
        case String():
            return Code("str")
        case Integer():
            return Code("int")
        case Number():
            return Code("float")
        case Boolean():
            return Code("bool")
        case Enum(values=values):
            return code("{}[{}]", Name("typing", "Literal"), ", ".join(literal(value) for value in values))
        case Array(items=items):
            return code("list[{}]", decoded(items, types, names))
        case Map(values=values):
            return code("dict[str, {}]", decoded(values, types, names))
        case Union(members=members):
            return joined(" | ", dict.fromkeys(decoded(member, types, names) for member in members))
        case Object() | Anything():
            return code("{}", Name("typing", "Any"))
        case _:
            assert_never(meaning)


def received(meaning: Type | None, types: Mapping[str, Type], names: Mapping[str, Name]) -> Code:
    """The annotation of a value that an implementation answers with."""
    if meaning is None:
        return code("{}", Name("typing", "Any"))
    return decoded(meaning, types, names)


def error_type(api: Api) -> Type | None:
    """The one type that all refusals of the API have; `None` if they differ or say nothing."""
    found = {
        answer.type
        for operation in api.operations
        for answer in operation.answers
        if answer.status[0] in "45" and isinstance(answer.type, Reference)
    }
    return found.pop() if len(found) == 1 else None
